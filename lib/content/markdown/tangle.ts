/**
 * Bodies that no parser should be fed: the Markdown parser goes down one call per level and looks back at every open sign, so a few
 * thousand of them end the process or hold it for minutes. No author writes more than a handful; pasted rubbish may.
 */

/** Quotations and lists within one another, and signs of emphasis and links open at once, that are surely no author's. */
const mostLevels = 30;
const mostBrackets = 30;
const mostSigns = 1000;

const levels = new RegExp(`^(?:[ \\t]*(?:>|[-+*](?=[ \\t])|\\d{1,9}[.)](?=[ \\t]))){${mostLevels + 1}}|^[ \\t]{${mostLevels * 2},}(?:>|[-+*][ \\t]|\\d{1,9}[.)][ \\t])`);
/** A line that surely begins another block: its signs do not add to those before it. */
const newBlock = /^[ \t]*(?:$|[|#>]|[-+*][ \t]|\d{1,9}[.)][ \t])/;

/** Where a body is nested or marked beyond measure; undefined for every body that an author wrote. Counted from 1, in the body. */
export function findTangle(source: string): { readonly line: number; readonly column: number } | undefined {
  let signs = 0;
  let brackets = 0;
  for (const [at, line] of source.split(/\r\n?|\n/).entries()) {
    if (levels.test(line)) return { line: at + 1, column: 1 };
    if (newBlock.test(line)) {
      signs = 0;
      brackets = 0;
    }
    for (const { 0: sign, index } of line.matchAll(/[[\]]|[*_~]+/g)) {
      if (sign === '[') brackets += 1;
      else if (sign === ']') brackets = Math.max(0, brackets - 1);
      else signs += 1;
      if (brackets > mostBrackets || signs > mostSigns) return { line: at + 1, column: index + 1 };
    }
  }
  return undefined;
}
