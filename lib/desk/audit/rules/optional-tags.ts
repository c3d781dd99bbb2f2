/** D11 to D13: keywords, author and description may be left out, but not left empty; a description is long enough to say something. */
import type { Bilingual } from '@/lib/problem';
import { findMeta } from '../audited-page';
import type { Rule, RuleId } from '../rule';

/** In characters. */
const [shortest, longest] = [20, 200];

export const keywordsTag = neverEmpty('D11', 'Keywords', { zh: '关键词', en: 'keywords' });
export const authorTag = neverEmpty('D12', 'Author', { zh: '作者或责任编辑', en: 'author or editor' });

export const descriptionTag: Rule = {
  id: 'D13',
  levels: ['item'],
  checkPage(page) {
    const meta = findMeta(page, 'Description');
    if (!page.isArticle || !meta) return [];
    const length = Array.from(meta.content).length;
    if (length >= shortest && length <= longest) return [];
    return [{ at: meta.at, message: { zh: `摘要 Description 有 ${length} 个字`, en: `Description has ${length} characters` }, remedy: { zh: `写 ${shortest} 到 ${longest} 个字，或者不写`, en: `Write ${shortest} to ${longest}, or leave it out` } }];
  },
};

function neverEmpty(id: RuleId, name: string, about: Bilingual): Rule {
  return {
    id,
    levels: ['item'],
    checkPage(page) {
      const meta = findMeta(page, name);
      if (!page.isArticle || !meta || meta.content) return [];
      return [{ at: meta.at, message: { zh: `${about.zh} ${name} 是空的`, en: `${name} is empty` }, remedy: { zh: '写上，或者删去这个标签', en: 'Fill it in, or take the tag out' } }];
    },
  };
}
