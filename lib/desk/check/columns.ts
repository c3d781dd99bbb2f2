/** Rule `empty-column`: a column of a periodical in which nothing has ever appeared. A young periodical has had no time to fill them. */
import path from 'node:path';
import { isRealDate } from '@/lib/locale/dates';
import type { Problem } from '@/lib/problem';
import { warn, type Checker } from './checked-text';

const youngUntil = 4;

export const columns: Checker = {
  rules: ['empty-column'],
  async check(text, { shelves }) {
    const listed = text.document.valueAt(['columns']);
    if (text.place.kind !== 'periodical' || text.place.locale !== 'zh-hans' || !Array.isArray(listed)) return [];
    const folder = path.posix.dirname(text.file);
    const issues = (await shelves.names(folder)).filter(isRealDate);
    if (issues.length < youngUntil) return [];
    const waiting = new Map(listed.map((_, at) => [text.document.valueAt(['columns', at, 'name']), at]));
    for (const issue of issues.toReversed()) {
      for (const name of await shelves.names(`${folder}/${issue}`)) {
        if (waiting.size === 0) return [];
        if (!/^[^.]+\.md$/.test(name) || name === 'index.md') continue;
        waiting.delete((await shelves.text(`${folder}/${issue}/${name}`))?.document.valueAt(['column']));
      }
    }
    return [...waiting].flatMap(([name, at]): Problem[] =>
      typeof name !== 'string'
        ? []
        : [
            warn(
              text,
              text.document.placeOfValue(['columns', at, 'name']),
              'empty-column',
              { zh: `栏目“${name}”从来没有文章`, en: `The column "${name}" has never had an article` },
              { zh: '删去这个栏目；就要有文章的可以留着', en: 'Remove the column, unless its first article is on its way' },
            ),
          ],
    );
  },
};
