/** D7: articles and columns carry the kind of their column, a word of the annex's list. */
import { findMeta } from '../audited-page';
import { isInColumn } from '../columns';
import { top } from '../place';
import type { Rule } from '../rule';

const kinds = '首页 概况信息 机构职能 负责人信息 工作动态 政策文件 信息公开指南 信息公开目录 信息公开年报 依申请公开 数据发布 数据开放 政策解读 回应关切 办事服务 咨询投诉 征集调查 在线访谈'.split(' ');

export const columnType: Rule = {
  id: 'D7',
  levels: ['item'],
  checkPage(page, { home }) {
    if (!isInColumn(page, home)) return [];
    const meta = findMeta(page, 'ColumnType');
    const remedy = { zh: `写其中一种：${kinds.join('、')}`, en: `Write one of ${kinds.join(', ')}` };
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有栏目类别 ColumnType', en: 'There is no ColumnType' }, remedy }];
    return kinds.includes(meta.content) ? [] : [{ at: meta.at, message: { zh: `栏目类别“${meta.content}”不在规定的类别里`, en: `ColumnType "${meta.content}" is none of the kinds` }, remedy }];
  },
};
