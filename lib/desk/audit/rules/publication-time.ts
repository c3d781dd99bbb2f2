/** D9: an article carries its publication time, `YYYY-MM-DD HH:MM`: what readers see, and what the page tells machines. */
import { attribute, elementsOf, type ElementNode } from '@/lib/desk/html-tree';
import { isRealTime } from '@/lib/locale/dates';
import type { Bilingual } from '@/lib/problem';
import { findMeta, isArticleThing, readText, type AuditedPage } from '../audited-page';
import { findTime, type FoundTime } from '../found-time';
import { top } from '../place';
import type { Fault, Rule } from '../rule';

export const publicationTime: Rule = {
  id: 'D9',
  levels: ['item'],
  checkPage(page) {
    if (!page.isArticle) return [];
    const meta = findMeta(page, 'PubDate');
    const remedy = { zh: '写 <meta name="PubDate" content="2023-02-03 10:20">：北京时间，24 小时制，和网页上显示的一样', en: 'Write <meta name="PubDate" content="2023-02-03 10:20">: China time, 24 hours, as the page shows it' };
    if (!meta?.content) return [{ at: meta?.at ?? top, message: { zh: '没有发布时间 PubDate', en: 'There is no PubDate' }, remedy }];
    if (!isRealTime(meta.content)) return [{ at: meta.at, message: { zh: `发布时间“${meta.content}”不是 YYYY-MM-DD HH:MM`, en: `PubDate "${meta.content}" is not YYYY-MM-DD HH:MM` }, remedy }];
    const same = (told: FoundTime | undefined, where: Bilingual, at: Fault['at']): readonly Fault[] => {
      if (!told) return [];
      const hasClock = told.text.length > 10;
      if (hasClock ? findTime(meta.content)?.moment.getTime() === told.moment.getTime() : meta.content.startsWith(told.text)) return [];
      return [{ at, message: { zh: `PubDate 是 ${meta.content}，${where.zh}是 ${told.text}`, en: `PubDate is ${meta.content}, ${where.en} ${told.text}` }, remedy: { zh: '各处写同一个时间', en: 'Write the same time everywhere' } }];
    };
    const shown = findShownTime(page);
    const machine = shown && attribute(shown, 'datetime');
    return [
      ...(shown ? same(findTime(readText(shown)), { zh: '网页上显示的', en: 'the page shows' }, shown) : []),
      ...(shown && machine ? same(findTime(machine), { zh: ' <time datetime> ', en: '<time datetime> is' }, shown) : []),
      ...page.things.filter(isArticleThing).flatMap(({ facts }) => (typeof facts['datePublished'] === 'string' ? same(findTime(facts['datePublished']), { zh: ' JSON-LD 里的 datePublished ', en: 'datePublished in JSON-LD is' }, meta.at) : [])),
    ];
  },
};

/** The first time with a clock after the headline: an article's own. */
function findShownTime({ main, heading }: AuditedPage): ElementNode | undefined {
  const elements = [...elementsOf(main)];
  const after = heading ? elements.slice(elements.indexOf(heading) + 1) : elements;
  return after.find((element) => element.name === 'time' && /\d:\d\d/.test(`${attribute(element, 'datetime')} ${readText(element)}`));
}
