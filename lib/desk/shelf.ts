/**
 * What the desk knows of the content folder before it works: the place the site speaks of, the periodicals and their columns.
 * Read from the files themselves, so that the desk needs no index. A file with Problems is left to `check`, and simply not known here.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, type TextDocument } from '@/lib/content/document';
import { parsePeriodical } from '@/lib/content/periodical';
import { parseSite } from '@/lib/content/site';
import { slugPattern } from '@/lib/routes';

export interface Shelf {
  /** `place` of site.md. */
  readonly place?: string;
  readonly periodicals: readonly { readonly slug: string; readonly title: string; readonly columns: readonly string[] }[];
}

export const periodicalsFolder = 'news/periodicals';

export async function readShelf(content: string): Promise<Shelf> {
  const site = await readContentFile(content, 'site.md');
  const place = site && parseSite(site).data?.place;
  const entries = await fs.readdir(path.join(content, periodicalsFolder), { withFileTypes: true }).catch(() => []);
  const slugs = entries.filter((entry) => entry.isDirectory() && slugPattern.test(entry.name)).map(({ name }) => name).sort();
  const periodicals = await Promise.all(
    slugs.map(async (slug) => {
      const document = await readContentFile(content, `${periodicalsFolder}/${slug}/index.md`);
      const data = document && parsePeriodical(document).data;
      return data ? [{ slug, title: data.title, columns: data.columns.map(({ name }) => name) }] : [];
    }),
  );
  return { ...(place !== undefined && { place }), periodicals: periodicals.flat() };
}

async function readContentFile(content: string, file: string): Promise<TextDocument | undefined> {
  const bytes = await fs.readFile(path.join(content, file)).catch(() => undefined);
  const document = bytes && parseDocument(file, bytes);
  return document && 'data' in document ? document : undefined;
}
