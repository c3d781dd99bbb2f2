/**
 * The opening of a body as plain text, for lists and descriptions: only the first blocks are read, whatever the body's length.
 */
import type { Locale } from '@/lib/locale/locales';
import { plainTextOf } from './markdown';
import { normalNewlines, plainTextOfMarked, plainTextOfSimple } from './markdown/plain-text';

const longest = 120;
const fullStop = /[\u3000-\u303F\uFF00-\uFFEF”’…—]/u;

/** The first words of the body, at most 120 characters (UTF-16 pairs count once), the last an ellipsis where it is cut. */
export function openingOf(body: string, locale: Locale): string {
  const blocks = normalNewlines(body.slice(0, 20_000)).trimStart().split(/\n(?:[ \t]*\n)+/);
  let text = '';
  for (let place = 0; place < blocks.length && text.length <= 2 * longest; place++) {
    const block = blocks[place] ?? '';
    const simple = plainTextOfSimple(block) ?? plainTextOfMarked(block);
    if (simple === undefined) {
      // From the first Markdown on, blocks may belong together (lists, fences): the parser gets a good piece at once.
      text = append(text, plainTextOf(takeBlocks(blocks.slice(place))));
      break;
    }
    text = append(text, simple);
  }
  return cut(text, locale);
}

function takeBlocks(blocks: readonly string[]): string {
  let text = '';
  for (const block of blocks) {
    if (text.length > 400) break;
    // What a note says stands further down, so that the parser would take its mark for words.
    text += `${block.slice(0, 1000).replace(/\[\^[^\]\s]+\](?!:)/g, '')}\n\n`;
  }
  return text;
}

function append(text: string, lines: string): string {
  return lines.split('\n').reduce((before, line) => `${before}${before && line && !fullStop.test(before.at(-1) ?? '') ? ' ' : ''}${line}`, text);
}

function cut(text: string, locale: Locale): string {
  const characters = Array.from(text.slice(0, 4 * longest));
  if (characters.length <= longest) return text;
  if (locale === 'en') {
    const short = characters.slice(0, longest - 1).join('');
    const lastSpace = short.lastIndexOf(' ');
    return `${short.slice(0, lastSpace > longest / 2 ? lastSpace : undefined).replace(/[\s,;:.–—-]+$/, '')}…`;
  }
  return `${withoutHalfWord(characters.slice(0, longest - 2).join(''), characters[longest - 2]).replace(/[，、；：。\s]+$/u, '')}……`;
}

/** A Latin word in two says nothing; and one that fills a line by itself would part the …… after it. Kept where little else is left. */
function withoutHalfWord(short: string, next = ''): string {
  const whole = /^[\x21-\x7e]/.test(next) ? short.replace(/[\x21-\x7e]+$/, '') : short;
  return whole.length > longest / 2 ? whole : short;
}
