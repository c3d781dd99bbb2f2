/**
 * Problems as people read them: where, what, the line itself with a caret under the spot, and what to type; the count at the end.
 */
import { bothTongues, type Bilingual, type Level, type Problem } from '@/lib/problem';
import { palette, printable, widthOf } from './terminal';

const levels: Readonly<Record<Level, Bilingual>> = { error: { zh: '错误', en: 'error' }, warning: { zh: '提醒', en: 'warning' } };
/** Columns of the source line shown around the spot; paragraphs are long. */
const room = 72;

/**
 * @param linesOf the lines of a file, undefined when it cannot be read as text
 * @param shownFolder what to put before the file name so that it can be opened from where the editor stands
 */
export function problemReport(problems: readonly Problem[], linesOf: (file: string) => readonly string[] | undefined, isColoured: boolean, shownFolder: string): string {
  const { red, yellow, bold, faint } = palette(isColoured);
  const told = problems.map((problem) => {
    const { file, line, column, level, rule, message, remedy } = problem;
    const paint = level === 'error' ? red : yellow;
    return [
      `${bold(`${shownFolder}${file}:${line}:${column}`)}  ${paint(bothTongues(levels[level]))}  ${faint(rule)}`,
      `  ${bothTongues(message)}`,
      ...sourceLine(linesOf(file)?.[line - 1], line, column).map((text, place) => (place === 0 ? text : paint(text))),
      `  → ${bothTongues(remedy)}`,
      '',
    ].join('\n');
  });
  return [...told, summary(problems), ''].join('\n');
}

function sourceLine(source: string | undefined, line: number, column: number): readonly string[] {
  if (!source?.trim()) return [];
  const before = fromTheEnd(printable(source.slice(Math.max(0, column - 1 - room), column - 1)), room / 2);
  const isCutBefore = before.length < column - 1;
  const shownBefore = `${isCutBefore ? '…' : ''}${before}`;
  const after = fromTheStart(printable(source.slice(column - 1, column - 1 + room)), room - widthOf(shownBefore));
  const isCutAfter = column - 1 + after.length < source.length;
  const label = `  ${line} │ `;
  return [`${label}${shownBefore}${after}${isCutAfter ? '…' : ''}`, `${' '.repeat(widthOf(label) + widthOf(shownBefore))}^`];
}

/** As many characters as fit into the columns. */
function fromTheStart(text: string, columns: number): string {
  let shown = '';
  for (const character of text) {
    if (widthOf(shown + character) > columns) break;
    shown += character;
  }
  return shown;
}

function fromTheEnd(text: string, columns: number): string {
  return Array.from(fromTheStart(Array.from(text).reverse().join(''), columns)).reverse().join('');
}

function summary(problems: readonly Problem[]): string {
  if (problems.length === 0) return '没有问题。 / No problems.';
  const errors = problems.filter(({ level }) => level === 'error').length;
  const warnings = problems.length - errors;
  return `共 ${problems.length} 处：错误 ${errors}，提醒 ${warnings}。 / ${problems.length} found: ${errors} errors, ${warnings} warnings.`;
}
