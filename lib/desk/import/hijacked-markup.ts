/** The markup of hijackers, taken out of the source before it is read; line numbers stay as they were. */
import { findHijacks, markupRules } from '@/lib/hijack/scan';
import { noteBy } from './cleaner';
import type { Note } from './manuscript';

const note = noteBy('hijacked-markup');

export function takeOutHijackedMarkup(source: string): { readonly text: string; readonly notes: readonly Note[] } {
  const notes: Note[] = [];
  let text = source;
  for (const { rule, start, end, evidence, reason, repair } of findHijacks(source, {}, markupRules).toReversed()) {
    if (repair === undefined) continue;
    const gone = source.slice(start, end);
    const line = source.slice(0, start).split('\n').length;
    text = text.slice(0, start) + gone.replace(/[^\n]/g, '') + text.slice(end);
    notes.unshift(note('dropped', { zh: `${rule}：${reason.zh}`, en: `${rule}: ${reason.en}` }, { line, lastLine: line + gone.split('\n').length - 1, text: evidence }));
  }
  return { text, notes };
}
