/**
 * The pages of a preview: the portal's own, as its press prints them, with ribbon and Problems over them and the script that loads them
 * again. Promises: a page that cannot be shown is a page of its Problems; a page has another version whenever it shows something else.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { markup, type Markup } from '@/lib/desk/markup';
import { originalLocale } from '@/lib/locale/locales';
import type { Print } from '@/lib/press/print';
import type { Printing } from '@/lib/press/printing';
import type { Address } from '@/lib/routes';
import { changesAddress, scriptAddress, styleAddress } from './addresses';
import { versionOf, type DraftPrinter } from './draft-printer';
import type { FindPageProblems } from './page-problems';
import { problemPanel } from './problem-panel';
import { markUnpublished } from './ribbon';

interface Means {
  readonly catalogue: Pick<Catalogue, 'has' | 'findHindrance' | 'findIssue'>;
  /** Undefined while there is no site to print. */
  readonly printing: () => Pick<Printing, 'shelf' | 'print' | 'spare'> | undefined;
  readonly findProblems: FindPageProblems;
  readonly makePrint: DraftPrinter;
}

export interface PreviewPage {
  readonly print: Print;
  /** What tells it from the same page at another time. */
  readonly version: string;
}

/** The page at an address, or the one that says what is missing. @throws Error when it fails and no Problem says why. */
export type FindPreviewPage = (address: Address, path: string) => Promise<PreviewPage>;

const front: Address = { kind: 'front', locale: originalLocale };

export function openPreviewPages({ catalogue, printing, findProblems, makePrint }: Means): FindPreviewPage {
  const send = (html: string, over: readonly Markup[], status = 200): PreviewPage => {
    const version = versionOf([html, ...over.map((part) => part.html)].join('\n'));
    return { version, print: makePrint({ body: Buffer.from(dress(html, over, version)), status, type: 'text/html; charset=utf-8' }) };
  };
  const findProblemPage = async (address: Address): Promise<PreviewPage | undefined> => {
    const problems = await findProblems(address, false);
    return problems.length === 0 ? undefined : send(bare, [problemPanel(problems, false)]);
  };

  return async (address, path) => {
    const press = printing();
    if (!press) return (await findProblemPage(address)) ?? (await findProblemPage(front)) ?? send(bare, [noSite], 503);
    if (!catalogue.has(address)) return (await findProblemPage(address)) ?? send(htmlOf(press.spare('missing', address.locale)), [], 404);
    try {
      const { html, ribbon } = markUnpublished(htmlOf(press.shelf.find(path) ?? (await press.print(path))), address, catalogue);
      return send(html, [ribbon, problemPanel(await findProblems(address, true), true)]);
    } catch (error) {
      const page = await findProblemPage(address);
      if (page) return page;
      throw error;
    }
  };
}

function htmlOf(print: Print): string {
  return print.in('identity').body.toString();
}

function dress(html: string, over: readonly Markup[], version: string): string {
  const head = markup`<meta name="robots" content="noindex, nofollow"><link rel="stylesheet" href="${styleAddress}"><script src="${scriptAddress}" data-changes="${changesAddress}" data-version="${version}" defer></script></head>`;
  return html.replace('</head>', () => head.html).replace(/<body[^>]*>/, (tag) => tag + markup`${over}`.html);
}

/** A page without the portal, of which nothing can be shown. */
const bare = '<!doctype html><html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>稿件问题 Problems</title><link rel="icon" href="/favicon.svg" type="image/svg+xml"></head><body class="preview-page"></body></html>';
const noSite = markup`<aside class="preview-problems" lang="zh-Hans"><p>内容文件夹里还没有可以显示的站点：site.md。 <span lang="en">The content folder has no site to show yet: site.md.</span></p></aside>`;
