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

/** A fence that is surely one: not in a list or quotation, whose end would end it too. */
const fence = /^(?:(`{3,})[^`]*|(~{3,}).*)$/;
/** HTML may hold what looks like a fence or a backtick and is none. */
const html = /^ {0,3}<[a-z!?/]/im;

/** Where a body is nested or marked beyond measure; undefined for every body that an author wrote. Counted from 1, in the body. */
export function findTangle(source: string): { readonly line: number; readonly column: number } | undefined {
  const hasFences = /^(?:```|~~~)/m.test(source) && !html.test(source);
  let closing: RegExp | undefined;
  let signs = 0;
  let brackets = 0;
  let isCodeOpen = false;
  for (const [at, line] of source.split(/\r\n?|\n/).entries()) {
    if (closing) {
      if (closing.test(line)) closing = undefined;
      continue;
    }
    const [, ticks, tildes] = (hasFences && fence.exec(line)) || [];
    if (ticks ?? tildes) closing = new RegExp(ticks ? `^[ \\t]*\`{${ticks.length},}[ \\t]*$` : `^[ \\t]*~{${tildes?.length ?? 3},}[ \\t]*$`);
    if (levels.test(line)) return { line: at + 1, column: 1 };
    if (closing || newBlock.test(line)) {
      signs = 0;
      brackets = 0;
      isCodeOpen = false;
    }
    const words: string = isCodeOpen || !line.includes('`') ? line : withoutCode(line);
    isCodeOpen ||= words.includes('`');
    for (const { 0: sign, index } of words.matchAll(/[[\]]|[*_~]+/g)) {
      if (sign === '[') brackets += 1;
      else if (sign === ']') brackets = Math.max(0, brackets - 1);
      else signs += 1;
      if (brackets > mostBrackets || signs > mostSigns) return { line: at + 1, column: index + 1 };
    }
  }
  return undefined;
}

/**
 * The line with its code blanked, where it is sure what is code; with a backtick left where it is not: one whose partner stands on
 * another line may swallow the next line's, and cells of a table, HTML and escapes come before code.
 */
function withoutCode(line: string): string {
  if (/[|<]|\\`/.test(line)) return line;
  const words = line.replace(/(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/g, (code) => ' '.repeat(code.length));
  return words.includes('`') ? line : words;
}
