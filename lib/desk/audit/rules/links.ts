/** D30 (and D46, which counts them): no link within the portal is dead, and none is hidden from readers. */
import type { PageFacts } from '../audited-page';
import type { Link } from '../links';
import type { PageFault, Portal, Rule } from '../rule';

export const links: Rule = {
  id: 'D30',
  levels: ['item'],
  checkPortal: (portal) => portal.pages.flatMap((page) => {
    const told = new Set<string>();
    return page.links.flatMap((link): PageFault[] => {
      const fault = checkLink(page, link, portal);
      if (!fault || told.has(link.written)) return [];
      told.add(link.written);
      return [{ page, at: link.at, ...fault }];
    });
  }),
};

function checkLink(page: PageFacts, { written, url, kind, isHidden }: Link, { origin, answers, pages }: Portal): Pick<PageFault, 'message' | 'remedy'> | undefined {
  if (!url) return { message: { zh: `“${written}”不是网址`, en: `"${written}" is no address` }, remedy: { zh: '改正或者删去这个链接', en: 'Mend the link or take it out' } };
  if (isHidden) return { message: { zh: `读者看不见的链接 ${written}`, en: `A link to ${written} that no reader sees` }, remedy: { zh: '如果不是自己放的，网页可能被篡改；删去', en: 'If you did not put it there, somebody else did; take it out' } };
  if (url.origin !== origin) return undefined;
  const key = url.pathname + url.search;
  const answer = answers.get(key);
  const isDead = answer !== undefined && (answer.status === 0 || answer.status >= 400);
  if (isDead) {
    const why = answer.status === 0 ? (answer.trouble ?? '') : String(answer.status);
    return { message: { zh: `${kind === 'page' ? '链接' : '文件'} ${written} 打不开（${why}）`, en: `The ${kind === 'page' ? 'link' : 'file'} ${written} is dead (${why})` }, remedy: { zh: '改正网址，或者删去', en: 'Mend the address or take it out' } };
  }
  const anchor = kind === 'page' ? decode(url.hash.slice(1)) : '';
  if (anchor === '' || anchor === 'top' || anchor.startsWith(':~:')) return undefined;
  const target = key === page.path ? page : pages.find(({ path }) => path === key);
  if (!target || target.ids.has(anchor)) return undefined;
  return { message: { zh: `${written} 指向的位置不存在`, en: `The place that ${written} leads to is not there` }, remedy: { zh: '改正 # 后面的名字', en: 'Mend the name after #' } };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
