/** A standing page: its title and words, and when somebody last made sure they are still right. */
import type { ReactNode } from 'react';
import type { StandingPage } from '@/lib/content/page';
import { plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { foreignTag } from './foreign-tag';
import { PageHeading } from './page-heading';
import { Prose } from './prose';
import { TranslationNotice } from './translation-notice';
import '@/app/_styles/lists.css';

interface StandingPageViewProps {
  readonly page: StandingPage;
  readonly locale: Locale;
  /** What the portal itself adds after the page's words. */
  readonly children?: ReactNode;
}

export function StandingPageView({ page, locale, children }: StandingPageViewProps) {
  const { slug, title, summary, html, reviewed, shownLocale } = page;
  const lang = foreignTag(shownLocale, locale);
  return (
    <article className="standing-page-view">
      <TranslationNotice shown={page} address={{ kind: 'page', locale, slug }} locale={locale} />
      <PageHeading title={title} summary={summary} lang={lang} />
      {html && <Prose html={html} lang={lang} />}
      {children}
      {reviewed && (
        <p className="standing-page-view__reviewed">
          {messages(locale).page.reviewed + messages(locale).joint.colon}
          <time dateTime={reviewed}>{plainDate(reviewed, locale)}</time>
        </p>
      )}
    </article>
  );
}
