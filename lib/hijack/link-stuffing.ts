/**
 * Rule `link-stuffing`: a row of links to gambling and spam hosts, in HTML or in Markdown. One link to a strange host is not enough,
 * nor is a list of links to public bodies.
 */
import { findBrandRuns } from './brand-run';
import { excerpt, type Finding, type HijackRule } from './finding';
import { fold } from './fold';

interface Link { readonly start: number; readonly end: number; readonly words: string; readonly host: string }

const link = /<a\s[^<>]*?href\s*=\s*["']?\s*((?:https?:)?\/\/[^\s"'<>]+)[^<>]*>([^<]{0,200}(?:<(?!\/?a\b)[^<>]*>[^<]{0,200}){0,6})<\/a>|(?<!!)\[([^[\]\n]{0,200})\]\(<?((?:https?:)?\/\/[^\s()<>]+)>?(?:\s+"[^"\n]*")?\)/gi;
/** What may stand between two links of one row. */
const between = /^(?:\s|&nbsp;|[|｜·•,，、/\-—]|<\/?(?:li|ul|ol|p|div|br|span|td|tr|b|strong|font|table|tbody)\b[^<>]*>)*$/i;
const spamHost = /(?:^|[.\d-])(?:\w*bet\w*|\d{3,}[a-z]*|[a-z]{1,5}\d{3,}[a-z]*|\w*casino\w*|yabo\w*|kaiyun\w*|leyu\w*|hth\w*|xpj\w*|vns\w*|\w*caipiao\w*|\w*porn\w*|\w*sex\w*)\.(?:com|net|cc|vip|app|top|xyz|club|info|me|tv|bet|win|online|site)$|\.(?:bet|casino|poker|porn|xxx)$/i;
const publicHost = /\.(?:gov|edu|org|ac)\.cn$|\.gov\.\w+$|(?:^|\.)(?:people|xinhuanet|news|cctv|chinanews|china)\.(?:com\.cn|com|cn)$/i;

function findLinkStuffing(text: string): Finding[] {
  const rows: Link[][] = [];
  let row: Link[] = [];
  for (const match of text.matchAll(link)) {
    const previous = row.at(-1);
    const found: Link = { start: match.index, end: match.index + match[0].length, words: (match[2] ?? match[3] ?? '').replace(/<[^<>]*>/g, ''), host: hostOf(match[1] ?? match[4] ?? '') };
    if (previous && !between.test(text.slice(previous.end, found.start))) {
      rows.push(row);
      row = [];
    }
    row.push(found);
  }
  rows.push(row);
  return rows.flatMap((links) => judge(links) ?? []);
}

function judge(row: readonly Link[]): Finding | undefined {
  const isSpamLink = ({ words, host }: Link): boolean => spamHost.test(host) || findBrandRuns(fold(words)).some(({ confidence }) => confidence >= 0.7);
  // Honest links beside the row are not part of it.
  const from = row.findIndex(isSpamLink);
  const links = from < 0 ? row : row.slice(from, row.findLastIndex(isSpamLink) + 1);
  const [first, last] = [links[0], links.at(-1)];
  if (!first || !last) return undefined;
  const spam = links.filter(isSpamLink).length;
  const strangers = new Set(links.map(({ host }) => host).filter((host) => !publicHost.test(host))).size;
  const isSpam = spam >= 2 && spam * 2 >= links.length;
  const isRow = links.length >= 8 && strangers >= 6 && links.every(({ words }) => words.trim().length <= 12);
  if (!isSpam && !isRow) return undefined;
  return {
    rule: 'link-stuffing',
    confidence: isSpam ? 0.97 : 0.6,
    start: first.start,
    end: last.end,
    evidence: excerpt(links.map(({ words, host }) => `${words}(${host})`).join(' ')),
    reason: { zh: `连续 ${links.length} 个链接，其中 ${spam} 个指向博彩、色情等网站`, en: `${links.length} links in a row, ${spam} of them to gambling or other spam` },
    ...(spam === links.length && { repair: '' }),
  };
}

function hostOf(address: string): string {
  return /^(?:https?:)?\/\/(?:[^/@]*@)?([^/:?#]+)/i.exec(address)?.[1]?.toLowerCase() ?? '';
}

export const linkStuffing: HijackRule = {
  name: 'link-stuffing',
  summary: { zh: '成串的博彩、色情网站链接。', en: 'Rows of links to gambling and other spam.' },
  find: findLinkStuffing,
};
