/**
 * Every address of the portal that readers may ask for at this moment, withdrawn articles among them, which stand in no list.
 * Candidates come from the content folder, whose files are the addresses; the catalogue says which of them exist for readers.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { fileOf, parsePlace } from '@/lib/content/place';
import { scanTree } from '@/lib/content/scan';
import { locales, originalLocale } from '@/lib/locale/locales';
import { inLocale, pathOf, type Address } from '@/lib/routes';

/** @returns Paths, what is linked before what links to it, so that a folder in use shows no dead link for long. */
export async function listPaths(content: string, catalogue: Pick<Catalogue, 'has'>): Promise<readonly string[]> {
  const addresses = (await listCandidates(content)).filter((address) => catalogue.has(address));
  return addresses.flatMap((address) => locales.map((locale) => pathOf(inLocale(address, locale))));
}

async function listCandidates(content: string): Promise<readonly Address[]> {
  const locale = originalLocale;
  const articles = new Map<string, Address>();
  const issues = new Map<string, Address>();
  const years = new Map<string, Address>();
  const periodicals = new Map<string, Address>();
  const pages = new Map<string, Address>();
  for await (const { folder, files } of scanTree(content, '')) {
    for (const name of files.keys()) {
      const file = folder === '' ? name : `${folder}/${name}`;
      const place = parsePlace(file);
      if (place?.kind === 'page') pages.set(place.slug, { kind: 'page', locale, slug: place.slug });
      if (place?.kind === 'periodical') periodicals.set(place.periodical, { kind: 'periodical', locale, periodical: place.periodical });
      if (place?.kind !== 'article') continue;
      const { periodical, issue, slug } = place;
      articles.set(fileOf({ ...place, locale }), { kind: 'article', locale, periodical, issue, slug });
      issues.set(`${periodical}/${issue}`, { kind: 'issue', locale, periodical, issue });
      const year = issue.slice(0, 4);
      years.set(`${periodical}/${year}`, { kind: 'year', locale, periodical, year });
    }
  }
  const inOrder = (found: ReadonlyMap<string, Address>): readonly Address[] => [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, address]) => address);
  return [...[articles, issues, pages, years, periodicals].flatMap(inOrder), { kind: 'periodicals', locale }, { kind: 'news', locale }, { kind: 'front', locale }];
}
