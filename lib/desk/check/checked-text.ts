/**
 * A text file as the content checks see it: the document, what kind of file it is, and its prose, which is the whole file with
 * everything blanked that is not an author's words (keys, code, addresses, HTML), so that an offset in the prose is one in the file.
 */
import type { TextDocument } from '@/lib/content/document';
import { outlineOf, type BodyOutline } from '@/lib/content/markdown';
import type { TextPlace } from '@/lib/content/place';
import { contentProblem, type Position } from '@/lib/content/content-problem';
import type { Misprint } from '@/lib/desk/misprints';
import type { Bilingual, Problem } from '@/lib/problem';

export interface CheckedText {
  readonly file: string;
  readonly place: TextPlace;
  readonly document: TextDocument;
  readonly source: string;
  /** As long as `source`. */
  readonly prose: string;
  /** Places count in the body; `inFile` brings them into the file. */
  outline(): BodyOutline;
}

/** What a checker may know besides the text; who changes any of it gets every text read again. */
export interface CheckContext {
  /** `place` of site.md. */
  readonly sitePlace?: string;
  readonly misprints: readonly Misprint[];
}

/** A small named checker of one text alone; what it finds are warnings, for the page can be published all the same. */
export interface Checker {
  readonly rules: readonly string[];
  check(text: CheckedText, context: CheckContext): readonly Problem[];
}

export function checkedText(place: TextPlace, document: TextDocument): CheckedText {
  let outline: BodyOutline | undefined;
  const { source } = document;
  const front = source.length - document.body.length;
  return {
    file: document.file,
    place,
    document,
    source,
    prose: wordsOfFrontMatter(source.slice(0, front)) + wordsOfBody(document.body),
    outline: () => (outline ??= outlineOf(document.body)),
  };
}

/** A warning at an offset of the prose. */
export function warnAt(text: CheckedText, offset: number, rule: string, message: Bilingual, remedy: Bilingual): Problem {
  const before = text.source.slice(0, offset);
  const line = before.split('\n').length;
  return contentProblem(text.file, { line, column: offset - before.lastIndexOf('\n') }, rule, message, remedy, 'warning');
}

/** A warning at a place of the file. */
export function warn({ file }: { readonly file: string }, at: Position, rule: string, message: Bilingual, remedy: Bilingual): Problem {
  return contentProblem(file, at, rule, message, remedy, 'warning');
}

/** The place in the file of a place in the body. */
export function inFile({ document }: CheckedText, { line, column }: Position): Position {
  return { line: document.bodyLine + line - 1, column };
}

export function isChinese({ place }: CheckedText): boolean {
  return place.locale === 'zh-hans' || place.locale === 'zh-hant';
}

/** Words, and nothing else, of the keys that hold words an author wrote, one line each. `wrong` cites a mistake and is left out. */
const wording = /^([ \t]*(?:- )?(?:title|kicker|summary|caption|alt|reason|right|coverTitle|coverSubtitle|description):[ \t]+)(?![[{|>&*!])(?:'([^\n]*)'|"([^\n]*)"|([^\n]*))[ \t]*$/;

function wordsOfFrontMatter(front: string): string {
  return front
    .split('\n')
    .map((line) => {
      const match = wording.exec(line);
      if (!match) return blank(line);
      const [, key = '', single, double, plain] = match;
      const words = single ?? double ?? plain ?? '';
      const start = key.length + (plain === undefined ? 1 : 0);
      return `${blank(line.slice(0, start))}${words}${blank(line.slice(start + words.length))}`;
    })
    .join('\n');
}

/** Fenced code, code in a line, HTML comments and tags, addresses, the second half of links, definitions, rules of tables, entities, escapes. */
const notWords = new RegExp(
  [
    /^ {0,3}(?<fence>`{3,}|~{3,})(?![`~])[^\n]*\n[\s\S]*?(?:^ {0,3}\k<fence>[`~]*[ \t]*$|$(?![\s\S]))/,
    /(?<!`)(?<ticks>`+)(?!`)[^`\n]+\k<ticks>(?!`)/,
    /<!--[\s\S]*?-->/,
    /<\/?[a-zA-Z][^<>\n]*>/,
    /(?<=\])\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)/,
    /!(?=\[)/,
    /^ {0,3}\[[^\]\n]+\]:(?:[ \t]*[^\s]+:\/\/[^\n]*)?/,
    /\[\^[^\]\n]+\]/,
    /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/,
    /(?:https?:\/\/|www\.)[\w\-.~:/?#[\]@!$&'()*+,;=%]+/,
    /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/,
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/,
    /\\[!-/:-@[-`{-~]/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gim',
);

/** Without one of these a body is words and nothing else, as most are. */
const perhapsNotWords = /[`<\]|&\\@]|~~~|:\/\/|www\.|^[ \t]*:?-+:?[ \t]*$/im;

function wordsOfBody(body: string): string {
  return !perhapsNotWords.test(body) ? body : body.replace(notWords, blank);
}

function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}
