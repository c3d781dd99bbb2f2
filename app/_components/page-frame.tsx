/**
 * What is the same on every page: the way past it all to the content, masthead, breadcrumb, content, footer. It stands in the pages and
 * not in the layout, because the language links need the page's own address.
 */
import type { ReactNode } from 'react';
import { catalogue } from '@/lib/content/catalogue';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import type { Address } from '@/lib/routes';
import { Breadcrumb } from './breadcrumb';
import { LeavingDialog } from './leaving-dialog';
import { Masthead } from './masthead';
import { PrintImprint } from './print-imprint';
import { SiteFooter } from './site-footer';
import { StructuredData } from './structured-data';
import type { Crumb } from './trail';
import type { Thing } from '@/app/_page/structured-data';

interface PageFrameProps {
  readonly locale: Locale;
  /** Left out by the pages that have no address of their own: missing and failed. */
  readonly address?: Address;
  /** Left out by the front page, where every way begins. */
  readonly trail?: readonly Crumb[];
  /** What the page shows, as schema.org names it. */
  readonly thing?: Thing | undefined;
  readonly children: ReactNode;
}

export function PageFrame({ locale, address, trail, thing, children }: PageFrameProps) {
  const site = catalogue().findSite(locale);
  return (
    <>
      <a className="skip-link" href="#content">
        {messages(locale).skip}
      </a>
      <Masthead site={site} locale={locale} address={address} />
      {trail && <Breadcrumb trail={trail} locale={locale} />}
      {address && <PrintImprint address={address} locale={locale} />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      <SiteFooter site={site} locale={locale} address={address} />
      <LeavingDialog site={site} locale={locale} />
      {address && <StructuredData site={site} locale={locale} trail={trail} thing={thing} />}
    </>
  );
}
