/** The report of an import, for people: what was found, dropped, changed, doubted, refused, each with its line of the input. */
import { palette } from '@/lib/desk/terminal';
import { bothTongues, type Bilingual } from '@/lib/problem';
import type { Note, NoteKind } from './manuscript';

const headings: readonly (readonly [NoteKind, Bilingual])[] = [
  ['found', { zh: '识别', en: 'Found' }],
  ['dropped', { zh: '去掉', en: 'Dropped' }],
  ['changed', { zh: '改动', en: 'Changed' }],
  ['doubt', { zh: '存疑，请看一眼', en: 'Doubtful, please look' }],
  ['refused', { zh: '拒绝', en: 'Refused' }],
];

export function importReport(notes: readonly Note[], isColoured: boolean): string {
  const paint = palette(isColoured);
  const paints = { found: paint.green, dropped: paint.faint, changed: paint.yellow, doubt: paint.yellow, refused: paint.red };
  return headings
    .flatMap(([kind, heading]) => {
      const told = notes.filter((note) => note.kind === kind);
      return told.length === 0 ? [] : [paint.bold(bothTongues(heading)), ...told.map((note) => paints[kind](writeNote(note)))];
    })
    .map((line) => `${line}\n`)
    .join('');
}

function writeNote({ line, lastLine, by, words, text }: Note): string {
  const place = line === undefined ? '' : lastLine === undefined || lastLine === line ? `第 ${line} 行 ` : `第 ${line}–${lastLine} 行 `;
  return `  ${place}[${by}] ${bothTongues(words)}${text === undefined || text === '' ? '' : `：${text.replace(/\s+/g, ' ')}`}`;
}
