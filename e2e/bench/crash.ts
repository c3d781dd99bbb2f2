/** Power cuts: kill -9 in the middle of counted views, again and again; no acknowledged view may be lost, and the portal must be back at once. */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { startPress, type Press } from '../portal';
import type { Archive } from './archives';
import { eachAtOnce, openAsker, type Asker } from './asking';
import { percentile, plain, type Row } from './ledger';

const limit = 3_000;
const viewsInRound = 1_000;
/** Each view comes from a reader of its own: the press is told that it stands behind a proxy, and the proxy names the reader. */
const settings = { PORTAL_PROXIES: '1', PORTAL_LOG: 'problems' };
const browser = 'Mozilla/5.0 (X11; Linux x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36';

/** @param archive A small one: the time to come back is that of the restart. Views go to a data folder of their own. */
export async function measureCrashes(archive: Archive, rounds: number): Promise<readonly Row[]> {
  const data = await fs.mkdtemp(path.join(os.tmpdir(), 'bench-views-'));
  const pages = archive.articlePaths('zh-hans').slice(0, 20);
  const acknowledged = new Map<string, number>();
  const sent = new Map<string, number>();
  const starts: number[] = [];
  let press: Press | undefined;
  let [lost, excess, broken] = [0, 0, 0];
  try {
    press = await startPress({ content: archive.content, data }, settings);
    if (!(await hasViews(press, pages))) return [{ name: 'kill -9 in counted views', press: 'no views are counted here' }];
    for (let round = 0; round < rounds; round++) {
      await countUntilKilled(press, pages, round, acknowledged, sent);
      press = await startPress({ content: archive.content, data }, settings);
      starts.push(press.startedIn);
      const asker = openAsker(press.origin, 4);
      for (const page of pages) {
        const now = await askViews(asker, page, 'GET', 'nobody');
        lost += Math.max(0, (acknowledged.get(page) ?? 0) - now);
        excess += Math.max(0, now - (sent.get(page) ?? 0));
      }
      const { body, status } = await asker.ask(pages[round % pages.length] ?? '', { 'accept-encoding': 'identity' });
      if (status !== 200 || !body.toString('utf8').endsWith('</html>')) broken += 1;
      asker.close();
    }
  } finally {
    await press?.stop();
    await fs.rm(data, { recursive: true, force: true });
  }
  const total = [...acknowledged.values()].reduce((sum, views) => sum + views, 0);
  const slowest = Math.max(...starts);
  return [
    {
      name: `kill -9, ${rounds} times in ${plain(total)} acknowledged views: lost, too many, broken pages, back in p50 / worst`,
      press: `${lost}, ${excess}, ${broken}, ${plain(percentile(starts, 0.5) / 1000)} s / ${plain(slowest / 1000)} s`,
      must: `0, 0, 0, <= ${limit / 1000} s`,
      isReached: lost + excess + broken === 0 && slowest <= limit,
    },
  ];
}

/** Sends views from ever new readers and pulls the plug at a moment nobody chose. */
async function countUntilKilled(press: Press, pages: readonly string[], round: number, acknowledged: Map<string, number>, sent: Map<string, number>): Promise<void> {
  const asker = openAsker(press.origin, 8);
  const readers = Array.from({ length: viewsInRound }, (_, view) => ({ page: pages[view % pages.length] ?? '', reader: `10.${round % 256}.${Math.floor(view / 250)}.${(view % 250) + 1}` }));
  const killed = new Promise<void>((resolve) => setTimeout(resolve, 50 + Math.random() * 700)).then(() => press.kill());
  await eachAtOnce(readers, 8, Infinity, async ({ page, reader }) => {
    sent.set(page, (sent.get(page) ?? 0) + 1);
    const isCounted = await askViews(asker, page, 'POST', reader).then(() => true, () => false);
    if (isCounted) acknowledged.set(page, (acknowledged.get(page) ?? 0) + 1);
  });
  await killed;
  asker.close();
}

/** The number that the portal answers. @throws Error when it answers none. */
async function askViews(asker: Asker, page: string, method: 'GET' | 'POST', reader: string): Promise<number> {
  const article = page.split('/news/periodicals/')[1] ?? '';
  const { status, body } = await asker.ask(`/api/views/${article}`, { 'user-agent': browser, 'x-forwarded-for': reader }, method);
  const views = /"views":\s*(\d+)/.exec(body.toString('utf8'))?.[1];
  if (status !== 200 || views === undefined) throw new Error(`Views of ${article}: ${status}`);
  return Number(views);
}

async function hasViews(press: Press, pages: readonly string[]): Promise<boolean> {
  const asker = openAsker(press.origin, 1);
  const found = await askViews(asker, pages[0] ?? '', 'GET', 'nobody').then(() => true, () => false);
  asker.close();
  return found;
}
