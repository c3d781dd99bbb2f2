/**
 * Inline words of a page, gathered run by run until a block ends, then parted into paragraphs: by blank lines, by indents, or because
 * the lines between `<br>` are sentences of their own. Short lines (an address, a poem) stay lines of one paragraph.
 */
import type { Run } from '../manuscript';

export interface LinedRun extends Run {
  readonly line: number;
}

export interface InlineParagraph {
  readonly line: number;
  readonly runs: readonly Run[];
}

/** White space with a line end in it: nothing beside a Han character, a space elsewhere. */
const softBreak = '\u0001';
const wide = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\u3000-\\u303f\\uff00-\\uffef“”‘’—…]';
const hanBreak = new RegExp(`(?<=${wide})${softBreak}+|${softBreak}+(?=${wide})`, 'gu');
const indent = /^(?:\u3000|\u00a0{2}| {2}|\u2003)/;

/** Text as HTML collapses it. */
export function collapse(text: string): string {
  return text.replaceAll(softBreak, '').replace(/[ \t\r\n\f]+/g, (space) => (space.includes('\n') ? softBreak : ' '));
}

/** A paragraph for every line that is one. `\n` in a run is a line break of the page. */
export function paragraphsOf(runs: readonly LinedRun[]): readonly InlineParagraph[] {
  const lines = splitLines(mendSoftBreaks(runs));
  const groups: (readonly LinedRun[])[][] = [[]];
  for (const line of lines) {
    if (textOfLine(line).trim() === '') groups.push([]);
    else groups.at(-1)?.push(line);
  }
  return groups.flatMap((group) => (areParagraphs(group) ? group.map((line) => [line]) : group.length > 0 ? [group] : [])).map((group) => ({
    line: group[0]?.[0]?.line ?? 1,
    runs: joinLines(group),
  }));
}

function mendSoftBreaks(runs: readonly LinedRun[]): readonly LinedRun[] {
  const whole = runs.map(({ text }) => text).join('');
  if (!whole.includes(softBreak)) return runs;
  const mended = whole.replace(hanBreak, (breaks) => '\u0002'.repeat(breaks.length)).replaceAll(softBreak, ' ');
  let at = 0;
  return runs.map((run) => {
    const text = mended.slice(at, at + run.text.length).replaceAll('\u0002', '');
    at += run.text.length;
    return { ...run, text };
  });
}

function splitLines(runs: readonly LinedRun[]): readonly (readonly LinedRun[])[] {
  const lines: LinedRun[][] = [[]];
  for (const run of runs) {
    run.text.split('\n').forEach((text, place) => {
      if (place > 0) lines.push([]);
      if (text !== '') lines.at(-1)?.push({ ...run, text });
    });
  }
  return lines;
}

function textOfLine(line: readonly LinedRun[]): string {
  return line.map(({ text }) => text).join('');
}

function areParagraphs(lines: readonly (readonly LinedRun[])[]): boolean {
  if (lines.length < 2) return false;
  const texts = lines.map(textOfLine);
  if (texts.slice(1).some((text) => indent.test(text))) return true;
  const ended = texts.slice(0, -1).filter((text) => /[。！？：；…”）.!?:;]\s*$/.test(text)).length;
  const average = texts.join('').length / texts.length;
  return ended * 10 >= (texts.length - 1) * 6 || average >= 30;
}

function joinLines(lines: readonly (readonly LinedRun[])[]): readonly Run[] {
  return merge(lines.flatMap((line, place) => (place === 0 ? line : [{ text: '\n', line: 0 }, ...line])));
}

/** Neighbours of one look become one run. */
function merge(runs: readonly LinedRun[]): readonly Run[] {
  const merged: Run[] = [];
  for (const { line: _, ...run } of runs) {
    const last = merged.at(-1);
    const isSameLook = last && last.isStrong === run.isStrong && last.isEmphasis === run.isEmphasis && last.link === run.link;
    if (isSameLook) merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else merged.push(run);
  }
  return merged;
}
