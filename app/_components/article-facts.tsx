/** When, whence, by whom: the line under a headline. What is not given is not shown; views wait hidden until the press answers a number. */
import type { ReactNode } from 'react';
import type { ArticleEntry } from '@/lib/content/article';
import { dateAndTime, machineTime } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { viewsPathOf } from '@/lib/routes';
import { tagOfNames } from './foreign-tag';

interface ArticleFactsProps {
  readonly article: ArticleEntry;
  readonly locale: Locale;
  /** On the article's own page only: a list counts nothing. */
  readonly hasViews?: boolean;
}

export function ArticleFacts({ article: { id, published, source, authors, shownLocale }, locale, hasViews = false }: ArticleFactsProps) {
  const words = messages(locale).article;
  return (
    <dl className="article-facts">
      <Fact name={words.time}>
        <time dateTime={machineTime(published)}>{dateAndTime(published, locale)}</time>
      </Fact>
      {source && (
        <Fact name={words.source} lang={tagOfNames(source.name, shownLocale, locale)}>
          {source.address ? <a href={source.address}>{source.name}</a> : source.name}
        </Fact>
      )}
      {authors.length > 0 && (
        <Fact name={words.authors} lang={tagOfNames(authors.join(''), shownLocale, locale)}>
          {authors.join(messages(locale).joint.list)}
        </Fact>
      )}
      {hasViews && (
        <div hidden data-views={viewsPathOf(id)}>
          <dt>{words.views}</dt>
          <dd data-views-number="" />
        </div>
      )}
    </dl>
  );
}

function Fact({ name, lang, children }: { readonly name: string; readonly lang?: string | undefined; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd lang={lang}>{children}</dd>
    </div>
  );
}
