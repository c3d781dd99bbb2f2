/**
 * Rules `broken-link` and `missing-anchor`: links of a body that lead nowhere in the portal. Addresses of other sites are not visited.
 * An address without a host is read as a browser reads it, from the page it stands on.
 */
import { idPrefix, slugOf } from '@/lib/content/markdown/links';
import { fileOf, issueFolder } from '@/lib/content/place';
import { originalLocale, type Locale } from '@/lib/locale/locales';
import type { Bilingual, Problem } from '@/lib/problem';
import { isRealDate } from '@/lib/locale/dates';
import { parsePath, parseWirePath, pathOf, type Address } from '@/lib/routes';
import { inFile, warn } from './checked-text';
import type { ContentTree, JointChecker, NotedText } from './notes';

const here = 'http://portal.invalid';

export const links: JointChecker = {
  rules: ['broken-link', 'missing-anchor'],
  note(text) {
    const status = text.document.valueAt(['status']);
    const own = typeof status === 'string' ? { status } : {};
    // Reading the Markdown takes most of a check's time, and few bodies hold a link.
    if (!/\]|<|:\/\/|www\.|@/i.test(text.document.body)) return own;
    const written = text.outline().links.filter(({ address }) => !isElsewhere(address));
    return written.length === 0 ? own : { ...own, links: written.map(({ address, ...spot }) => ({ address, at: inFile(text, spot) })) };
  },
  async judge(text, tree) {
    const problems: Problem[] = [];
    for (const { address, at } of text.notes.links ?? []) {
      const trouble = await judge(text, address, tree);
      if (trouble) problems.push(warn(text, at, trouble.rule, trouble.message, trouble.remedy));
    }
    return problems;
  },
};

/** Another site's, or none that a browser would ask anybody for. */
function isElsewhere(address: string): boolean {
  return /^[a-z][a-z\d+.-]*:|^[\\/]{2}/i.test(address);
}

interface Trouble { readonly rule: string; readonly message: Bilingual; readonly remedy: Bilingual }

async function judge(text: NotedText, address: string, tree: ContentTree): Promise<Trouble | undefined> {
  if (address === '') return broken('（空） / empty');
  if (address.startsWith('#')) return (await tree.anchors(text.file)).includes(`${idPrefix}${slugOf(decode(address.slice(1)))}`) ? undefined : missingAnchor(address);
  if (text.place.kind === 'site') return undefined;
  const url = URL.canParse(address, here + pathOf(addressOf(text))) ? new URL(address, here + pathOf(addressOf(text))) : undefined;
  if (url?.origin !== here) return broken(address);
  const target = url.pathname.replace(/(.)\/$/, '$1');
  const media = mediaPath.exec(target);
  if (media) return (await isPicture(media, tree)) ? undefined : broken(address);
  if (target === '/' || parseWirePath(target) || /^\/feeds?\//.test(target) || /^\/[^/]+\.[a-z\d]+$/.test(target) || /^\/[a-z-]+\/search$/.test(target)) return undefined;
  const meant = parsePath(decode(target));
  if (!meant || !(await exists(meant, tree))) return broken(address);
  if (url.hash.length < 2) return undefined;
  // From another page, the prefix has to be written.
  const page = await shownFile(meant, tree);
  return page === undefined || (await tree.anchors(page)).includes(decode(url.hash.slice(1))) ? undefined : missingAnchor(address);
}

/** As `picturePath` of routes.ts writes it, of the picture itself or of a smaller copy. */
const mediaPath = /^\/media\/([^/]+)\/([^/]+)\/([^/]+)\/([^/]+?)(?:\.\d+\.webp)?$/;

/** A picture of other bytes has another address. */
async function isPicture([, periodical = '', issue = '', hash, name = '']: RegExpExecArray, tree: ContentTree): Promise<boolean> {
  return (await tree.picture(`${issueFolder({ periodical, issue })}/${decode(name)}`))?.hash === hash;
}

/** The file whose headings the page has: the Translation's where there is one. */
async function shownFile(address: Address, tree: ContentTree): Promise<string | undefined> {
  for (const locale of [address.locale, originalLocale]) {
    const file = fileOfAddress(address, locale);
    if (file !== undefined && (await tree.text(file))) return file;
  }
  return undefined;
}

function addressOf({ place }: NotedText): Address {
  return place.kind === 'site' ? { kind: 'front', locale: place.locale } : place;
}

async function exists(address: Address, tree: ContentTree): Promise<boolean> {
  const periodicals = 'news/periodicals';
  switch (address.kind) {
    case 'front':
    case 'news':
    case 'periodicals':
    case 'corrections':
    case 'settings':
    case 'offline':
    case 'most-read':
      return true;
    case 'year':
      return (await tree.names(`${periodicals}/${address.periodical}`)).some((name) => isRealDate(name) && name.startsWith(`${address.year}-`));
    case 'issue':
    case 'issue-print':
      return (await tree.names(issueFolder(address))).some((name) => /^[^.]+\.md$/.test(name));
    case 'parallel':
      return (await exists({ ...address, kind: 'article' }, tree)) && (await tree.text(fileOf({ ...address, kind: 'article', locale: address.beside }))) !== undefined;
    default: {
      const target = await tree.text(fileOfAddress(address, originalLocale) ?? '');
      return target !== undefined && target.notes.status !== 'draft';
    }
  }
}

function fileOfAddress(address: Address, locale: Locale): string | undefined {
  return address.kind === 'article' || address.kind === 'page' || address.kind === 'issue' || address.kind === 'periodical' ? fileOf({ ...address, locale }) : undefined;
}

function decode(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

function broken(address: string): Trouble {
  const isFile = /\.(?!md\b|html?\b)[a-z\d]{2,5}(?:[?#].*)?$/i.test(address);
  return {
    rule: 'broken-link',
    message: { zh: `链接 ${address} 在本站没有对应的页面（或者是草稿）`, en: `The link ${address} leads to no page of the portal, or to a draft` },
    remedy: isFile
      ? { zh: '门户不放附件：内容写进正文，或者放在别的网站，写完整的 https:// 网址；图片用 ![图里有什么](文件名)', en: 'The portal holds no attachments: put the words into the body, or the file on another site and write its https:// address; pictures are ![what it shows](file)' }
      : { zh: '写成本站网址，如 /zh-hans/about（不带 .md）；别的网站要写 https://', en: 'Write an address of the portal such as /zh-hans/about, without .md; another site begins with https://' },
  };
}

function missingAnchor(address: string): Trouble {
  return {
    rule: 'missing-anchor',
    message: { zh: `链接 ${address} 指向的小标题不存在`, en: `There is no heading that ${address} means` },
    remedy: { zh: '本页写 #小标题的文字；别的页面写 网址#user-content-小标题的文字', en: 'On the same page write # and the words of the heading; on another page, address#user-content-words' },
  };
}
