/** D14: the picture that an article carries in its head is there, has a whole address, and stands in the text. */
import { elementsOf, attribute } from '@/lib/desk/html-tree';
import { findMeta } from '../audited-page';
import type { Rule } from '../rule';

export const imageTag: Rule = {
  id: 'D14',
  levels: ['item'],
  checkPage(page) {
    const meta = findMeta(page, 'Image');
    if (!page.isArticle || !meta) return [];
    const fault = (zh: string, en: string) => [{ at: meta.at, message: { zh: `图片 Image “${meta.content}”${zh}`, en: `Image "${meta.content}" ${en}` }, remedy: { zh: '写文章里一张图片的完整网址，或者删去这个标签', en: 'Write the whole address of a picture of the article, or take the tag out' } }];
    if (!/^https?:\/\//.test(meta.content) || !URL.canParse(meta.content)) return fault('不是完整的网址', 'is no whole address');
    const { pathname } = new URL(meta.content);
    const shown = [...elementsOf(page.main)].filter(({ name }) => name === 'img' || name === 'source').flatMap((element) => [attribute(element, 'src'), ...attribute(element, 'srcset').split(/,?\s+/)]);
    return shown.some((address) => address !== '' && URL.canParse(address, page.url) && new URL(address, page.url).pathname === pathname) ? [] : fault('不在文章里', 'does not stand in the article');
  },
};
