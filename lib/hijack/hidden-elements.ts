/**
 * Rule `hidden-elements`: an element that the reader cannot see and that advertises or links: the search engine is meant to.
 * Honest pages hide menus and dialogues too; they do not hide gambling brands or rows of links to strange hosts.
 */
import { findBrandRuns } from './brand-run';
import { excerpt, type Finding, type HijackRule } from './finding';
import { fold } from './fold';

const opening = /<([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s<>="'/]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*)\s*>/g;
const hidden =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])|text-indent\s*:\s*-\d{3,}|(?:left|top|right|margin-left|margin-top)\s*:\s*-\d{3,}|(?:width|height)\s*:\s*[01]px[^"']*overflow\s*:\s*hidden|overflow\s*:\s*hidden[^"']*(?:width|height)\s*:\s*[01]px|clip\s*:\s*rect\(0/i;
const plainHidden = /\shidden(?=\s|$|=)|(?:^|\s)(?:width|height|scrollamount)\s*=\s*["']?[01]["']?(?=\s|$)/i;
const strangeLink = /href\s*=\s*["']?\s*(?:https?:)?\/\/(?![^/"'\s>]*\.(?:gov|edu|org)\.cn(?:[/"'\s>]|$))/gi;
const longest = 200_000;

function findHiddenElements(text: string): Finding[] {
  if (!text.includes('<')) return [];
  const findings: Finding[] = [];
  let after = 0;
  for (const match of text.matchAll(opening)) {
    const [tag, name = '', attributes = ''] = match;
    const isHidden = hidden.test(attributes) || (plainHidden.test(attributes) && /^(?:div|span|marquee|p|section|ul)$/i.test(name));
    if (!isHidden || match.index < after) continue;
    const end = endOfElement(text, match.index + tag.length, name);
    if (end === undefined) continue;
    const inside = text.slice(match.index + tag.length, end);
    const links = inside.match(strangeLink)?.length ?? 0;
    const brands = findBrandRuns(fold(inside.replace(/<[^<>]*>/g, ' '))).filter(({ confidence }) => confidence >= 0.7).length;
    if (brands === 0 && links < 3) continue;
    after = end;
    findings.push({
      rule: 'hidden-elements',
      confidence: brands > 0 ? 0.99 : 0.85,
      start: match.index,
      end,
      evidence: excerpt(text.slice(match.index, end)),
      reason: { zh: `读者看不见的元素里有广告词 ${brands} 处、外站链接 ${links} 个`, en: `an invisible element with ${brands} advertisements and ${links} links to other hosts` },
      repair: '',
    });
  }
  return findings;
}

/** The end of the element's closing tag; undefined when it has none near. */
function endOfElement(text: string, from: number, name: string): number | undefined {
  const tags = new RegExp(`<(/?)${name}\\b[^<>]*>`, 'gi');
  tags.lastIndex = from;
  let depth = 1;
  for (let match = tags.exec(text); match && match.index - from < longest; match = tags.exec(text)) {
    depth += match[1] === '/' ? -1 : 1;
    if (depth === 0) return match.index + match[0].length;
  }
  return undefined;
}

export const hiddenElements: HijackRule = {
  name: 'hidden-elements',
  summary: { zh: '读者看不见、只给搜索引擎看的广告和链接。', en: 'Advertisements and links that readers cannot see and search engines can.' },
  find: findHiddenElements,
};
