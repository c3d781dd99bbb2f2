/**
 * Speculation rules: browsers fetch an issue or article when the reader is about to open it, so that pages open at once without a
 * client router. They come by header, because no page holds an inline script. Readers who save data are given rules that ask for nothing: not every
 * browser leaves the others alone by itself. Nothing is rendered ahead, so no view is counted and no script runs.
 */
import { lifetimes } from './headers';
import { makePrint, type Print } from './print';

const path = '/speculation-rules.json';
const sparingPath = '/speculation-rules.sparing.json';

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

/** The file that the header names, and the one that stands for it when the reader saves data: path and bytes. */
export async function speculationFiles(headers: readonly string[]): Promise<readonly (readonly [path: string, file: Print])[]> {
  const make = async (place: string, content: object): Promise<readonly [string, Print]> => {
    const body = Buffer.from(JSON.stringify(content));
    return [place, await makePrint({ body, type: 'application/speculationrules+json', lifetime: lifetimes.file, headers: ['Vary', 'Save-Data', ...headers], effort: 'file' })];
  };
  return [await make(path, rules), await make(sparingPath, { prefetch: [] })];
}

/** The path of the file that answers a request for another: the same, but for the rules of a reader who saves data (`Save-Data: on`). */
export function fileFor(asked: string, saveData: string | string[] | undefined): string {
  return asked === path && saveData === 'on' ? sparingPath : asked;
}
