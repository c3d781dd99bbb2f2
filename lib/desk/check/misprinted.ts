/**
 * Rules `misprint` and `spelling`: what the editors' lists call wrong (misprints.txt), and what this portal writes otherwise
 * (spellings.txt). Pairs in Chinese are about the Original's writing; those without a Han character hold in every language.
 */
import { findMisprints, misprintsFile, spellingsFile, type Misprint } from '@/lib/desk/misprints';
import { warnAt, type CheckedText, type Checker } from './checked-text';

const han = /\p{Script=Han}/u;

export const misprinted: Checker = {
  rules: ['misprint', 'spelling'],
  check(text, { misprints, spellings }) {
    return [
      ...findMisprints(text.prose, listFor(text, misprints)).map(({ start, wrong, right }) =>
        warnAt(
          text,
          start,
          'misprint',
          { zh: `“${wrong}”疑为“${right}”之误`, en: `${wrong} is probably a slip for ${right}` },
          { zh: `改为“${right}”；这里不错，就把整个词写进 ${misprintsFile} 那一行后面`, en: `Write ${right}; if it is right here, add the whole word to that line of ${misprintsFile}` },
        ),
      ),
      ...findMisprints(text.prose, listFor(text, spellings)).map(({ start, wrong, right }) =>
        warnAt(
          text,
          start,
          'spelling',
          { zh: `“${wrong}”按规定写作“${right}”`, en: `${wrong} is written ${right} here` },
          { zh: `改为“${right}”；这里不错，就把整个词写进 ${spellingsFile} 那一行后面`, en: `Write ${right}; if it is right here, add the whole word to that line of ${spellingsFile}` },
        ),
      ),
    ];
  },
};

function listFor({ place }: CheckedText, list: readonly Misprint[]): readonly Misprint[] {
  return place.locale === 'zh-hans' ? list : list.filter(({ wrong }) => !han.test(wrong));
}
