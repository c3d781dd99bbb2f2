/**
 * Speculation rules: browsers fetch an issue or article when the reader is about to open it, so that pages open at once without a
 * client router. They come by header, because no page holds an inline script. Browsers leave them alone when the reader saves data or
 * power; nothing is rendered ahead, so no view is counted and no script runs.
 */
import { lifetimes } from './headers';
import { makePrint, type Print } from './print';

const path = '/speculation-rules.json';

const rules = {
  prefetch: [
    {
      source: 'document',
      where: { href_matches: '/:locale{/elder}?/news/periodicals/:periodical/:issue([0-9]{4}-[0-9]{2}-[0-9]{2}){/:article}?' },
      eagerness: 'moderate',
    },
  ],
};

/** The header of every page, name and value. */
export const speculationHeader: readonly string[] = ['Speculation-Rules', `"${path}"`];

/** The file that the header names: its path and its bytes. */
export async function speculationFile(headers: readonly string[]): Promise<readonly [path: string, file: Print]> {
  const body = Buffer.from(JSON.stringify(rules));
  return [path, await makePrint({ body, type: 'application/speculationrules+json', lifetime: lifetimes.file, headers, effort: 'file' })];
}
