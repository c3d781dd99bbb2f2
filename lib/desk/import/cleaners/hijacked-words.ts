/** Words of hijackers in what is kept of the page: put right where the original is certain, else the page is refused. */
import { certainEnough, findHijacks } from '@/lib/hijack/scan';
import { noteBy, withNotes, type Cleaner } from '../cleaner';
import { listPieces, rewriteWords, type Edit } from '../edits';
import type { Note } from '../manuscript';

const note = noteBy('hijacked-words');

export const hijackedWords: Cleaner = {
  id: 'hijacked-words',
  why: { zh: '被劫持的页面把机构名称换成博彩名称，绝不能发布', en: 'Hijacked pages put gambling brands in the place of names; none may be published' },
  clean(manuscript, { place }) {
    // One text of all words: whether a name can be restored depends on how the rest of the article speaks.
    const pieces = listPieces(manuscript);
    const starts: number[] = [];
    let whole = '';
    for (const { text } of pieces) {
      starts.push(whole.length);
      whole += `${text}\n`;
    }
    const notes: Note[] = [];
    const edits = pieces.map((): Edit[] => []);
    for (const finding of findHijacks(whole, place === undefined ? {} : { place })) {
      const at = starts.findLastIndex((start) => start <= finding.start);
      const piece = pieces[at];
      const start = starts[at] ?? 0;
      if (!piece) continue;
      const isSure = finding.confidence >= certainEnough;
      const spot = { ...(piece.line !== undefined && { line: piece.line }), text: marked(piece.text, finding.start - start, finding.end - start) };
      const sure = Math.round(finding.confidence * 100);
      const { zh, en } = finding.reason;
      if (finding.repair !== undefined && isSure && finding.end - start <= piece.text.length) {
        edits[at]?.push({ start: finding.start - start, end: finding.end - start, text: finding.repair });
        const to = finding.repair === '' ? { zh: '删去', en: 'taken out' } : { zh: `恢复为“${finding.repair}”`, en: `put back to ${finding.repair}` };
        notes.push(note('changed', { zh: `${finding.rule}（${sure}%）：${zh}；${to.zh}`, en: `${finding.rule} (${sure}%): ${en}; ${to.en}` }, spot));
      } else {
        notes.push(note(isSure ? 'refused' : 'doubt', { zh: `${finding.rule}（${sure}%）：${zh}`, en: `${finding.rule} (${sure}%): ${en}` }, spot));
      }
    }
    return withNotes(rewriteWords(manuscript, (_, at) => edits[at] ?? []), notes);
  },
};

/** The spot in brackets of its own, with some words around it. */
function marked(text: string, start: number, end: number): string {
  const around = 16;
  const before = text.slice(Math.max(0, start - around), start);
  const after = text.slice(end, end + around);
  return `${start > around ? '…' : ''}${before}▶${text.slice(start, end)}◀${after}${end + around < text.length ? '…' : ''}`;
}
