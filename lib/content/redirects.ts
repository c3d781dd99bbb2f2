/**
 * `redirects.txt` in the content folder: where an address leads at which nothing stands any more, one a line, old and new.
 *   /news/periodicals/zhoukan/2025-03-14/lake-path /news/periodicals/zhoukan/2025-03-21/lake-path
 *   # a note
 * Addresses stand there without a language, for they hold in every one. They are read by lib/routes and by nothing else, so no redirect
 * can lead out of the portal. Whether something stands at either end is not asked here: files come and go.
 */
import { parsePath, parseSharedPath, sharedPathOf, type Address } from '@/lib/routes';
import type { Bilingual, Problem } from '@/lib/problem';
import { contentProblem, type Position } from './content-problem';

export const redirectsFile = 'redirects.txt';

/** Both as all languages share them (`sharedPathOf`). */
export interface Redirect {
  readonly from: string;
  readonly to: string;
}

export interface RedirectLine extends Redirect {
  /** Where the old address and the new one stand in the file. */
  readonly at: Position;
  readonly atTarget: Position;
}

/** What the file says, each old address once, and what is wrong with its lines. The new address may itself be an old one. */
export function parseRedirects(source: string): { readonly redirects: readonly RedirectLine[]; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const found = new Map<string, RedirectLine>();
  for (const [place, text] of source.replace(/^\uFEFF/, '').split(/\r?\n/).entries()) {
    const words = [...text.replace(/(?:^|[\s\u3000])#.*/, '').matchAll(/[^\s\u3000]+/g)];
    const [from, to, ...more] = words;
    if (!from) continue;
    const at = { line: place + 1, column: from.index + 1 };
    if (!to || more.length > 0) {
      problems.push(problem(at, 'redirect-syntax', { zh: '这一行不是两个网址', en: 'The line is not two addresses' }, { zh: '一行写“旧网址 新网址”，中间空一格', en: 'Write the old address, a space, the new address' }));
      continue;
    }
    const atTarget = { line: place + 1, column: to.index + 1 };
    const trouble = [findAddressTrouble(from[0], at, true), findAddressTrouble(to[0], atTarget, false)].flatMap((one) => one ?? []);
    const line: RedirectLine = { from: from[0], to: to[0], at, atTarget };
    const before = found.get(line.from);
    problems.push(...trouble);
    if (trouble.length > 0) continue;
    // The same line twice is what a merge leaves behind.
    if (before && before.to !== line.to) problems.push(twice(line, before));
    else if (!before) found.set(line.from, line);
  }
  const redirects = [...found.values()];
  return { redirects, problems: [...problems, ...findLoops(found)] };
}

/** Addresses that somebody may have written down, and that come from files: only those can be lost. */
export function isPermanent({ kind }: Address): boolean {
  return kind === 'article' || kind === 'issue' || kind === 'page' || kind === 'periodical';
}

function findAddressTrouble(text: string, at: Position, isSource: boolean): Problem | undefined {
  const address = parseSharedPath(text);
  if (address && (!isSource || isPermanent(address))) return undefined;
  const example = '/news/periodicals/jinyuanqu/2023-02-03/gan-wei-gan-chuang';
  const meant = URL.canParse(text) ? new URL(text).pathname : text.replace(/\.md$/, '').replace(/(.)\/+$/, '$1');
  const own = parsePath(meant);
  const shared = own ? sharedPathOf(own) : parseSharedPath(meant) && meant;
  return problem(
    at,
    'redirect-syntax',
    address ? { zh: `${text} 一直都在，不能跳转`, en: `${text} is always there and cannot lead elsewhere` } : { zh: `“${text}”不是本站的网址`, en: `"${text}" is no address of the portal` },
    {
      zh: `写网址中语言之后的部分${shared === undefined ? `，如 ${example}` : `：${shared}`}`,
      en: `Write what follows the language in the address${shared === undefined ? `, such as ${example}` : `: ${shared}`}`,
    },
  );
}

function twice(line: RedirectLine, before: RedirectLine): Problem {
  return problem(
    line.at,
    'redirect-twice',
    { zh: `${line.from} 在第 ${before.at.line} 行已经指向别处`, en: `${line.from} leads elsewhere on line ${before.at.line} already` },
    { zh: '两行只留一行', en: 'Keep one of the two lines' },
  );
}

/** One Problem a loop, on its first line. */
function findLoops(lines: ReadonlyMap<string, RedirectLine>): readonly Problem[] {
  const done = new Set<string>();
  const loops: Problem[] = [];
  for (const first of lines.values()) {
    const way = new Set<string>();
    let line: RedirectLine | undefined = first;
    while (line && !done.has(line.from) && !way.has(line.from)) {
      way.add(line.from);
      line = lines.get(line.to);
    }
    if (line && way.has(line.from)) {
      const round = [...way].slice([...way].indexOf(line.from));
      loops.push(problem(line.at, 'redirect-loop', { zh: `跳转兜了圈子：${[...round, line.from].join(' → ')}`, en: `The redirects go in a circle: ${[...round, line.from].join(' → ')}` }, { zh: '删去其中一行', en: 'Remove one of the lines' }));
    }
    for (const one of way) done.add(one);
  }
  return loops;
}

function problem(at: Position, rule: string, message: Bilingual, remedy: Bilingual): Problem {
  return contentProblem(redirectsFile, at, rule, message, remedy);
}
