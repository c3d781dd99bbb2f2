/** What HTML elements are to a reader: blocks, unseen parts, parts that belong to the page and not to the article. */
import { attribute, labelOf, textWithin, type ElementNode } from '@/lib/desk/html-tree';

const blocks = new Set(
  'html body main article section header footer nav aside div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre figure figcaption table caption thead tbody tfoot tr td th address center form fieldset details summary hgroup dir menu #document'.split(' '),
);
const unseen = new Set('head script style noscript template title meta link base object embed applet iframe audio video canvas svg math map input select textarea button option datalist progress meter rt rp'.split(' '));

export function isBlock(element: ElementNode): boolean {
  return blocks.has(element.name);
}

/** Never shown, or shown only as a tool: not a word of it is the article's. */
export function isUnseen(element: ElementNode): boolean {
  if (unseen.has(element.name) || element.attributes.has('hidden')) return true;
  return /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:px|pt|em)?\s*(?:;|$)/i.test(attribute(element, 'style'));
}

/** Video, sound and embedded pages cannot be taken over; the editor should know that there was one. */
export function isEmbedded(element: ElementNode): boolean {
  return /^(?:iframe|audio|video|object|embed)$/.test(element.name);
}

const furnitureLabel =
  /(?:^|[\s_-])(?:share|bdshare\w*|bshare\w*|jiathis\w*|social|print|qrcode|qr|ewm|erweima|prev(?:ious)?(?:next)?|next|pn|pager?|pagination|page-?nav|related|relate|xgxw|xgyd|xglj|recommend|tuijian|hot|rank|comment\w*|pinglun|tool(?:s|bar|box)?|fontsize|font-?size|zihao|sider?bar|side|aside|left-?nav|nav\w*|menu\w*|foot(?:er)?|copyright|friend-?link|links?|advert\w*|ad|ads|banner|login|search\w*|top-?bar|scroll-?top|gotop|backtop|jiucuo|voice|tts|wza)(?:[\s_\d-]|$)/i;

/** True of share bars, navigation and the like, told by name or by what the maker called them, when they hold no sentences. */
export function isFurniture(element: ElementNode): boolean {
  if (element.name !== 'footer' && isBreadcrumb(element)) return false;
  if (/^(?:nav|footer|aside)$/.test(element.name) || /^(?:navigation|search|complementary|contentinfo|banner)$/.test(attribute(element, 'role'))) return !holdsSentences(element);
  return furnitureLabel.test(labelOf(element)) && !holdsSentences(element);
}

/** Some pages keep the breadcrumb in a navigation element. */
function isBreadcrumb(element: ElementNode): boolean {
  if (!/^nav$/.test(element.name) && !/crumb|nav|position|location/i.test(labelOf(element))) return false;
  const text = textWithin(element).replace(/\s+/g, ' ').trim();
  return text.length <= 200 && /^(?:[您你]?(?:现在|当前|目前)?(?:所在|所处)?的?(?:位置|栏目)|首页|网站首页|主页)/.test(text) && (/[>›»→]/.test(text) || /crumb/i.test(labelOf(element)));
}

function holdsSentences(element: ElementNode): boolean {
  const text = textWithin(element).replace(/\s+/g, '');
  return text.length > 60 && (text.match(/[，。；]/g)?.length ?? 0) >= 4;
}

export function isCentred(element: ElementNode): boolean {
  return /text-align\s*:\s*center/i.test(attribute(element, 'style')) || attribute(element, 'align').toLowerCase() === 'center' || element.name === 'center';
}

export function isBold(element: ElementNode): boolean {
  return element.name === 'b' || element.name === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/i.test(attribute(element, 'style'));
}
