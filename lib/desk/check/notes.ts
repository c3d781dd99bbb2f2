/**
 * Rules between files, in two steps. What one text says of others, or others may ask of it, is taken down once and kept until its bytes
 * change; whether it is right is judged anew at every check, because any other file may have changed, and the day.
 */
import type { Position } from '@/lib/content/content-problem';
import type { TextPlace } from '@/lib/content/place';
import type { Problem } from '@/lib/problem';
import type { CheckedText } from './checked-text';

/** What was taken down of one text; plain data, for it is kept as JSON. */
export interface Notes {
  readonly isDraft?: boolean;
  /** `column` of an article. */
  readonly column?: string;
  /** `columns` of a periodical. */
  readonly columns?: readonly WrittenColumn[];
  readonly dates?: WrittenDates;
  /** Links that may lead to a page of the portal. */
  readonly links?: readonly WrittenLink[];
}

export interface WrittenColumn {
  readonly name: string;
  readonly at: Position;
}

export interface WrittenDate {
  /** A real `YYYY-MM-DD`. */
  readonly date: string;
  readonly at: Position;
}

export interface WrittenDates {
  /** `YYYY-MM-DD HH:MM`. */
  readonly published: string;
  readonly at: Position;
  /** The newspaper's. */
  readonly printed?: WrittenDate;
  /** Of corrections and the withdrawal. */
  readonly told: readonly WrittenDate[];
}

export interface WrittenLink {
  /** As it is written. */
  readonly address: string;
  readonly at: Position;
}

export interface NotedText {
  readonly file: string;
  readonly place: TextPlace;
  readonly notes: Notes;
}

/** All files of the content folder, for questions. */
export interface ContentTree {
  /** `YYYY-MM-DD HH:MM`, China time. */
  readonly now: string;
  /** What was taken down of a text; undefined when there is none that can be read. */
  text(file: string): Promise<NotedText | undefined>;
  /** Names in a folder, empty when it is not there. */
  names(folder: string): Promise<readonly string[]>;
  /** The ids of a text's headings, as its page gives them. */
  anchors(file: string): Promise<readonly string[]>;
}

/** A small named checker of what texts say of one another. */
export interface JointChecker {
  readonly rules: readonly string[];
  note(text: CheckedText): Notes;
  judge(text: NotedText, tree: ContentTree): Promise<readonly Problem[]>;
}
