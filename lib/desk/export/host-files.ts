/**
 * The files that tell a host of plain files how to serve them: `_headers` and `_redirects`, which several hosts read, and an entrance
 * page for those that read neither. Promises the headers of the press, whatever address they are asked for by.
 */
import { localeFacts, locales, originalLocale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';

export interface Served {
  readonly path: string;
  /** Names and values in turn. */
  readonly headers: readonly string[];
}

/** What a host says itself: it compresses, and it reckons its own tags. */
const ownToHosts: readonly string[] = ['content-length', 'content-encoding', 'etag', 'vary'];
/** What hosts send for an ending by themselves; anything else has to be said. */
const usualTypes: Readonly<Record<string, string>> = { json: 'application/json', txt: 'text/plain; charset=utf-8', xml: 'application/xml; charset=utf-8' };

/** Of what the press sends, the headers that a host has to be told of, names and values in turn. */
export function headersToTell({ path, headers }: Served): readonly string[] {
  const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
  const type = usualTypes[ending];
  return headers.flatMap((name, place) => {
    const value = headers[place + 1] ?? '';
    if (place % 2 === 1 || ownToHosts.includes(name.toLowerCase())) return [];
    if (name.toLowerCase() === 'content-type' && (type === undefined || type === value)) return [];
    return [name, value];
  });
}

interface Branch {
  /** The rule of the address itself. */
  own?: string;
  readonly branches: Map<string, Branch>;
}

/**
 * The text of `_headers`: rules by address, a whole folder in one where everything in it has the same headers. No two rules of
 * different values meet at one address, because hosts would then send both.
 * @param served With the headers to tell.
 */
export function headersFile(served: Iterable<Served>): string {
  const root: Branch = { branches: new Map() };
  for (const one of served) {
    let branch = root;
    for (const part of one.path.split('/').slice(1).filter((name) => name !== '')) {
      const next = branch.branches.get(part) ?? { branches: new Map() };
      branch.branches.set(part, next);
      branch = next;
    }
    branch.own = ruleOf(one.headers);
  }
  return rulesOf(root, '').join('\n');
}

function rulesOf(branch: Branch, path: string): readonly string[] {
  const inside = [...branch.branches].sort(([a], [b]) => (a < b ? -1 : 1));
  const only = path === '' ? undefined : commonRule(branch);
  const own = branch.own === undefined ? [] : [`${path === '' ? '/' : path}\n${branch.own}`];
  if (inside.length === 0) return own;
  if (only !== undefined) return [...own, `${path}/*\n${only}`];
  // A page is also asked for as a folder.
  const asFolder = branch.own === undefined || path === '' ? [] : [`${path}/\n${branch.own}`];
  return [...own, ...asFolder, ...inside.flatMap(([name, inner]) => rulesOf(inner, `${path}/${name}`))];
}

/** The rule of everything in a branch, when there is only one. */
function commonRule(branch: Branch): string | undefined {
  const rules = new Set<string | undefined>(branch.own === undefined ? [] : [branch.own]);
  for (const inner of branch.branches.values()) {
    rules.add(commonRule(inner));
    if (rules.size > 1) return undefined;
  }
  const [only] = rules;
  return only;
}

function ruleOf(headers: readonly string[]): string {
  return headers.flatMap((name, place) => (place % 2 === 0 ? [`  ${name}: ${headers[place + 1] ?? ''}\n`] : [])).join('');
}

const home = pathOf({ kind: 'front', locale: originalLocale });

/** The text of `_redirects`: a host of plain files does not know the reader's language, so everyone enters by the Original's. */
export const redirectsFile = `/ ${home} 302\n`;

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
