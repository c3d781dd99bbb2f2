/**
 * A Problem is content trouble as a value: where it is, which rule it breaks, and how to mend it.
 * Every room that reads editors' files collects Problems; nobody throws them.
 * Words are Chinese first, English second, because an editor reads them before anyone else.
 */

export type Level = 'error' | 'warning';

/** One sentence in the two languages of the editors' desk. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export interface Problem {
  /** The file, relative to the content folder, with forward slashes. */
  readonly file: string;
  /** 1-based line in the file. */
  readonly line: number;
  /** 1-based column in UTF-16 code units. */
  readonly column: number;
  /** A stable kebab-case name such as `unknown-key`; the editors' manual explains each. */
  readonly rule: string;
  /** An error keeps the file's last good version on the page; a warning publishes all the same. */
  readonly level: Level;
  readonly message: Bilingual;
  readonly remedy: Bilingual;
}

/** The Problem as `desk check --format json` prints it: message and remedy are one string each, Chinese first. */
export interface PlainProblem extends Omit<Problem, 'message' | 'remedy'> {
  readonly message: string;
  readonly remedy: string;
}

export function plainProblem(problem: Problem): PlainProblem {
  return { ...problem, message: bothTongues(problem.message), remedy: bothTongues(problem.remedy) };
}

export function bothTongues(words: Bilingual): string {
  return `${words.zh} / ${words.en}`;
}

/** Order for reading: by file, then from top to bottom. */
export function byPlace(a: Problem, b: Problem): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.line - b.line || a.column - b.column;
}
