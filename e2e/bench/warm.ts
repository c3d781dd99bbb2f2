/** Warm requests per second of one process: the press, nginx and bare Node with the same bytes and headers, `next start`; one after the other, three rounds. */
import { askAsFastAsPossible, hasWrk, openAsker } from './asking';
import { plain, type Row } from './ledger';
import { hasNginx, startBareNode, startNext, startNginx, type Rival } from './rivals';

const limits = { overNext: 20, overNginx: 0.3 };
const rounds = 3;

/** @param place Content and data of the running press: `next start` reads the same index. */
export async function measureWarm(origin: string, pagePath: string, place: { readonly content: string; readonly data: string }, seconds: number): Promise<readonly Row[]> {
  const asker = openAsker(origin, 1);
  const headers = { 'accept-encoding': 'gzip' };
  const page = await asker.ask(pagePath, headers);
  const tag = page.headers.etag ?? '';
  asker.close();
  const nginx = hasNginx ? await startNginx(pagePath, page) : undefined;
  const node = await startBareNode(pagePath, page);
  const next = await startNext(pagePath, place);
  const rate = async (rival: Rival | undefined): Promise<number> => (rival ? askAsFastAsPossible(rival.origin + pagePath, seconds, headers) : Number.NaN);
  const rates: { press: number; nginx: number; node: number; next: number; again: number }[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      rates.push({
        press: await askAsFastAsPossible(origin + pagePath, seconds, headers),
        nginx: await rate(nginx),
        node: await rate(node),
        next: await rate(next),
        again: await askAsFastAsPossible(origin + pagePath, seconds, { ...headers, 'if-none-match': tag }),
      });
    }
  } finally {
    await nginx?.close();
    await node.close();
    await next.close();
  }
  const middle = (read: (rate: (typeof rates)[number]) => number): number => rates.map(read).sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? Number.NaN;
  const [press, besideNginx, besideNode, besideNext, again] = [middle(({ press }) => press), middle(({ nginx }) => nginx), middle(({ node }) => node), middle(({ next }) => next), middle(({ again }) => again)];
  const generator = hasWrk ? 'wrk' : 'a Node client, which is the bottleneck';
  return [
    {
      name: `warm requests/s, gzip (${generator})`,
      press: plain(press),
      nginx: hasNginx ? plain(besideNginx) : 'not installed',
      next: plain(besideNext),
      ratio: `${hasNginx ? `${plain(press / besideNginx)} of nginx, ` : ''}${plain(press / besideNext)} x next`,
      must: `>= ${limits.overNginx} of nginx, >= ${limits.overNext} x next`,
      isReached: press / besideNext >= limits.overNext && (!hasNginx || press / besideNginx >= limits.overNginx),
    },
    { name: `warm requests/s of bare Node ${process.versions.node}, same bytes and headers`, press: plain(besideNode), ratio: `${hasNginx ? `${plain(besideNode / besideNginx)} of nginx; ` : ''}the press has ${plain(press / besideNode)} of it` },
    { name: 'warm requests/s, not modified (304)', press: plain(again) },
  ];
}
