/**
 * What a file of the content folder is, told by its path alone; and the path of each thing.
 * The address is the file path, so a wrong path is a Problem like any other.
 */
import { isRealDate } from '@/lib/locale/dates';
import { isLocale, locales, originalLocale, type Locale } from '@/lib/locale/locales';
import type { Problem } from '@/lib/problem';
import { reservedArticleSlugs, reservedPageSlugs, slugPattern } from '@/lib/routes';
import { redirectsFile } from './redirects';

export type TextPlace =
  | { readonly kind: 'site'; readonly locale: Locale }
  /** What the last audit found. It is in no language. */
  | { readonly kind: 'compliance'; readonly locale: Locale }
  | { readonly kind: 'page'; readonly slug: string; readonly locale: Locale }
  | { readonly kind: 'periodical'; readonly periodical: string; readonly locale: Locale }
  | { readonly kind: 'issue'; readonly periodical: string; readonly issue: string; readonly locale: Locale }
  | { readonly kind: 'article'; readonly periodical: string; readonly issue: string; readonly slug: string; readonly locale: Locale };

export type Place =
  | TextPlace
  | { readonly kind: 'picture'; readonly periodical: string; readonly issue: string; readonly name: string }
  | { readonly kind: 'recording'; readonly periodical: string; readonly issue: string; readonly name: string }
  | { readonly kind: 'redirects' }
  /** The ledger of the editions that the desk has made of an issue (see editions.ts); the editions themselves are no content. */
  | { readonly kind: 'editions'; readonly periodical: string; readonly issue: string };

/** A file that cannot be published from where it lies. `meant` is the file it was probably meant to be. */
export interface Misplaced {
  readonly kind: 'misplaced';
  readonly problem: Problem;
  readonly meant?: string;
}

const periodicals = 'news/periodicals';
/** Below an issue's folder: what the desk has made of the issue. */
export const editionsFolder = 'editions';
export const ledgerName = 'editions.json';

const pictureName = /\.(?:jpe?g|png|webp|avif|gif)$/i;
const recordingName = /\.(?:mp3|m4a)$/i;
/** At the top: what editors read, and what the desk reads. */
const namesOfOthers: readonly string[] = ['README.md', 'misprints.txt', 'spellings.txt', 'addresses.txt'];
const ignoredName = /^\.|~$|\.(?:swp|swx|tmp|part|crdownload)$|^(?:Thumbs\.db|desktop\.ini)$/i;

export function isText(place: Place | Misplaced): place is TextPlace {
  return 'locale' in place;
}

/** Whether a file or folder of this name is none of ours: hidden files, editors' backups, half-written downloads. */
export function isIgnoredName(name: string): boolean {
  return ignoredName.test(name);
}

/** The path of the Original or of a Translation, relative to the content folder. */
export function fileOf(place: Place): string {
  switch (place.kind) {
    case 'site':
      return `site${suffix(place.locale)}`;
    case 'compliance':
      return 'compliance.md';
    case 'page':
      return `pages/${place.slug}${suffix(place.locale)}`;
    case 'periodical':
      return `${periodicals}/${place.periodical}/index${suffix(place.locale)}`;
    case 'issue':
      return `${issueFolder(place)}/index${suffix(place.locale)}`;
    case 'article':
      return `${issueFolder(place)}/${place.slug}${suffix(place.locale)}`;
    case 'picture':
    case 'recording':
      return `${issueFolder(place)}/${place.name}`;
    case 'redirects':
      return redirectsFile;
    case 'editions':
      return `${issueFolder(place)}/${editionsFolder}/${ledgerName}`;
  }
}

export function issueFolder(place: { readonly periodical: string; readonly issue: string }): string {
  return `${periodicals}/${place.periodical}/${place.issue}`;
}

/** The folder of a path, '' at the top. */
export function folderOf(file: string): string {
  return file.slice(0, Math.max(0, file.lastIndexOf('/')));
}

function suffix(locale: Locale): string {
  return locale === originalLocale ? '.md' : `.${locale}.md`;
}

/**
 * What the file is; undefined for files that are none of ours (README.md and the desk's own lists at the top, hidden files, backups).
 * @param file Relative to the content folder, forward slashes.
 */
export function parsePlace(file: string): Place | Misplaced | undefined {
  const parts = file.split('/');
  if (parts.some(isIgnoredName) || namesOfOthers.includes(file)) return undefined;
  if (file === redirectsFile) return { kind: 'redirects' };
  const [top = '', second, periodical, issue, name, ...deeper] = parts;
  const [edition, ...deepest] = deeper;
  if (name === editionsFolder && periodical !== undefined && issue !== undefined && issueFolder({ periodical, issue }) === parts.slice(0, 4).join('/') && slugPattern.test(periodical) && isRealDate(issue) && deepest.length === 0) {
    return edition === ledgerName ? { kind: 'editions', periodical, issue } : undefined;
  }
  if (parts.length === 1) return parseTextName(file, top, '', (stem, locale) =>
      stem === 'site' ? { kind: 'site', locale } : file === 'compliance.md' ? { kind: 'compliance', locale } : undefined,
    );
  if (top === 'pages' && second !== undefined && parts.length === 2) {
    return parseTextName(file, second, 'pages/', (slug, locale) => ({ kind: 'page', slug, locale }));
  }
  if (top !== 'news' || second !== 'periodicals' || periodical === undefined || issue === undefined || deeper.length > 0) return misplaced(file);
  const folder = `${periodicals}/${periodical}`;
  if (!slugPattern.test(periodical)) return badSlug(folder, periodical);
  if (name === undefined) {
    return parseTextName(file, issue, `${folder}/`, (stem, locale) => (stem === 'index' ? { kind: 'periodical', periodical, locale } : undefined));
  }
  if (!isRealDate(issue)) return badIssueFolder(`${folder}/${issue}`, issue);
  if (pictureName.test(name)) return { kind: 'picture', periodical, issue, name: name.normalize('NFC') };
  if (recordingName.test(name)) return { kind: 'recording', periodical, issue, name: name.normalize('NFC') };
  return parseTextName(file, name, `${folder}/${issue}/`, (stem, locale) =>
    stem === 'index' ? { kind: 'issue', periodical, issue, locale } : { kind: 'article', periodical, issue, slug: stem, locale },
  );
}

/** `name.md`, `name.en.md`. Only a file that would be at home here under another name gets to hear which name. */
function parseTextName(file: string, name: string, folder: string, place: (stem: string, locale: Locale) => TextPlace | undefined): Place | Misplaced {
  const match = /^(.*?)(?:\.([^.]+))?\.md$/i.exec(name);
  if (!match) return misplaced(file);
  const [, stem = '', code] = match;
  const tidyCode = code?.toLowerCase().replace('_', '-');
  const locale = tidyCode === undefined ? originalLocale : isLocale(tidyCode) ? tidyCode : undefined;
  const tidyStem = stem.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const meant = locale && slugPattern.test(tidyStem) && place(tidyStem, locale) ? `${folder}${tidyStem}${suffix(locale)}` : undefined;
  if (meant === file && locale) {
    const found = place(stem, locale);
    if (found?.kind === 'page' && reservedPageSlugs.includes(found.slug)) return reserved(file, found.slug, reservedPageSlugs);
    if (found?.kind === 'article' && reservedArticleSlugs.includes(found.slug)) return reserved(file, found.slug, reservedArticleSlugs);
    return found ?? misplaced(file);
  }
  if (!place(tidyStem || 'a', locale ?? originalLocale)) return misplaced(file);
  if (!locale) return unknownLanguage(file, code ?? '');
  return { ...badSlug(file, name, meant?.slice(folder.length)), ...(meant && { meant }) };
}

function trouble(file: string, rule: string, level: Problem['level'], message: Problem['message'], remedy: Problem['remedy']): Misplaced {
  return { kind: 'misplaced', problem: { file, line: 1, column: 1, rule, level, message, remedy } };
}

function misplaced(file: string): Misplaced {
  return trouble(
    file,
    'misplaced-file',
    /\.md$/i.test(file) ? 'error' : 'warning',
    { zh: `门户不认识放在这里的文件：${file}`, en: `The portal knows no file in this place: ${file}` },
    {
      zh: '文章、图片和录音放进 news/periodicals/<刊名>/<YYYY-MM-DD>/，固定页面放进 pages/；图片用 jpg、png、webp、avif 或 gif，录音用 mp3 或 m4a',
      en: 'Put articles, pictures and recordings into news/periodicals/<periodical>/<YYYY-MM-DD>/, standing pages into pages/; pictures are jpg, png, webp, avif or gif, recordings mp3 or m4a',
    },
  );
}

function badSlug(file: string, name: string, better?: string): Misplaced {
  return trouble(
    file,
    'bad-slug',
    'error',
    { zh: `名字“${name}”不能做网址`, en: `The name "${name}" cannot be an address` },
    {
      zh: `只用小写英文字母、数字和单个连字符，例如 ${better ?? 'gan-wei-gan-chuang.md'}`,
      en: `Use lower-case letters, digits and single hyphens, such as ${better ?? 'gan-wei-gan-chuang.md'}`,
    },
  );
}

function unknownLanguage(file: string, code: string): Misplaced {
  const known = locales.filter((locale) => locale !== originalLocale).join('、');
  return trouble(
    file,
    'bad-slug',
    'error',
    { zh: `文件名里的“.${code}.”不是门户的文种`, en: `".${code}." in the file name is none of the portal's languages` },
    { zh: `译文用 ${known}；原文不写文种；名字里不用句点`, en: `A translation takes ${known.replaceAll('、', ', ')}; the Original takes none; no full stop in a name` },
  );
}

function reserved(file: string, slug: string, all: readonly string[]): Misplaced {
  return trouble(
    file,
    'reserved-slug',
    'error',
    { zh: `“${slug}”这个网址门户自己要用`, en: `The portal uses the address "${slug}" itself` },
    { zh: `换一个文件名；不能用：${all.join('、')}`, en: `Choose another file name; not one of: ${all.join(', ')}` },
  );
}

function badIssueFolder(folder: string, name: string): Misplaced {
  return trouble(
    folder,
    'issue-folder-not-a-date',
    'error',
    { zh: `一期的文件夹要用日期命名，“${name}”不是日期`, en: `An issue's folder is named by its date; "${name}" is not one` },
    { zh: '改成 YYYY-MM-DD，例如 2023-02-03', en: 'Rename it to YYYY-MM-DD, such as 2023-02-03' },
  );
}
