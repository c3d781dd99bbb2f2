/**
 * The front page under the masthead. It is whole with one article (lead and issue) and with ten thousand: every block shows the newest
 * few, and no article stands in two lists.
 */
import { catalogue } from '@/lib/content/catalogue';
import type { Issue } from '@/lib/content/issue';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { pathOf } from '@/lib/routes';
import { ArticleList } from './article-list';
import { IssueCard } from './issue-card';
import { IssueShelf } from './issue-shelf';
import { LeadStory } from './lead-story';

const latestLength = 8;
const shelfLength = 6;
/** Beyond the lead and the latest, how many articles of the current issue are looked past, so that the question stays small. */
const lookPast = 40;

export function FrontPage({ locale }: { readonly locale: Locale }) {
  const words = messages(locale).front;
  const [newest] = catalogue().listNewestIssues(locale, { limit: 1 });
  const issue = newest && catalogue().findIssue(locale, newest.periodical, newest.date);
  const articles = catalogue().listNewestArticles(locale, { limit: 1 + latestLength + lookPast });
  const [lead, ...others] = articles;
  if (!issue || !lead) return <p className="front-page__empty">{words.empty}</p>;

  const latest = others.filter(({ id }) => id.periodical !== issue.periodical || id.issue !== issue.date).slice(0, latestLength);
  return (
    <>
      <div className="front-page">
        <LeadStory article={lead} locale={locale} />
        <CurrentIssue issue={issue} locale={locale} />
        {latest.length > 0 && (
          <section className="front-page__latest">
            <h2>{words.latest}</h2>
            <ArticleList articles={latest} locale={locale} isBrief />
            <p className="more">
              <a href={pathOf({ kind: 'news', locale })}>{words.allNews}</a> <a href={pathOf({ kind: 'most-read', locale })}>{messages(locale).mostRead.title}</a>
            </p>
          </section>
        )}
      </div>
      <Shelves issue={issue} locale={locale} />
    </>
  );
}

function CurrentIssue({ issue, locale }: { readonly issue: Issue; readonly locale: Locale }) {
  const periodical = catalogue().findPeriodical(locale, issue.periodical);
  return periodical && <IssueCard issue={issue} periodical={periodical} locale={locale} heading={messages(locale).front.current} />;
}

/** Earlier issues of the current periodical; then the newest issue of each other one. */
function Shelves({ issue, locale }: { readonly issue: Issue; readonly locale: Locale }) {
  const words = messages(locale).front;
  const periodicals = catalogue().listPeriodicals(locale);
  const periodical = periodicals.find(({ slug }) => slug === issue.periodical);
  const earlier = catalogue().listNewestIssues(locale, { limit: shelfLength, periodical: issue.periodical, before: issue.date });
  const others = periodicals.flatMap((other) => (other.newest && other !== periodical ? [{ issue: other.newest, periodical: other }] : []));
  return (
    <>
      {periodical && earlier.length > 0 && (
        <IssueShelf
          heading={words.earlier}
          issues={earlier.map((entry) => ({ issue: entry, periodical }))}
          locale={locale}
          more={{ label: words.allIssues, path: pathOf({ kind: 'periodical', locale, periodical: periodical.slug }) }}
        />
      )}
      {others.length > 0 && <IssueShelf heading={words.otherPeriodicals} issues={others} locale={locale} />}
    </>
  );
}
