/** D27: what stands at the foot of every page of a government site. */
import { attribute, elementsOf, type ElementNode } from '@/lib/desk/html-tree';
import type { Bilingual } from '@/lib/problem';
import { readText } from '../audited-page';
import { ancestorsOf, isOfPage } from '../links';
import type { Rule } from '../rule';

interface Mark {
  readonly name: Bilingual;
  readonly remedy: Bilingual;
  readonly text?: RegExp;
  /** The address of a link, or of a picture. */
  readonly address?: RegExp;
}

const inSite = (key: string): Bilingual => ({ zh: `在 site.md 写 ${key}`, en: `Write ${key} in site.md` });

const marks: readonly Mark[] = [
  { name: { zh: '党政机关网站标识', en: 'the mark of a party or government site' }, remedy: inSite('marks.identity'), text: /党政机关|黨政機關/, address: /\bconac\.cn\b/ },
  { name: { zh: '“政府网站找错”入口', en: 'the way to report errors' }, remedy: inSite('marks.report'), text: /找错|找錯|纠错|糾錯|Report an error|誤りを報告/i, address: /\bzfwzgl\.www\.gov\.cn\b/ },
  { name: { zh: '网站标识码', en: 'the identification code' }, remedy: inSite('marks.siteCode'), text: /(?<!\d)(?:bm\d{8}|\d{10})(?!\d)/ },
  { name: { zh: 'ICP 备案编号', en: 'the ICP number' }, remedy: inSite('marks.icp'), text: /ICP[备備证證]/i },
  { name: { zh: '公安备案号', en: 'the public security number' }, remedy: inSite('marks.police'), text: /公网安[备備]|公網安[备備]/ },
  { name: { zh: '主办单位', en: 'the organisation that publishes' }, remedy: inSite('organisation'), text: /主办|主辦|承办|承辦|Published by|Organi[sz]e|Sponsor|運営|主催/i },
  { name: { zh: '联系方式', en: 'a way to get in touch' }, remedy: inSite('contact'), text: /联系|聯系|聯絡|电话|電話|邮箱|郵箱|邮件|郵件|Contact|Telephone|Email|メール/i, address: /^(?:mailto|tel):/ },
  { name: { zh: '网站地图', en: 'the site map' }, remedy: { zh: '在 site.md 的 footer 里列出 site-map', en: 'List site-map under footer in site.md' }, text: /网站地图|網站地圖|站点地图|Site ?map|サイトマップ/i, address: /\/site-?map\b/i },
];

export const footerMarks: Rule = {
  id: 'D27',
  levels: ['item'],
  checkPage(page) {
    const footer = [...elementsOf(page.tree)].find((element) => (element.name === 'footer' || attribute(element, 'role') === 'contentinfo') && isOfPage(ancestorsOf(element), 'footer'));
    // D26 tells of a page without one.
    if (!footer) return [];
    const text = readText(footer);
    const elements = [...elementsOf(footer)];
    return marks
      .filter((mark) => !(mark.text?.test(text) || elements.some((element) => isMark(element, mark))))
      .map(({ name, remedy }) => ({ at: footer, message: { zh: `页脚没有${/^[A-Z]/.test(name.zh) ? ' ' : ''}${name.zh}`, en: `The foot of the page lacks ${name.en}` }, remedy }));
  },
};

function isMark(element: ElementNode, { text, address }: Mark): boolean {
  return (address?.test(attribute(element, 'href')) ?? false) || (address?.test(attribute(element, 'src')) ?? false) || (text?.test(attribute(element, 'alt')) ?? false);
}
