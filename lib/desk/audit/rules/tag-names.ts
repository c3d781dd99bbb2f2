/** D17: the tags' names are spelt as the annex spells them, and none stands twice. */
import type { AuditedPage, Meta } from '../audited-page';
import type { Fault, Rule } from '../rule';

const names = 'SiteName SiteDomain SiteIDCode ColumnName ColumnDescription ColumnKeywords ColumnType ArticleTitle PubDate ContentSource Keywords Author Description Image Url'.split(' ');
const spelling = new Map(names.map((name) => [name.toLowerCase(), name]));
/** HTML's own names, in small letters: right in themselves, doubled when the annex's stand beside them. */
const html = new Set(['keywords', 'author', 'description']);

export const tagNames: Rule = {
  id: 'D17',
  levels: ['item'],
  checkPage: ({ metas }) => [...metas.flatMap(misspelt), ...doubled(metas)],
};

function misspelt({ name, at }: Meta): readonly Fault[] {
  const right = spelling.get(name.toLowerCase());
  if (right === undefined || right === name || html.has(name)) return [];
  return [{ at, message: { zh: `标签名 ${name} 的大小写不对`, en: `The tag name ${name} is spelt wrongly` }, remedy: { zh: `写成 ${right}`, en: `Write ${right}` } }];
}

function doubled(metas: AuditedPage['metas']): readonly Fault[] {
  const seen = new Set<string>();
  return metas.flatMap(({ name, at }): Fault[] => {
    const key = name.toLowerCase();
    if (!spelling.has(key)) return [];
    if (seen.has(key)) return [{ at, message: { zh: `标签 ${name} 重复`, en: `The tag ${name} stands twice` }, remedy: { zh: '只留一个', en: 'Leave one' } }];
    seen.add(key);
    return [];
  });
}
