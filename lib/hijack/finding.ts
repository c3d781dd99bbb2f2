/**
 * A finding of the hijack room: where a text was tampered with, by which rule, how sure we are, and what shows it.
 * The room is a leaf: text in, findings out. It promises offsets into the very text it was given (UTF-16 code units), and a
 * `repair` only where the original can be known; whoever asks decides what to do with a finding.
 */

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Finding {
  /** The rule's stable name; see rules.ts for what each means. */
  readonly rule: string;
  /** From 0 to 1: how sure it is that nobody who wrote the text in earnest put this here. */
  readonly confidence: number;
  readonly start: number;
  readonly end: number;
  /** What was found, as it stands, shortened to be read in one line. */
  readonly evidence: string;
  /** Why this was concluded here: the part of the rule that a person can check. */
  readonly reason: Words;
  /** What to put in its place, given only when certain; the empty string takes it out. */
  readonly repair?: string;
}

/** What the room may know about the site whose text it reads. */
export interface HijackContext {
  /** The place the site speaks of (苏州工业园区); a brand standing in its place can then be told and put right. */
  readonly place?: string;
  /** True of a text that is meant to be in Traditional characters. */
  readonly isTraditional?: boolean;
}

export interface HijackRule {
  readonly name: string;
  /** What it looks for and why no honest text has it. */
  readonly summary: Words;
  readonly find: (text: string, context: HijackContext) => readonly Finding[];
}

/** A stretch of text on one line, long ones cut in the middle. */
export function excerpt(text: string, limit = 60): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const characters = Array.from(line);
  if (characters.length <= limit) return line;
  const half = Math.floor((limit - 1) / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}
