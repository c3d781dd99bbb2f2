/** Misprints of the editors' list: corrected, and told. */
import { findMisprints, misprintsFile } from '@/lib/desk/misprints';
import { noteBy, withNotes, type Cleaner } from '../cleaner';
import { rewriteWords } from '../edits';
import type { Note } from '../manuscript';

const note = noteBy('misprint');

export const misprint: Cleaner = {
  id: 'misprint',
  why: { zh: '编辑部列出的误字（如 扞卫）按表改正', en: 'Misprints that the editors list (扞卫 for 捍卫) are corrected by their list' },
  clean(manuscript, { misprints }) {
    const notes: Note[] = [];
    const cleaned = rewriteWords(manuscript, ({ text, line }) =>
      findMisprints(text, misprints).map(({ start, wrong, right }) => {
        const spot = { ...(line !== undefined && { line }), text: text.slice(Math.max(0, start - 8), start + wrong.length + 8) };
        notes.push(note('changed', { zh: `“${wrong}”疑为“${right}”之误，已照 ${misprintsFile} 改正`, en: `${wrong} is a likely slip for ${right}; corrected as ${misprintsFile} says` }, spot));
        return { start, end: start + wrong.length, text: right };
      }),
    );
    return withNotes(cleaned, notes);
  },
};
