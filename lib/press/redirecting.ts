/**
 * Old addresses: what has moved is answered 301 with the address it has now, in one step however often it moved; pages, and the files
 * that lie below the pages of articles and periodicals.
 * Promises: the answer is put together by lib/routes from what the editors wrote, and holds no word of the request, not even its query.
 */
import type { Catalogue } from '@/lib/content/catalogue';
import { originalLocale, type Locale } from '@/lib/locale/locales';
import { parsePath, parseWirePath, pathOf, scannedPage, wirePathOf } from '@/lib/routes';
import type { TryAnswer } from './answering';
import { lifetimes, securityHeaders } from './headers';
import { sendRedirect } from './sending';

interface Means {
  readonly origin: string;
  readonly findRedirect: Catalogue['findRedirect'];
  /** Whether there is a file for programs at the path. */
  readonly hasFile: (path: string) => boolean;
}

/**
 * 301 and not 308: every crawler and every old telephone knows it, and these addresses are only ever read, so that the method which 301
 * leaves open (RFC 9110 §15.4.2) is no matter. Kept as long as a page, because both would otherwise be kept for good by browsers, and
 * editors must be able to take a mistake back.
 */
export function openRedirecting({ origin, findRedirect, hasFile }: Means): TryAnswer {
  const headers = ['Cache-Control', lifetimes.page, ...securityHeaders(origin)];
  return (_request, response, path) => {
    const target = findTarget(path);
    return Promise.resolve(target === undefined ? undefined : { ...sendRedirect(response, 301, target, headers), via: 'file' });
  };

  function findTarget(path: string): string | undefined {
    const address = parsePath(path.replace(/(.)\/$/, '$1'));
    if (address) {
      const target = findRedirect(address);
      return target && pathOf(target);
    }
    const file = findFile(path);
    return file !== undefined && hasFile(file) ? file : undefined;
  }

  /** The same file of what has moved. */
  function findFile(path: string): string | undefined {
    const file = parseWirePath(path);
    switch (file?.kind) {
      case 'citation': {
        const article = findRedirect({ ...file, kind: 'article' });
        return article?.kind === 'article' ? wirePathOf({ ...file, periodical: article.periodical, issue: article.issue, slug: article.slug }) : undefined;
      }
      case 'qr-code': {
        const target = findRedirect(scannedPage(file));
        return target?.kind === 'article' || target?.kind === 'issue' ? wirePathOf({ ...target, kind: 'qr-code' }) : undefined;
      }
      case 'copy-qr-code': {
        const copy = findRedirect({ ...file, kind: 'copy', locale: originalLocale });
        return copy?.kind === 'copy' ? wirePathOf({ ...file, code: copy.code }) : undefined;
      }
      case 'calendar': {
        const periodical = findPeriodical(file.locale, file.periodical);
        return periodical === undefined ? undefined : wirePathOf({ ...file, periodical });
      }
      case 'feed': {
        const { subject, locale } = file;
        const periodical = 'periodical' in subject ? findPeriodical(locale, subject.periodical) : undefined;
        return periodical === undefined || !('periodical' in subject) ? undefined : wirePathOf({ ...file, subject: { ...subject, periodical } });
      }
      default:
        return undefined;
    }
  }

  function findPeriodical(locale: Locale, periodical: string): string | undefined {
    const target = findRedirect({ kind: 'periodical', locale, periodical });
    return target?.kind === 'periodical' ? target.periodical : undefined;
  }
}
