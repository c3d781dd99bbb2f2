/** The contents of an issue by column, as on its first page: every headline, or the reader's own place in it marked. */
import type { ColumnContents } from '@/lib/content/issue';
import type { Locale } from '@/lib/locale/locales';
import { pathOf } from '@/lib/routes';
import { foreignTag } from './foreign-tag';

interface IssueContentsProps {
  readonly contents: readonly ColumnContents[];
  readonly locale: Locale;
  /** The slug of the article on this page, when it is one of the issue's. */
  readonly here?: string;
}

export function IssueContents({ contents, locale, here }: IssueContentsProps) {
  return (
    <div className="issue-contents">
      {contents.map(({ column, articles }) => (
        <section key={column.slug}>
          <h3 lang={foreignTag(column.shownLocale, locale)}>{column.name}</h3>
          <ul>
            {articles.map(({ id, title, shownLocale }) => (
              <li key={id.slug} lang={foreignTag(shownLocale, locale)}>
                <a href={pathOf({ kind: 'article', locale, ...id })} aria-current={id.slug === here ? 'page' : undefined}>
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
