/** Archives to measure on: made once for each size, kept with their index beside the build, and used again. */
import fs from 'node:fs/promises';
import path from 'node:path';
import { writeArchive } from '@/lib/archive/archive';
import { pathOf } from '@/lib/routes';
import { locales, type Locale } from '@/lib/locale/locales';

export interface Archive {
  readonly articles: number;
  readonly content: string;
  /** The press's own folder for this archive; may hold an index from before. */
  readonly data: string;
  /** Paths of all articles in a language, in no order that means anything. */
  articlePaths(locale: Locale): readonly string[];
}

/** The newest issue's day; fixed, so that every run measures the same bytes. */
const newest = '2025-06-27';

/** The archive of so many articles, made now when it is not there. */
export async function prepareArchive(folder: string, articles: number): Promise<Archive> {
  const home = path.join(folder, String(articles));
  const content = path.join(home, 'content');
  const label = path.join(home, 'archive.json');
  const wanted = JSON.stringify({ articles, newest });
  if ((await fs.readFile(label, 'utf8').catch(() => '')) !== wanted) {
    await fs.rm(home, { recursive: true, force: true });
    await writeArchive(content, { articles, seed: 'bench', newest }, () => undefined);
    await fs.writeFile(label, wanted);
  }
  const places = await listArticles(content);
  const articlePaths = (locale: Locale): readonly string[] => places.map((place) => pathOf({ kind: 'article', locale, ...place }));
  return { articles, content, data: path.join(home, 'data'), articlePaths };
}

async function listArticles(content: string): Promise<readonly { readonly periodical: string; readonly issue: string; readonly slug: string }[]> {
  const files = await fs.readdir(path.join(content, 'news/periodicals'), { recursive: true });
  return files.flatMap((file) => {
    const [periodical = '', issue = '', name = '', ...more] = file.split(path.sep);
    const slug = /^([a-z0-9-]+)\.md$/.exec(name)?.[1];
    return slug && slug !== 'index' && more.length === 0 ? [{ periodical, issue, slug }] : [];
  });
}

/** The list shuffled, the same way each time. */
export function shuffle<T>(list: readonly T[]): readonly T[] {
  let state = 42;
  const next = (): number => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648);
  return list.map((item) => ({ item, rank: next() })).sort((a, b) => a.rank - b.rank).map(({ item }) => item);
}

export const allLocales: readonly Locale[] = locales;
