/**
 * The words of a body for the full-text index and its extracts. Where paragraphs, headings, lists, quotations, tables and bold words are
 * all there is, they are read line by line, which is a hundred times cheaper than the parser; an archive is read in a minute, and not in
 * three. Marks of punctuation that are left part words just as the lines do.
 */
import { plainTextOfSimple, searchTextOf } from '../markdown';
import { normalNewlines } from '../markdown/plain-text';
import { isWide } from './letters';

/** What only the parser knows how to read: links, code, HTML, escapes, notes, readings above words, underscores, single asterisks. */
const entangled = /[`_[\]<&\\^{\0\ufeff]|~~|(?<!\*)\*(?!\*)|\*{3}/;
const opening = /^[ \t]*(?:>[ \t]*)*(?:#{1,6}[ \t]|[-+][ \t]|\d{1,9}[.)][ \t]|:|=+[ \t]*$|-+[ \t]*$)?/;

/** @param parse How a body is read that lines cannot be read of: for the index with all it can be found by, for an extract as it is shown. */
export function bodyWordsOf(body: string, parse: (body: string) => string = searchTextOf): string {
  const simple = plainTextOfSimple(body);
  if (simple !== undefined) return simple;
  const normal = normalNewlines(body);
  if (entangled.test(normal)) return parse(body);
  let words = '';
  for (const line of normal.split('\n')) {
    const mark = opening.exec(line)?.[0] ?? '';
    const rest = line.slice(mark.length).replaceAll('**', '').replaceAll('|', '\n');
    // A paragraph goes on in the next line, unless something begins there.
    const isBeginning = rest.trim() === '' || mark.trim() !== '' || rest.startsWith('\u3000') || rest.includes('\n');
    words += (isBeginning ? '\n' : isWide(words.slice(-1)) && isWide(rest) ? '' : ' ') + rest;
  }
  return words;
}
