/** A Problem of a content file, from a place in it. */
import type { Bilingual, Level, Problem } from '@/lib/problem';

export interface Position {
  /** 1-based. */
  readonly line: number;
  /** 1-based, UTF-16 code units. */
  readonly column: number;
}

/** The first sign of a file: for what is wrong with the whole of it. */
export const start: Position = { line: 1, column: 1 };

export function contentProblem(file: string, at: Position, rule: string, message: Bilingual, remedy: Bilingual, level: Level = 'error'): Problem {
  return { file, line: at.line, column: at.column, rule, level, message, remedy };
}
