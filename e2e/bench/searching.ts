/**
 * Search: random stretches of two to eight characters of the texts, each asked for as it stands and in Traditional characters, as pages
 * of results. Recall is held against a plain look through every file: the portal may find no fewer articles than hold the stretch.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { toTraditional } from '@/lib/locale/traditional';
import { parsePath, pathOf } from '@/lib/routes';
import { openAsker } from './asking';
import { shuffle } from './archives';
import { milliseconds, percentile, plain, type Row } from './ledger';

const limits = { rare: 50, common: 150 };
/** A stretch that more articles hold is a common one; that many are counted to the last one in any case. */
const commonFrom = 1_000;
const countedUpTo = 10_000;

interface Sought {
  readonly words: string;
  /** How many articles hold it. */
  held: number;
}

/** @param paths Articles in the Original's language, in no order that means anything. */
export async function measureSearching(origin: string, content: string, paths: readonly string[], searches: number): Promise<readonly Row[]> {
  const files = paths.flatMap((place) => {
    const address = parsePath(place);
    return address?.kind === 'article' ? [path.join(content, 'news/periodicals', address.periodical, address.issue, `${address.slug}.md`)] : [];
  });
  const sought = await takeStretches(files, searches);
  for (const file of files) {
    const text = await readText(file);
    for (const one of sought) if (text.includes(one.words)) one.held += 1;
  }
  const asker = openAsker(origin, 1);
  const times = { rare: [] as number[], common: [] as number[] };
  let [held, found] = [0, 0];
  await asker.ask(pathOf({ kind: 'search', locale: 'zh-hans', query: { words: '示例', page: 1 } }));
  for (const { words, held: truth } of sought) {
    for (const [locale, typed] of [['zh-hans', words], ['zh-hant', toTraditional(words)]] as const) {
      const { status, body, milliseconds: time } = await asker.ask(pathOf({ kind: 'search', locale, query: { words: typed, page: 1 } }), { 'accept-encoding': 'identity' });
      if (status !== 200) throw new Error(`A search for ${typed} was answered with ${status}.`);
      times[truth > commonFrom ? 'common' : 'rare'].push(time);
      const count = Number(/role="status">找到[^<\d]*([\d,]+)/.exec(body.toString())?.[1]?.replaceAll(',', '') ?? 0);
      held += truth;
      found += count >= countedUpTo ? truth : Math.min(count, truth);
    }
  }
  asker.close();
  const recall = found / held;
  const row = (kind: 'rare' | 'common'): Row => {
    const p95 = percentile(times[kind], 0.95);
    return { name: `search p50 / p95, ${kind}, ${plain(times[kind].length)} searches`, press: `${milliseconds(percentile(times[kind], 0.5))} / ${milliseconds(p95)}`, must: `p95 <= ${limits[kind]} ms`, isReached: p95 <= limits[kind] };
  };
  return [row('rare'), row('common'), { name: 'search recall, Simplified and Traditional', press: plain(recall, 4), must: '1', isReached: recall === 1 }];
}

/** Stretches within one line that hold two Han characters side by side. */
async function takeStretches(files: readonly string[], wanted: number): Promise<readonly Sought[]> {
  const taken = new Map<string, Sought>();
  const chances = shuffle(Array.from({ length: 1_000 }, (_, number) => number / 1_000));
  for (let turn = 0; taken.size < wanted && turn < 20 * wanted; turn++) {
    const text = await readText(files[turn % files.length] ?? '');
    const length = 2 + (turn % 7);
    const from = Math.floor((chances[turn % chances.length] ?? 0) * (text.length - length));
    const words = text.slice(from, from + length);
    if (/\p{Script=Han}{2}/u.test(words) && !/[\n"“”]|^\s|\s$/.test(words)) taken.set(words, { words, held: 0 });
  }
  return [...taken.values()];
}

/** The body, which is plain paragraphs in these archives. */
async function readText(file: string): Promise<string> {
  const text = await fs.readFile(file, 'utf8');
  return text.slice(text.indexOf('\n---\n', 4) + 5);
}
