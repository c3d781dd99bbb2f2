/** Rule `misprint`: what the editors' list in misprints.txt calls wrong. The list is about the Original's writing. */
import { findMisprints, misprintsFile } from '@/lib/desk/misprints';
import { warnAt, type Checker } from './checked-text';

export const misprinted: Checker = {
  rules: ['misprint'],
  check(text, { misprints }) {
    if (text.place.locale !== 'zh-hans') return [];
    return findMisprints(text.prose, misprints).map(({ start, wrong, right }) =>
      warnAt(
        text,
        start,
        'misprint',
        { zh: `“${wrong}”疑为“${right}”之误`, en: `${wrong} is probably a slip for ${right}` },
        { zh: `改为“${right}”；这里不错，就把整个词写进 ${misprintsFile} 那一行后面`, en: `Write ${right}; if it is right here, add the whole word to that line of ${misprintsFile}` },
      ),
    );
  },
};
