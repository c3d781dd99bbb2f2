/**
 * What a command of the desk is: a name, its help, its flags, and what it does with a call.
 * Commands never touch the process: they are handed the desk (the environment, where to write, how to read) and give back an exit code.
 */
import type { Environment } from '@/lib/environment';
import type { Bilingual } from '@/lib/problem';

/** 0 clean, 1 findings, 2 could not run. */
export type ExitCode = 0 | 1 | 2;

export interface Flag {
  /** What stands after the flag (`<folder>`); a flag without it is a switch. */
  readonly value?: string;
  /** The only values that are right. */
  readonly choices?: readonly string[];
  readonly summary: Bilingual;
}

export interface Command {
  readonly name: string;
  readonly summary: Bilingual;
  /** The words after the command's name, such as `<file|->`. */
  readonly words: string;
  /** How many of them there may be. */
  readonly wordCount: { readonly least: number; readonly most: number };
  readonly flags: Readonly<Record<string, Flag>>;
  /** What else an editor should know, one paragraph each. */
  readonly details: readonly Bilingual[];
  run(call: Call, desk: Desk): Promise<ExitCode>;
}

/** A command line, read and checked against the command's flags. */
export interface Call {
  readonly words: readonly string[];
  /** The value of a flag that takes one. */
  text(flag: string): string | undefined;
  /** Whether a switch is set. */
  has(flag: string): boolean;
}

export interface Desk {
  readonly environment: Environment;
  /** The folder that relative paths of the command line start from. */
  readonly folder: string;
  /** Standard output and error; the text is written as it is. */
  out(text: string): void;
  err(text: string): void;
  /** True where a person reads in colour. */
  readonly isColoured: { readonly out: boolean; readonly err: boolean };
  readStandardInput(): Promise<Buffer>;
  /** Asks whoever sits at the terminal; left out where nobody does. */
  ask?(question: string): Promise<string>;
}
