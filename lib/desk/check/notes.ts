/**
 * Rules between files, in two steps. What one text says of others, or others may ask of it, is taken down once and kept until its bytes
 * change; whether it is right is judged anew at every check, because any other file may have changed, and the day.
 */
import type { Position } from '@/lib/content/content-problem';
import type { Claim } from '@/lib/content/claim';
import type { TextPlace } from '@/lib/content/place';
import type { Problem } from '@/lib/problem';
import type { CheckedText } from './checked-text';
import type { Paragraph } from './paragraphs';

/** What was taken down of one text; plain data, for it is kept as JSON. */
export interface Notes {
  /** `status` of an article, when it names one. */
  readonly status?: string;
  /** `column` of an article. */
  readonly column?: string;
  /** `columns` of a periodical. */
  readonly columns?: readonly WrittenColumn[];
  readonly dates?: WrittenDates;
  /** Links that may lead to a page of the portal. */
  readonly links?: readonly WrittenLink[];
  /** `translations` of the site or a periodical: languages in which every text of it is wanted. */
  readonly wantedIn?: readonly string[];
  readonly translated?: TranslatedFrom;
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

/** What a Translation says of the Original that it was made from. */
export interface TranslatedFrom {
  /** `original`: the marks of the paragraphs as they were; none when the Translation does not say. */
  readonly marks: readonly string[];
  readonly at: Position;
  /** Where the paragraphs of the Translation's own body stand. */
  readonly body: readonly Position[];
}

export interface NotedText {
  readonly file: string;
  readonly place: TextPlace;
  readonly notes: Notes;
  readonly claims: readonly Claim[];
}

export interface PictureFacts {
  /** As in its address. */
  readonly hash: string;
  readonly bytes: number;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
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
  /** The paragraphs of an Original; undefined when there is none that can be read. */
  paragraphs(file: string): Promise<readonly Paragraph[] | undefined>;
  /** What is known of a picture; undefined when there is none, or it cannot be opened. */
  picture(file: string): Promise<PictureFacts | undefined>;
}

/** A small named checker of what texts say of one another. */
export interface JointChecker {
  readonly rules: readonly string[];
  note(text: CheckedText): Notes;
  judge(text: NotedText, tree: ContentTree): Promise<readonly Problem[]>;
}
