/** The labelled set of the hijack room, brought in by the command that editors run. */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { commands } from '@/lib/desk/commands';
import { runDesk } from '@/lib/desk/desk';
import { readEnvironment } from '@/lib/environment';
import { openChance } from '@/lib/hijack/samples/chance';
import { cleanText } from '@/lib/hijack/samples/clean-text';
import { makeLabelledSet } from '@/lib/hijack/samples/labelled-set';
import { samplePlace } from '@/lib/hijack/samples/techniques';

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'desk-labelled-'));
await fs.mkdir(path.join(folder, 'news/periodicals/zhoukan'), { recursive: true });
await fs.writeFile(path.join(folder, 'site.md'), `---\nname: 新闻中心\norganisation: 示例园区管理委员会\nplace: ${samplePlace}\n---\n`);
await fs.writeFile(path.join(folder, 'news/periodicals/zhoukan/index.md'), '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\n---\n');
after(() => fs.rm(folder, { recursive: true }));

/** The body of the article that the page becomes; undefined when it is refused. */
async function bring(body: string): Promise<string | undefined> {
  let out = '';
  const code = await runDesk(['import', '-', '--dry-run'], commands, {
    environment: readEnvironment({ PORTAL_CONTENT: folder, PORTAL_DATA: folder }),
    folder,
    out: (text) => { out += text; },
    err: () => undefined,
    isColoured: { out: false, err: false },
    readStandardInput: () => Promise.resolve(Buffer.from(`当前位置：首页 > 示例周刊 > 23年02月10日 > 要闻\n推动各项工作再上新台阶\n时间：2023-02-10 09:00\n${body}\n`)),
  });
  return code === 0 ? out.replace(/^---\n[\s\S]*?\n---\n\n/, '') : undefined;
}

test('three hundred clean texts come through unchanged to the byte', async () => {
  const chance = openChance(3);
  for (let sample = 0; sample < 300; sample++) {
    const text = cleanText(chance, 0);
    assert.equal(await bring(text), `${text}\n`);
  }
});

test('of every injected text either the true words come through or nothing', async () => {
  for (const { technique, text, original } of makeLabelledSet().injected) {
    const wanted = technique.isReversible ? await bring(original) : undefined;
    assert.equal(wanted !== undefined, technique.isReversible);
    assert.equal(await bring(text), wanted, `${technique.name}: ${text}`);
  }
});

test('every clean text of the set comes through', async () => {
  const refused: string[] = [];
  for (const text of makeLabelledSet().clean) if ((await bring(text)) === undefined) refused.push(text);
  assert.deepEqual(refused, []);
});
