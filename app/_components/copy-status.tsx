/**
 * Whether a printed copy of an article still holds: current, corrected (when, what was wrong, what is right) or withdrawn (when, why). What a
 * reader compares it with is the time of printing, which stands on the paper.
 */
import type { Article } from '@/lib/content/article';
import { longDate, plainDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { findIssue } from '@/app/_page/questions';
import { Corrections } from './corrections';
import { foreignTag } from './foreign-tag';
import { WithdrawalNotice } from './withdrawal-notice';
import '@/app/_styles/lists.css';

interface CopyStatusProps {
  readonly article: Article;
  readonly locale: Locale;
}

export function CopyStatus({ article, locale }: CopyStatusProps) {
  const { id, shownLocale, title, corrections, withdrawal } = article;
  const { copy } = messages(locale);
  return (
    <article className="copy-status">
      <header className="page-heading">
        <p>{copy.title}</p>
        <h1 lang={foreignTag(shownLocale, locale)}>{title}</h1>
        <IssueOf article={article} locale={locale} />
      </header>
      <State article={article} locale={locale} />
      {withdrawal && <WithdrawalNotice withdrawal={withdrawal} shownLocale={shownLocale} locale={locale} />}
      {corrections.length > 0 && <Corrections corrections={corrections} shownLocale={shownLocale} locale={locale} />}
      <p className="more">
        <a href={pathOf({ kind: 'article', locale, ...id })}>{copy.read}</a>
      </p>
    </article>
  );
}

/** What became of the article, in a word, then in a sentence. The last word decides: what is withdrawn is not mended by its corrections. */
export function copyStateOf({ corrected, withdrawal }: Article, locale: Locale): readonly [state: string, text: string] {
  const { copy } = messages(locale);
  if (withdrawal) return [copy.withdrawn, copy.withdrawnText];
  return corrected === undefined ? [copy.current, copy.currentText] : [copy.corrected, fill(copy.correctedText, { date: plainDate(corrected, locale) })];
}

function State({ article, locale }: CopyStatusProps) {
  const [state, text] = copyStateOf(article, locale);
  return (
    <p className="copy-status__state">
      <strong>{state}</strong> {text}
    </p>
  );
}

/** The issue that the article stands in, as its own page is headed. */
function IssueOf({ article: { id }, locale }: CopyStatusProps) {
  const issue = findIssue(locale, id.periodical, id.issue);
  if (!issue) return null;
  return <p>{fill(messages(locale).issue.title, { periodical: issue.periodicalTitle, date: longDate(issue.date, locale) })}</p>;
}

interface CopyChoiceProps {
  readonly articles: readonly Article[];
  readonly locale: Locale;
}

/** Articles that share a code, once in a hundred archives: each leads to its own page, which tells what became of it. */
export function CopyChoice({ articles, locale }: CopyChoiceProps) {
  const { copy } = messages(locale);
  return (
    <div className="copy-status">
      <header className="page-heading">
        <h1>{copy.title}</h1>
        <p>{fill(copy.several, { count: articles.length })}</p>
      </header>
      <ul className="correction-list">
        {articles.map(({ id, title, shownLocale, published }) => (
          <li key={pathOf({ kind: 'article', locale, ...id })}>
            <time dateTime={published.slice(0, 10)}>{plainDate(published.slice(0, 10), locale)}</time>{' '}
            <a href={pathOf({ kind: 'article', locale, ...id })} lang={foreignTag(shownLocale, locale)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
