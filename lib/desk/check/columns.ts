/** Rule `empty-column`: a column of a periodical in which nothing has ever appeared. A young periodical has had no time to fill them. */
import path from 'node:path';
import { isRealDate } from '@/lib/locale/dates';
import { warn } from './checked-text';
import type { JointChecker, WrittenColumn } from './notes';

const youngUntil = 4;

export const columns: JointChecker = {
  rules: ['empty-column'],
  note({ place, document }) {
    if (place.locale !== 'zh-hans') return {};
    if (place.kind === 'article') {
      const column = document.valueAt(['column']);
      return typeof column === 'string' ? { column } : {};
    }
    const listed = place.kind === 'periodical' ? document.valueAt(['columns']) : undefined;
    if (!Array.isArray(listed)) return {};
    return {
      columns: listed.flatMap((_, at): readonly WrittenColumn[] => {
        const name = document.valueAt(['columns', at, 'name']);
        return typeof name === 'string' ? [{ name, at: document.placeOfValue(['columns', at, 'name']) }] : [];
      }),
    };
  },
  async judge(text, tree) {
    const listed = text.notes.columns;
    if (!listed) return [];
    const folder = path.posix.dirname(text.file);
    const issues = (await tree.names(folder)).filter(isRealDate);
    if (issues.length < youngUntil) return [];
    const waiting = new Map(listed.map(({ name, at }) => [name, at]));
    for (const issue of issues.toReversed()) {
      for (const name of await tree.names(`${folder}/${issue}`)) {
        if (waiting.size === 0) return [];
        if (!/^[^.]+\.md$/.test(name) || name === 'index.md') continue;
        waiting.delete((await tree.text(`${folder}/${issue}/${name}`))?.notes.column ?? '');
      }
    }
    return [...waiting].map(([name, at]) =>
      warn(
        text,
        at,
        'empty-column',
        { zh: `栏目“${name}”从来没有文章`, en: `The column "${name}" has never had an article` },
        { zh: '删去这个栏目；就要有文章的可以留着', en: 'Remove the column, unless its first article is on its way' },
      ),
    );
  },
};
