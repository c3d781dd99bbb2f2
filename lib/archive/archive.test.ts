import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { writeArchive } from './archive';
import * as phrases from './phrases';
import { planIssues } from './plan';

const options = { articles: 120, seed: 'test', newest: '2025-06-27' };

async function written(seed: string): Promise<{ readonly files: ReadonlyMap<string, string>; readonly heard: readonly number[] }> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'archive-'));
  const heard: number[] = [];
  await writeArchive(folder, { ...options, seed }, (done) => heard.push(done));
  const names = (await fs.readdir(folder, { recursive: true })).filter((name) => name.endsWith('.md')).sort();
  const files = new Map(await Promise.all(names.map(async (name) => [name, await fs.readFile(path.join(folder, name), 'utf8')] as const)));
  await fs.rm(folder, { recursive: true });
  return { files, heard };
}

test('equal seeds write equal archives, other seeds others', async () => {
  const [first, again, other] = [await written('test'), await written('test'), await written('other')];
  assert.deepEqual([...first.files], [...again.files]);
  assert.notDeepEqual([...first.files], [...other.files]);
});

test('the archive holds exactly the articles asked for, of realistic sizes, and tells its progress', async () => {
  const { files, heard } = await written('test');
  const originals = [...files].filter(([name]) => /\/\d{4}-\d{2}-\d{2}\/[^.]+\.md$/.test(name) && !name.endsWith('/index.md'));
  assert.equal(originals.length, 120);
  assert.equal(heard.at(-1), 120);
  const lengths = originals.map(([, text]) => text.match(/\p{Script=Han}/gu)?.length ?? 0);
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  assert.ok(average > 650 && average < 950, `about 800 characters on average, not ${average}`);
  assert.ok(Math.min(...lengths) > 150 && Math.max(...lengths) < 3500, `${Math.min(...lengths)} to ${Math.max(...lengths)}`);
  const translated = [...files.keys()].filter((name) => /\/\d{4}-\d{2}-\d{2}\/[^.]+\.(en|ja)\.md$/.test(name));
  assert.ok(translated.length > 10 && translated.every((name) => files.has(name.replace(/\.(en|ja)\.md$/, '.md'))));
});

test('issues go back week by week from the newest, however many articles there are', () => {
  for (const [articles, years] of [[1, 1], [1000, 3], [10_000, 12], [100_000, 32]] as const) {
    const issues = [...planIssues({ ...options, articles })];
    assert.equal(issues.reduce((sum, issue) => sum + issue.articles, 0), articles);
    assert.equal(issues[0]?.date, '2025-06-27');
    const oldest = issues.at(-1)?.date ?? '';
    assert.ok(2026 - Number(oldest.slice(0, 4)) <= years, `${articles} articles reach back to ${oldest}`);
    assert.equal(new Set(issues.map((issue) => `${issue.periodical.slug}/${issue.date}`)).size, issues.length);
  }
});

test('every phrase is said in every language, with its number in each', () => {
  const { actions, openings, actors, results, remarks, asides, kickers, people } = phrases;
  const all = [...openings, ...actors, ...results, ...remarks, ...asides, ...kickers, ...people, ...actions.flatMap(({ headline, words }) => [headline, words])];
  const uneven = all.filter((phrase) => phrase.some((words) => words.trim() === '') || new Set(phrase.map((words) => words.split('#').length)).size > 1);
  assert.deepEqual(uneven, []);
});
