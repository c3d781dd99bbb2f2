/** redirects.txt with more lines: older ones lead straight to where their target is now, and what has come back leads nowhere. */
import { parseRedirects, type Redirect } from '@/lib/content/redirects';

const head = '# 跳转表：旧网址 新网址，一行一个，只写语言之后的部分。\n# Redirects: the old address and the new one, one pair a line, without the language.\n';

/** @param source Without Problems. Notes and the order of lines stay. */
export function extendRedirects(source: string, added: readonly Redirect[]): string {
  if (added.length === 0) return source;
  const targets = new Map(added.map(({ from, to }) => [from, to]));
  const arrivals = new Set(targets.values());
  const known = new Map(parseRedirects(source).redirects.map((line) => [line.at.line, line]));
  const kept = source.split('\n').flatMap((text, place) => {
    const line = known.get(place + 1);
    if (!line) return [text];
    if (targets.get(line.from) === line.to) return [text];
    const to = targets.get(line.to) ?? line.to;
    // Something stands there again, or the new line says it.
    if (arrivals.has(line.from) || targets.has(line.from) || to === line.from) return [];
    return [to === line.to ? text : text.slice(0, line.atTarget.column - 1) + to + text.slice(line.atTarget.column - 1 + line.to.length)];
  });
  const before = kept.join('\n');
  const standing = new Set(parseRedirects(before).redirects.map(({ from }) => from));
  const fresh = added.filter(({ from }) => !standing.has(from)).map(({ from, to }) => `${from} ${to}\n`);
  return `${before === '' ? head : before.replace(/\n?$/, '\n')}${fresh.join('')}`;
}
