/** The corrections of all articles, the newest first, each with the article that it mends. */
import type { CorrectedArticle } from '@/lib/content/article';
import { plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';
import '@/app/_styles/lists.css';

interface CorrectionListProps {
  readonly articles: readonly CorrectedArticle[];
  readonly locale: Locale;
}

export function CorrectionList({ articles, locale }: CorrectionListProps) {
  const corrections = articles.flatMap((article) => article.corrections.map((correction) => ({ article, ...correction }))).sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  if (corrections.length === 0) return <p>{messages(locale).correction.none}</p>;
  return (
    <ul className="correction-list">
      {corrections.map(({ article: { id, title, shownLocale }, date, wrong, right }) => (
        <li key={[id.periodical, id.issue, id.slug, date, wrong].join(' ')}>
          <time dateTime={date}>{plainDate(date, locale)}</time>{' '}
          <a href={pathOf({ kind: 'article', locale, ...id })} lang={foreignTag(shownLocale, locale)}>
            {title}
          </a>
          <p lang={foreignTag(shownLocale, locale)}>{fill(messages(shownLocale).correction.text, { wrong, right })}</p>
        </li>
      ))}
    </ul>
  );
}
