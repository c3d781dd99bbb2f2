/** The ways to an article's text with another beside it, one for each language that there is another text in. */
import { Fragment } from 'react';
import type { Article } from '@/lib/content/article';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';

interface ParallelLinksProps {
  readonly article: Pick<Article, 'id' | 'beside'>;
  readonly locale: Locale;
}

export function ParallelLinks({ article: { id, beside }, locale }: ParallelLinksProps) {
  const { languages, parallel } = messages(locale);
  return (
    <p className="translation-notice">
      {beside.map((other, place) => (
        <Fragment key={other}>
          {place > 0 && '\u2003'}
          <a href={pathOf({ kind: 'parallel', locale, ...id, beside: other })}>{fill(parallel.link, { language: languages.names[other] })}</a>
        </Fragment>
      ))}
    </p>
  );
}
