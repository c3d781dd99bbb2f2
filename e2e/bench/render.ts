/** First render: what the first reader of a page waits for, one at a time and four at once. */
import { eachAtOnce, openAsker } from './asking';
import { milliseconds, percentile, plain, type Row } from './ledger';

const limit = 40;

/** Pages asked for before anything is measured, in the time just after a start, and four at once; all the others one by one. */
const parts = { first: 30, early: 370, four: 400 };
/** So that the hundredth part of them is more than a handful. */
export const pagesForFirstRender = 2_400;

/** @param paths Pages that nobody has asked this press for yet. */
export async function measureFirstRender(origin: string, paths: readonly string[], label: string): Promise<readonly Row[]> {
  const asker = openAsker(origin, 4);
  const run = async (part: readonly string[], atOnce: number): Promise<{ times: readonly number[]; seconds: number }> => {
    const times: number[] = [];
    const began = performance.now();
    await eachAtOnce(part, atOnce, Infinity, async (path) => {
      const { status, milliseconds: time } = await asker.ask(path);
      if (status !== 200) throw new Error(`${path} answers ${status}.`);
      times.push(time);
    });
    return { times, seconds: (performance.now() - began) / 1000 };
  };
  // The very first pages pay for compiling the code, once in the life of a process.
  await run(paths.slice(0, parts.first), 1);
  const single = await run(paths.slice(parts.first, -parts.four), 1);
  const four = await run(paths.slice(-parts.four), 4);
  asker.close();
  const both = (times: readonly number[]): string => `${milliseconds(percentile(times, 0.5))} / ${milliseconds(percentile(times, 0.99))}`;
  const isReached = percentile(single.times, 0.99) <= limit;
  return [
    { name: `first render p50 / p99, ${plain(single.times.length)} pages, ${label}`, press: both(single.times), must: `p99 <= ${limit} ms`, isReached },
    { name: `first render p50 / p99, the first ${parts.early} of them, ${label}`, press: both(single.times.slice(0, parts.early)) },
    { name: `first render, 4 at once, ${label}`, press: `${both(four.times)}, ${plain(four.times.length / four.seconds)} pages/s` },
  ];
}
