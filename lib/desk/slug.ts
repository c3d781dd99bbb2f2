/**
 * The address of an article from its headline: pinyin without tones, joined by hyphens.
 * The rule: whole clauses of the headline are taken, one after another, until there are at least four syllables; never more than ten.
 * A run of Latin letters or digits counts as one syllable. 敢为、敢闯、敢干、敢首创 gives gan-wei-gan-chuang.
 * Polyphones are read by the words they stand in (重庆 chong-qing, 银行 yin-hang); ü is written v.
 */
import { syllablesOf } from '@/lib/locale/pinyin';
import { slugPattern } from '@/lib/routes';

const least = 4;
const most = 10;
const clauseEnd = /[^\p{Script=Han}\p{Script=Latin}\p{Nd}]+/u;
const syllable = /[a-z0-9]+/g;

/** Whether an article may have this slug: `index.md` is the issue's own file. */
export function isArticleSlug(slug: string): boolean {
  return slugPattern.test(slug) && slug !== 'index';
}

/** The slug, or undefined when the headline has no character that can stand in an address. */
export function slugOf(headline: string): string | undefined {
  const plain = headline.normalize('NFKC');
  const syllables: string[] = [];
  for (const clause of plain.split(clauseEnd)) {
    if (syllables.length >= least) break;
    syllables.push(...lettersOf(clause));
  }
  return syllables.length > 0 ? syllables.slice(0, most).join('-') : undefined;
}

function lettersOf(clause: string): string[] {
  const parts = clause.match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return parts.flatMap((part) => {
    const isHan = /\p{Script=Han}/u.test(part);
    const letters = isHan ? syllablesOf(part).join(' ') : part;
    return letters.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase().match(syllable) ?? [];
  });
}
