/**
 * How to cite an article: GB/T 7714-2015 and APA as text, BibTeX and RIS for programs. Where it was printed comes before where it stands
 * on the web: the newspaper when its day is known, else the issue of the periodical. Promises that nothing is made up: names stay as they
 * were printed, because nobody can tell which part is the family's, and the day of reading is left for the reader to write.
 */
import type { Article } from '@/lib/content/article';
import type { Issue } from '@/lib/content/issue';
import type { Site } from '@/lib/content/site';
import { monthName } from '@/lib/locale/dates';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import type { CitationFormat } from '@/lib/routes';

export const citationTypes: Readonly<Record<CitationFormat, string>> = {
  txt: 'text/plain; charset=utf-8',
  bib: 'application/x-bibtex; charset=utf-8',
  ris: 'application/x-research-info-systems; charset=utf-8',
};

/** What a citation says. */
export interface Cited {
  /** Of the words. */
  readonly locale: Locale;
  /** Unique among the articles of the portal; letters, digits and hyphens. */
  readonly key: string;
  readonly title: string;
  readonly authors: readonly string[];
  /** A newspaper or a periodical. */
  readonly container: { readonly kind: 'newspaper' | 'periodical'; readonly name: string };
  /** Of the newspaper or of the issue, `YYYY-MM-DD`. */
  readonly date: string;
  /** The issue's number. */
  readonly number?: number;
  /** Of the newspaper, without 版. */
  readonly page?: string;
  readonly publisher: string;
  /** Absolute. */
  readonly url: string;
}

interface Sources {
  readonly article: Pick<Article, 'id' | 'shownLocale' | 'title' | 'authors' | 'newspaper'>;
  readonly issue: Pick<Issue, 'periodicalTitle' | 'number' | 'total'>;
  readonly site: Pick<Site, 'organisation'>;
  /** The article's own address, absolute. */
  readonly url: string;
}

export function citedAs({ article: { id, shownLocale, title, authors, newspaper }, issue, site, url }: Sources): Cited {
  const shared = { locale: shownLocale, key: `${id.periodical}-${id.issue}-${id.slug}`, title: inLine(title), authors: authors.map(inLine), publisher: inLine(site.organisation), url };
  if (newspaper?.date !== undefined) {
    const page = newspaper.page?.replace(/[版面]$/, '');
    return { ...shared, container: { kind: 'newspaper', name: inLine(newspaper.name) }, date: newspaper.date, ...(page !== undefined && { page: inLine(page) }) };
  }
  const number = issue.number ?? issue.total;
  return { ...shared, container: { kind: 'periodical', name: inLine(issue.periodicalTitle) }, date: id.issue, ...(number !== undefined && { number }) };
}

export function writeCitation(cited: Cited, format: CitationFormat): string {
  switch (format) {
    case 'txt':
      return ['GB/T 7714', asGbt(cited), '', 'APA', asApa(cited), '', messages(cited.locale).cite.hint, ''].join('\n');
    case 'bib':
      return asBibtex(cited);
    case 'ris':
      return asRis(cited);
  }
}

/** Up to three authors are named; of more, the first three. The day of reading is part of the form, and the reader's to fill in. */
function asGbt({ locale, title, authors, container: { kind, name }, date, number, page, url }: Cited): string {
  const { others, accessDate } = messages(locale).cite;
  const named = authors.length > 3 ? [...authors.slice(0, 3), others] : authors;
  const where = number === undefined ? date : `${date.slice(0, 4)}(${number})`;
  const parts = [
    ...(named.length > 0 ? [ended(named.join(', '))] : []),
    `${title}[${kind === 'newspaper' ? 'N' : 'J'}/OL].`,
    `${name}, ${where}${page === undefined ? '' : `(${page})`}[${accessDate}].`,
    url,
  ];
  return parts.join(' ');
}

/** https://apastyle.apa.org/style-grammar-guidelines/references/examples (magazines, newspapers): without an author, the title comes first. */
function asApa({ title, authors, container: { name }, date, number, page, url }: Cited): string {
  const day = `(${date.slice(0, 4)}, ${monthName(Number(date.slice(5, 7)), 'en')} ${Number(date.slice(8))}).`;
  const where = `${[name, number === undefined ? page : `(${number})`].filter((part) => part !== undefined).join(', ')}.`;
  const before = authors.length > 0 ? [ended(listForApa(authors)), day, ended(title)] : [ended(title), day];
  return [...before, where, url].join(' ');
}

/** Up to twenty are named; of more, the first nineteen and the last. */
function listForApa(authors: readonly string[]): string {
  const last = authors.at(-1) ?? '';
  if (authors.length > 20) return `${authors.slice(0, 19).join(', ')}, . . . ${last}`;
  return authors.length > 1 ? `${authors.slice(0, -1).join(', ')}, & ${last}` : last;
}

function asBibtex({ locale, key, title, authors, container, date, number, page, publisher, url }: Cited): string {
  const month = monthName(Number(date.slice(5, 7)), 'en').slice(0, 3).toLowerCase();
  const fields: readonly (readonly [name: string, value: string | undefined])[] = [
    // Braces of its own keep each name whole, also one with a comma or an “and” in it.
    ['author', authors.length > 0 ? `{${authors.map((name) => `{${forTex(name)}}`).join(' and ')}}` : undefined],
    ['title', `{{${forTex(title)}}}`],
    ['journal', `{${forTex(container.name)}}`],
    ['date', `{${date}}`],
    ['year', `{${date.slice(0, 4)}}`],
    ['month', month],
    ['number', number === undefined ? undefined : `{${number}}`],
    ['pages', page === undefined ? undefined : `{${forTex(page)}}`],
    ['publisher', `{${forTex(publisher)}}`],
    ['language', `{${localeFacts[locale].tag}}`],
    ['url', `{${url}}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value === undefined ? [] : [`  ${name} = ${value},`]));
  return `@article{${key},\n${lines.join('\n')}\n}\n`;
}

/** BibTeX counts braces without minding a backslash before them, so these two signs have to go by their names. */
const texSigns: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};

function forTex(text: string): string {
  return text.replace(/[\\{}~^#$%&_]/g, (sign) => texSigns[sign] ?? `\\${sign}`);
}

/** https://en.wikipedia.org/wiki/RIS_(file_format): two letters, two spaces, a hyphen, a space; lines end with CR LF. */
function asRis({ locale, title, authors, container: { kind, name }, date, number, page, publisher, url }: Cited): string {
  const lines: readonly (readonly [tag: string, value: string | undefined])[] = [
    ['TY', kind === 'newspaper' ? 'NEWS' : 'MGZN'],
    ...authors.map((author) => ['AU', author] as const),
    ['TI', title],
    ['T2', name],
    ['DA', date.replaceAll('-', '/')],
    ['PY', date.slice(0, 4)],
    ['IS', number === undefined ? undefined : String(number)],
    ['SP', page],
    ['PB', publisher],
    ['LA', localeFacts[locale].tag],
    ['UR', url],
    ['ER', ''],
  ];
  return lines.flatMap(([tag, value]) => (value === undefined ? [] : [`${tag}  - ${value}\r\n`])).join('');
}

/** One line without control characters: a line break would begin another field. */
function inLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}

function ended(text: string): string {
  return /[.?!。？！…]$/u.test(text) ? text : `${text}.`;
}
