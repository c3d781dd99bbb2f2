/**
 * What a reader's device has to fetch to keep an issue: its pages in one language and mode, and all that they show, with sizes as they are
 * sent. Devices choose among the copies of a picture; they fetch again what has another version, when the list has changed.
 * Promises that nothing is in the list that cannot be had at this moment, and that every page in it has what it shows in it too.
 */
import { longDate } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';
import type { Catalogue } from '@/lib/content/catalogue';
import { pathOfShown, type Address, type SavingListAddress } from '@/lib/routes';
import type { ListedFile, SavingList } from '@/lib/saving-list';

/** One file of the portal as readers get it. */
export interface Sent {
  readonly bytes: number;
  readonly version: string;
  /** Of a page. */
  readonly html?: string;
}

/** The version that an ETag tells: what is between its quotes. */
export function versionOf(etag: string): string {
  return etag.replace(/^W\/|"/g, '');
}

/** @returns Undefined when there is no such file. */
export type FindSent = (path: string) => Promise<Sent | undefined>;

/** What the reader's script fetches by itself: the reading aids, and what tells of being offline (lib/reader/bundle.mjs). */
const fetchedByScript = /^\/assets\/(?:aids|offline)-[0-9a-f]{12}\.(?:js|css)$/;

/**
 * @param assets Paths of the files beside the pages.
 * @returns Undefined when there is no such issue, or no article in it.
 */
export async function composeSavingList({ issue: address, isElder }: SavingListAddress, catalogue: Pick<Catalogue, 'findIssue'>, assets: Iterable<string>, find: FindSent): Promise<SavingList | undefined> {
  const { locale } = address;
  const issue = catalogue.findIssue(locale, address.periodical, address.issue);
  if (!issue || issue.contents.length === 0) return undefined;
  const articles = issue.contents.flatMap(({ articles: ofColumn }) => ofColumn.map(({ id }): Address => ({ kind: 'article', locale, ...id })));
  const pages: ListedFile[] = [];
  const files = new Set([...assets].filter((path) => fetchedByScript.test(path)));
  const pictures = new Map<string, readonly Candidate[]>();
  // One after the other: readers' pages are composed in between.
  for (const shown of [address, ...articles, { kind: 'offline', locale } as const]) {
    const path = pathOfShown({ address: shown, isElder });
    const page = await find(path);
    if (page?.html === undefined) return undefined;
    pages.push({ path, bytes: page.bytes, version: page.version });
    const parts = partsOf(page.html);
    for (const part of parts.files) files.add(part);
    for (const candidates of parts.pictures) pictures.set(candidates[0]?.path ?? '', candidates);
  }
  const measured = await Promise.all([...pictures.values()].map((candidates) => Promise.all(candidates.map(async (one) => ({ ...one, sent: await find(one.path) })))));
  return {
    title: fill(messages(locale).issue.title, { periodical: issue.periodicalTitle, date: longDate(issue.date, locale) }),
    pages,
    files: (await Promise.all([...files].sort().map(async (path) => ({ path, sent: await find(path) })))).flatMap(({ path, sent }) => (sent ? [{ path, bytes: sent.bytes, version: sent.version }] : [])),
    pictures: measured.map((candidates) => candidates.flatMap(({ path, width, sent }) => (sent ? [{ path, width, bytes: sent.bytes, version: sent.version }] : []))).filter((copies) => copies.length > 0),
  };
}

interface Candidate {
  readonly path: string;
  readonly width: number;
}

interface Parts {
  readonly files: readonly string[];
  readonly pictures: readonly (readonly Candidate[])[];
}

const tagPattern = /<(img|script|link)\s(?:[^>"]|"[^"]*")*>/g;
const loadedRelations: readonly string[] = ['stylesheet', 'icon'];
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&#x27;': "'", '&#39;': "'", '&lt;': '<', '&gt;': '>' };

/** What a browser fetches with a page. @param html As the press sends it: every value in double quotes. */
function partsOf(html: string): Parts {
  const files: string[] = [];
  const pictures: (readonly Candidate[])[] = [];
  for (const [tag, name] of html.matchAll(tagPattern)) {
    const source = attributeOf(tag, name === 'link' ? 'href' : 'src');
    if (source === undefined || !source.startsWith('/')) continue;
    if (name === 'link' && !loadedRelations.includes(attributeOf(tag, 'rel') ?? '')) continue;
    if (name !== 'img' || !source.startsWith('/media/')) {
      files.push(source);
      continue;
    }
    const listed = (attributeOf(tag, 'srcset') ?? '').split(', ').flatMap((one): Candidate[] => {
      const [path = '', width] = one.split(' ');
      return path.startsWith('/') ? [{ path, width: Number.parseInt(width ?? '0', 10) }] : [];
    });
    pictures.push(listed.length > 0 ? listed.sort((a, b) => a.width - b.width) : [{ path: source, width: 0 }]);
  }
  return { files, pictures };
}

function attributeOf(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(String.raw`\s${name}="([^"]*)"`, 'i').exec(tag) ?? [];
  return value?.replace(/&(?:amp|#x27|#39|lt|gt);/g, (entity) => entities[entity] ?? entity);
}
