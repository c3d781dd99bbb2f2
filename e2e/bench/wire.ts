/** Bytes over the wire of each kind of page, cold cache: HTML, CSS and JS as a browser that takes brotli gets them. */
import { openAsker, type Asker } from './asking';
import { kilobytes, type Row } from './ledger';

interface Weight {
  readonly html: number;
  readonly css: number;
  readonly js: number;
  readonly total: number;
  /** Addresses of scripts that are the framework's. */
  readonly foreign: readonly string[];
}

const limits = { seedArticle: 14 * 1024, script: 5 * 1024, front: 25 * 1024 };

/** @param kinds Name and path of each kind of page; the name `article of the seed` and `front page` have limits. */
export async function measureWire(origin: string, kinds: readonly { readonly name: string; readonly path: string }[]): Promise<readonly Row[]> {
  const asker = openAsker(origin, 4);
  const rows: Row[] = [];
  for (const { name, path } of kinds) {
    const { html, css, js, total, foreign } = await weigh(asker, path);
    const most = name === 'article of the seed' ? limits.seedArticle : name.startsWith('front page') ? limits.front : undefined;
    rows.push({
      name: `wire br: ${name}`,
      press: `${kilobytes(total)} = ${kilobytes(html)} + ${kilobytes(css)} css + ${kilobytes(js)} js`,
      ...(most ? { must: `<= ${kilobytes(most)}, js <= ${kilobytes(limits.script)}, no /_next/ js`, isReached: total <= most && js <= limits.script && foreign.length === 0 } : {}),
    });
  }
  asker.close();
  return rows;
}

async function weigh(asker: Asker, path: string): Promise<Weight> {
  const page = await asker.ask(path);
  const plain = await asker.ask(path, { 'accept-encoding': 'identity' });
  if (page.status !== 200) throw new Error(`${path} answers ${page.status}.`);
  const html = plain.body.toString('utf8');
  const sizeOf = async (addresses: readonly string[]): Promise<number> => {
    const answers = await Promise.all(addresses.map((address) => asker.ask(address)));
    return answers.reduce((sum, { body }) => sum + body.length, 0);
  };
  const styles = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? []);
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].flatMap(([, source]) => source ?? []);
  const [css, js] = [await sizeOf(styles), await sizeOf(scripts)];
  return { html: page.body.length, css, js, total: page.body.length + css + js, foreign: scripts.filter((source) => source.startsWith('/_next/')) };
}
