/**
 * Rules `broken-link` and `missing-anchor`: links of a body that lead nowhere in the portal. Addresses of other sites are not visited.
 * An address without a host is read as a browser reads it, from the page it stands on.
 */
import { idPrefix, slugOf } from '@/lib/content/markdown/links';
import { fileOf, issueFolder } from '@/lib/content/place';
import { originalLocale } from '@/lib/locale/locales';
import type { Bilingual, Problem } from '@/lib/problem';
import { isRealDate } from '@/lib/locale/dates';
import { parsePath, parseWirePath, pathOf, type Address } from '@/lib/routes';
import { inFile, warn, type CheckedText, type Checker, type Shelves } from './checked-text';

const here = 'http://portal.invalid';

export const links: Checker = {
  rules: ['broken-link', 'missing-anchor'],
  async check(text, { shelves }) {
    const problems: Problem[] = [];
    // Reading the Markdown takes most of a check's time, and few bodies hold a link.
    if (!/\]|<|:\/\/|www\.|@/i.test(text.document.body)) return problems;
    for (const { address, line, column } of text.outline().links) {
      const trouble = await judge(text, address, shelves);
      if (trouble) problems.push(warn(text, inFile(text, { line, column }), trouble.rule, trouble.message, trouble.remedy));
    }
    return problems;
  },
};

interface Trouble { readonly rule: string; readonly message: Bilingual; readonly remedy: Bilingual }

async function judge(text: CheckedText, address: string, shelves: Shelves): Promise<Trouble | undefined> {
  if (address === '') return broken('（空） / empty');
  if (/^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(address)) return undefined;
  if (address.startsWith('#')) return (await hasAnchor(text, decode(address.slice(1)), shelves)) ? undefined : missingAnchor(address);
  if (text.place.kind === 'site') return undefined;
  const url = URL.canParse(address, here + pathOf(addressOf(text))) ? new URL(address, here + pathOf(addressOf(text))) : undefined;
  if (url?.origin !== here) return broken(address);
  const target = url.pathname.replace(/(.)\/$/, '$1');
  if (target === '/' || parseWirePath(target) || /^\/(?:media|feeds?)\//.test(target) || /^\/[^/]+\.[a-z\d]+$/.test(target) || /^\/[a-z-]+\/search$/.test(target)) return undefined;
  const meant = parsePath(decode(target));
  if (!meant || !(await exists(meant, shelves))) return broken(address);
  if (url.hash.length < 2) return undefined;
  const page = await shelves.text(fileOfAddress(meant) ?? '');
  return !page || (await hasAnchor(page, decode(url.hash.slice(1)), shelves, true)) ? undefined : missingAnchor(address);
}

/** @param isElsewhere From another page, the prefix has to be written. */
async function hasAnchor(text: CheckedText, id: string, shelves: Shelves, isElsewhere = false): Promise<boolean> {
  const wanted = isElsewhere ? id : `${idPrefix}${slugOf(id)}`;
  if (text.outline().headings.some((heading) => heading.id === wanted)) return true;
  // A Translation may be linked into by the Original's anchors only where its own headings carry them; the page of its language decides.
  const own = text.place.locale === originalLocale ? undefined : await shelves.text(fileOf({ ...text.place, locale: originalLocale }));
  return own !== undefined && isElsewhere && own.outline().headings.some((heading) => heading.id === wanted);
}

function addressOf({ place }: CheckedText): Address {
  return place.kind === 'site' ? { kind: 'front', locale: place.locale } : place;
}

async function exists(address: Address, shelves: Shelves): Promise<boolean> {
  const periodicals = 'news/periodicals';
  switch (address.kind) {
    case 'front':
    case 'news':
    case 'periodicals':
    case 'corrections':
      return true;
    case 'year':
      return (await shelves.names(`${periodicals}/${address.periodical}`)).some((name) => isRealDate(name) && name.startsWith(`${address.year}-`));
    case 'issue':
    case 'issue-print':
      return (await shelves.names(issueFolder(address))).some((name) => /^[^.]+\.md$/.test(name));
    default: {
      const target = await shelves.text(fileOfAddress(address) ?? '');
      return target !== undefined && target.document.valueAt(['status']) !== 'draft';
    }
  }
}

function fileOfAddress(address: Address): string | undefined {
  return address.kind === 'article' || address.kind === 'page' || address.kind === 'issue' || address.kind === 'periodical' ? fileOf({ ...address, locale: originalLocale }) : undefined;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function broken(address: string): Trouble {
  return {
    rule: 'broken-link',
    message: { zh: `链接 ${address} 在本站没有对应的页面（或者是草稿）`, en: `The link ${address} leads to no page of the portal, or to a draft` },
    remedy: { zh: '写成本站网址，如 /zh-hans/about（不带 .md）；别的网站要写 https://', en: 'Write an address of the portal such as /zh-hans/about, without .md; another site begins with https://' },
  };
}

function missingAnchor(address: string): Trouble {
  return {
    rule: 'missing-anchor',
    message: { zh: `链接 ${address} 指向的小标题不存在`, en: `There is no heading that ${address} means` },
    remedy: { zh: '本页写 #小标题的文字；别的页面写 网址#user-content-小标题的文字', en: 'On the same page write # and the words of the heading; on another page, address#user-content-words' },
  };
}
