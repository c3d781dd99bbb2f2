/**
 * A whole issue as it goes to paper: a cover, the contents, the articles by column, the colophon. On screen it reads from top to bottom.
 * The contents name no pages: browsers do not tell on which page a place will stand. Where somebody knows (the desk's PDF), the numbers
 * go into `data-page-of`, which is empty here.
 */
import type { Article, ArticleEntry } from '@/lib/content/article';
import { columnId, type Issue } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Site } from '@/lib/content/site';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf, wirePathOf } from '@/lib/routes';
import { foreignTag, tagOfNames } from './foreign-tag';
import { PrintColophon } from './print-colophon';
import { PrintCover } from './print-cover';
import { PrintedArticle, printedId } from './printed-article';
import { Prose } from './prose';

interface IssuePrintProps {
  readonly issue: Issue;
  readonly periodical: PeriodicalEntry;
  /** By slug; their headings begin at h4. */
  readonly articles: ReadonlyMap<string, Article | undefined>;
  readonly site: Site;
  readonly locale: Locale;
}

export function IssuePrint({ issue, periodical, articles, site, locale }: IssuePrintProps) {
  const words = messages(locale).issuePrint;
  const { periodical: folder, date, contents } = issue;
  return (
    <div className="issue-print">
      <link rel="stylesheet" href={wirePathOf({ kind: 'print-style', locale, periodical: folder, issue: date })} precedence="print" />
      <div className="issue-print__bar">
        <button type="button" data-needs="script" data-action="print">
          {words.link}
        </button>
        <a href={pathOf({ kind: 'issue', locale, periodical: folder, issue: date })}>{words.back}</a>
        <p>{words.hint}</p>
      </div>
      <PrintCover issue={issue} periodical={periodical} site={site} locale={locale} />
      <Contents issue={issue} locale={locale} />
      {contents.map(({ column, articles: entries }, place) => (
        <section key={column.slug} id={columnId(place)} className="issue-print__column">
          <h2 lang={foreignTag(column.shownLocale, locale)}>{column.name}</h2>
          {entries.map(({ id: { slug } }) => {
            const article = articles.get(slug);
            return article && <PrintedArticle key={slug} article={article} locale={locale} />;
          })}
        </section>
      ))}
      <PrintColophon issue={issue} site={site} locale={locale} />
    </div>
  );
}

function Contents({ issue: { contents, html, titleLocale }, locale }: Pick<IssuePrintProps, 'issue' | 'locale'>) {
  const isConverted = locale === 'zh-hant';
  return (
    <section className="print-contents">
      <h2>{messages(locale).issue.contents}</h2>
      {contents.map(({ column, articles }, place) => (
        <section key={column.slug}>
          <h3 lang={foreignTag(column.shownLocale, locale)}>
            <a href={`#${columnId(place)}`}>{column.name}</a>
          </h3>
          <ul>
            {articles.map((article) => (
              <ContentsLine key={article.id.slug} article={article} locale={locale} />
            ))}
          </ul>
        </section>
      ))}
      {isConverted && <p className="print-contents__notice">{messages(locale).issuePrint.converted}</p>}
      {html && <Prose html={html} lang={titleLocale && foreignTag(titleLocale, locale)} />}
    </section>
  );
}

function ContentsLine({ article: { id, title, authors, shownLocale }, locale }: { readonly article: ArticleEntry; readonly locale: Locale }) {
  const anchor = printedId(id.slug);
  return (
    <li lang={shownLocale === locale ? undefined : localeFacts[shownLocale].tag}>
      <a href={`#${anchor}`}>{title}</a>
      {authors.length > 0 && <span className="print-contents__authors" lang={tagOfNames(authors.join(''), shownLocale, shownLocale)}>{authors.join(messages(shownLocale).joint.list)}</span>}
      <span className="print-contents__page" data-page-of={anchor} />
    </li>
  );
}
