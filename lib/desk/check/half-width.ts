/** Rules `half-width` and `straight-quotes`: ASCII punctuation and quotation marks between Han characters (GB/T 15834). */
import { fullWidthEdits } from '@/lib/desk/import/cleaners/punctuation';
import { isChinese, warnAt, type Checker } from './checked-text';

export const halfWidth: Checker = {
  rules: ['half-width', 'straight-quotes'],
  check(text) {
    if (!isChinese(text) || !/[,:;?!()"]/.test(text.prose)) return [];
    let start = 0;
    return text.prose.split('\n').flatMap((line) => {
      const from = start;
      start += line.length + 1;
      return fullWidthEdits(line).map(({ start: at, text: right }) => {
        const wrong = line[at] ?? '';
        const isQuote = wrong === '"';
        return warnAt(
          text,
          from + at,
          isQuote ? 'straight-quotes' : 'half-width',
          isQuote ? { zh: '中文里用了直引号 "', en: 'A straight quotation mark in Chinese text' } : { zh: `中文里用了半角标点 ${wrong}`, en: `Half-width ${wrong} in Chinese text` },
          { zh: `改为 ${right}`, en: `Write ${right}` },
        );
      });
    });
  },
};
