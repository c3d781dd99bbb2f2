/**
 * The opening of a body as plain text, for lists and descriptions: only the first blocks are read, whatever the body's length.
 */
import type { Locale } from '@/lib/locale/locales';
import { plainTextOf } from './markdown';

const longest = 120;
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\uFF00-\uFFEF”’…—]/u;

/** The first words of the body, at most 120 characters (UTF-16 pairs count once), the last an ellipsis where it is cut. */
export function openingOf(body: string, locale: Locale): string {
  const lines = plainTextOf(firstBlocks(body)).split('\n');
  const text = lines.reduce((before, line) => `${before}${before && !wide.test(before.at(-1) ?? '') ? ' ' : ''}${line}`, '');
  return cut(text, locale);
}

/** Whole blocks from the start: enough for an opening, whatever the Markdown around it. */
function firstBlocks(body: string): string {
  const text = body.slice(0, 20_000).replaceAll('\r\n', '\n').trimStart();
  let end = text.indexOf('\n\n');
  while (end !== -1 && end < 500) end = text.indexOf('\n\n', end + 2);
  return end === -1 ? text : text.slice(0, end);
}

function cut(text: string, locale: Locale): string {
  const characters = [...text.slice(0, 4 * longest)];
  if (characters.length <= longest) return text;
  if (locale === 'en') {
    const short = characters.slice(0, longest - 1).join('');
    const lastSpace = short.lastIndexOf(' ');
    return `${short.slice(0, lastSpace > longest / 2 ? lastSpace : undefined).replace(/[\s,;:.–—-]+$/, '')}…`;
  }
  return `${characters.slice(0, longest - 2).join('').replace(/[，、；：。\s]+$/u, '')}……`;
}
