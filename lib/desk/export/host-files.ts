/**
 * The files that tell a host of plain files how to serve them: `_headers` and `_redirects`, which several hosts read, and an entrance
 * page for those that read neither; and where a short address leads. Promises the headers of the press, whatever address they are asked for by.
 */
import { localeFacts, locales, originalLocale } from '@/lib/locale/locales';
import { pathOf, shortPathOf, type Address } from '@/lib/routes';

export interface Served {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** What a host says itself: it compresses, and it reckons its own tags. */
const ownToHosts: readonly string[] = ['content-length', 'content-encoding', 'etag', 'vary'];
/** Types that not every host sends for an ending by itself; what is not here, hosts know. */
const toldEndings: readonly string[] = ['atom', 'ics', 'json'];
/** ... unless it is what everyone sends. */
const plainJson = 'application/json';

/** Of what the press sends, the headers that a host has to be told of, names and values in turn. */
export function headersToTell({ path, headers }: Served): readonly string[] {
  const isTypeTold = toldEndings.includes(/\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '');
  return headers.flatMap((name, place) => {
    const value = headers[place + 1] ?? '';
    if (place % 2 === 1 || ownToHosts.includes(name.toLowerCase())) return [];
    if (name.toLowerCase() === 'content-type' && (!isTypeTold || value === plainJson)) return [];
    return [name, value];
  });
}

/**
 * The text of `_headers`: one rule for each folder at the top, with the headers that most in it have; after all of them, rules for the
 * addresses that differ (feeds among pages), because a host that takes only so many rules leaves out the last.
 * @param served With the headers to tell.
 */
export function headersFile(served: Iterable<Served>): string {
  const tops = new Map<string, Served[]>();
  for (const one of [...served].sort((a, b) => (a.path < b.path ? -1 : 1))) {
    const [, name = ''] = one.path.split('/', 2);
    const inside = tops.get(name);
    if (inside) inside.push(one);
    else tops.set(name, [one]);
  }
  const rules: string[] = [];
  const exceptions: string[] = [];
  for (const [name, inside] of tops) {
    const top = `/${name}`;
    const below = inside.filter(({ path }) => path !== top);
    for (const { path, headers } of inside) if (path === top) rules.push(ruleOf(top, linesOf(headers)));
    const usual = mostFrequent(below.map(({ headers }) => linesOf(headers).join('\n'))).split('\n');
    if (below.length > 0) rules.push(ruleOf(`${top}/*`, usual));
    for (const { path, headers } of below) exceptions.push(...exceptionOf(path, linesOf(headers), usual));
  }
  return [...rules, ...exceptions].join('\n');
}

/** What has to be said for an address when its folder's rule is said: a header of another value is first taken away (`! Name`). */
function exceptionOf(path: string, lines: readonly string[], usual: readonly string[]): readonly string[] {
  const nameOf = (line: string): string => line.slice(0, line.indexOf(':'));
  const names = new Set(usual.map(nameOf));
  const others = lines.filter((line) => !usual.includes(line)).flatMap((line) => (names.has(nameOf(line)) ? [`! ${nameOf(line)}`, line] : [line]));
  return others.length === 0 ? [] : [ruleOf(path, others)];
}

function mostFrequent(texts: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  const [first] = [...counts].sort(([, a], [, b]) => b - a);
  return first?.[0] ?? '';
}

function linesOf(headers: readonly string[]): readonly string[] {
  return headers.flatMap((name, place) => (place % 2 === 0 ? [`${name}: ${headers[place + 1] ?? ''}`] : []));
}

function ruleOf(pattern: string, lines: readonly string[]): string {
  return `${[pattern, ...lines.map((line) => `  ${line}`)].join('\n')}\n`;
}

const home = pathOf({ kind: 'front', locale: originalLocale });

/** An old address and the one it has now, in one language. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

/** The text of `_redirects`: a host of plain files does not know the reader's language, so everyone enters by the Original's. */
export function redirectsFile(moves: readonly Move[]): string {
  return [`/ ${home} 302`, ...moves.map(({ from, to }) => `${from} ${to} 301`), ''].join('\n');
}

/** The page at an old address, for hosts that read no `_redirects`. */
export function movedPage(to: Address, origin: string): string {
  const path = pathOf(to);
  return [
    '<!DOCTYPE html>',
    `<html lang="${localeFacts[to.locale].tag}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="refresh" content="0; url=${path}">`,
    `<link rel="canonical" href="${origin}${path}">`,
    `<title>${origin}${path}</title>`,
    '</head>',
    `<body><p><a href="${path}">${origin}${path}</a></p></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The page at `/`, for hosts that read no `_redirects`. */
export function entrancePage(name: string, origin: string): string {
  const title = name.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
  const links = locales.map((locale) => `<li><a href="${pathOf({ kind: 'front', locale })}" lang="${localeFacts[locale].tag}" hreflang="${localeFacts[locale].tag}">${localeFacts[locale].name}</a></li>`);
  return [
    '<!DOCTYPE html>',
    `<html lang="${localeFacts[originalLocale].tag}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="refresh" content="0; url=${home}">`,
    `<link rel="canonical" href="${origin}${home}">`,
    `<title>${title}</title>`,
    '</head>',
    `<body><h1>${title}</h1><ul>${links.join('')}</ul></body>`,
    '</html>',
    '',
  ].join('\n');
}

/** The file at a short address, which names no language: it leads to the page in the Original's, where the others are linked. */
export function shortEntrance(code: string): { readonly path: string; readonly html: string } {
  const page = pathOf({ kind: 'copy', locale: originalLocale, code });
  return { path: `${shortPathOf(code)}/index.html`, html: `<!DOCTYPE html><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${page}"><title>${code}</title><a href="${page}">${page}</a>\n` };
}
