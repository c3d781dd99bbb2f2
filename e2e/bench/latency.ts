/** Publishing: from the moment a file is closed to the moment its new bytes are served, while fifty readers read. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { parsePath } from '@/lib/routes';
import { openAsker } from './asking';
import { milliseconds, percentile, plain, type Row } from './ledger';

const limit = 1_000;
const readers = 50;
/** A reader opens a page every so often: a thousand pages a second from all of them. */
const pause = 50;

/**
 * Changes `changes` articles one after the other, as an editor's program saves, and puts each back at the end.
 * @param paths Articles in the Original's language.
 */
export async function measurePublishing(origin: string, content: string, paths: readonly string[], changes: number): Promise<readonly Row[]> {
  const reading = openAsker(origin, readers);
  const editing = openAsker(origin, 1);
  const before = new Map<string, string>();
  const times: number[] = [];
  let isOver = false;
  let read = 0;
  const crowd = Array.from({ length: readers }, async (_, reader) => {
    for (let turn = reader; !isOver; turn += readers) {
      await reading.ask(paths[turn % Math.min(paths.length, 2_000)] ?? '/');
      read += 1;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  });
  const began = performance.now();
  try {
    for (let change = 0; change < changes; change++) {
      const place = paths[(change * 7919) % paths.length] ?? '';
      const address = parsePath(place);
      if (address?.kind !== 'article') throw new Error(`${place} is no article.`);
      const file = path.join(content, 'news/periodicals', address.periodical, address.issue, `${address.slug}.md`);
      const text = await fs.readFile(file, 'utf8');
      if (!before.has(file)) before.set(file, text);
      const mark = `第${change}次改动${process.pid}`;
      await editing.ask(place);
      await fs.writeFile(`${file}.tmp`, `${text}\n${mark}。\n`);
      const saved = performance.now();
      await fs.rename(`${file}.tmp`, file);
      while (!(await editing.ask(place, { 'accept-encoding': 'identity' })).body.includes(mark)) {
        if (performance.now() - saved > 60_000) throw new Error(`${file} was not published within a minute.`);
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      times.push(performance.now() - saved);
    }
  } finally {
    isOver = true;
    await Promise.allSettled(crowd);
    await Promise.all([...before].map(([file, text]) => fs.writeFile(file, text)));
    reading.close();
    editing.close();
  }
  const p99 = percentile(times, 0.99);
  const rate = read / ((performance.now() - began) / 1000);
  return [{ name: `publish p50 / p99, ${readers} readers (${plain(rate)} pages/s), ${changes} changes`, press: `${milliseconds(percentile(times, 0.5))} / ${milliseconds(p99)}`, must: `p99 <= ${limit} ms`, isReached: p99 <= limit }];
}
