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
  /** Required spellings. */
  readonly spellings: readonly Misprint[];
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

/** Keys that hold words an author wrote. `wrong` cites a mistake and is left out. */
const wordKey = /^([ \t]*(?:- )?)(?:title|kicker|summary|caption|alt|credit|reason|right|name|organisation|place|label|authors|keywords|coverTitle|coverSubtitle|description):(?:[ \t]+|$)/;

/** The words of those keys, and nothing else: on their line, or on lines below that are further in. */
function wordsOfFrontMatter(front: string): string {
  let innerThan = Infinity;
  return front
    .split('\n')
    .map((line) => {
      const match = wordKey.exec(line);
      const indent = line.search(/\S/);
      if (match) innerThan = match[1]?.length ?? 0;
      else if (indent !== -1 && indent <= innerThan && !(indent === innerThan && /^[ \t]*- /.test(line))) innerThan = Infinity;
      if (!match && innerThan === Infinity) return blank(line);
      const start = match?.[0].length ?? /^[ \t]*(?:- )?/.exec(line)?.[0].length ?? 0;
      return blank(line.slice(0, start)) + wordsOfValue(line.slice(start));
    })
    .join('\n');
}

/** A value, or a line of one: its quotes, the signs of lists and of texts over several lines are none of its words. */
function wordsOfValue(value: string): string {
  if (/^[|>][-+\d]*[ \t]*$/.test(value) || /^[{&*!]/.test(value)) return blank(value);
  if (/^\[.*\][ \t]*$/.test(value)) return value.replace(/[[\],'"]/g, ' ');
  const quotes = /^(['"]).*\1[ \t]*$/.test(value) ? /^['"]|['"](?=[ \t]*$)/g : /^['"](?=[^'"]*$)|(?<=^[^'"]*)['"](?=[ \t]*$)/g;
  return value.replace(quotes, ' ');
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
