/** First render: what the first reader of a page waits for, one at a time and four at once. */
import { eachAtOnce, openAsker } from './asking';
import { milliseconds, percentile, plain, type Row } from './ledger';

const limit = 40;

/** @param paths Pages that nobody has asked this press for yet; half are asked one by one, half four at once. */
export async function measureFirstRender(origin: string, paths: readonly string[], label: string): Promise<readonly Row[]> {
  const asker = openAsker(origin, 4);
  const half = Math.floor(paths.length / 2);
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
  await run(paths.slice(0, 30), 1);
  const single = await run(paths.slice(30, half), 1);
  const four = await run(paths.slice(half), 4);
  asker.close();
  const [p50, p99] = [percentile(single.times, 0.5), percentile(single.times, 0.99)];
  return [
    { name: `first render p50 / p99, ${label}`, press: `${milliseconds(p50)} / ${milliseconds(p99)}`, must: `p99 <= ${limit} ms`, isReached: p99 <= limit },
    { name: `first render, 4 at once, ${label}`, press: `${milliseconds(percentile(four.times, 0.5))} / ${milliseconds(percentile(four.times, 0.99))}, ${plain(four.times.length / four.seconds)} pages/s` },
  ];
}
