/**
 * The first page of an issue on paper: the periodical's name as newspapers set theirs, the day, a picture or the drawn face of the issue,
 * the first article, and what else is inside. Ink on bare paper, because printers leave out backgrounds and offices print in black.
 */
import type { ArticleEntry } from '@/lib/content/article';
import type { Issue } from '@/lib/content/issue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Picture } from '@/lib/content/picture';
import type { Site } from '@/lib/content/site';
import { longDate } from '@/lib/locale/dates';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { FigureCaption } from './figure-caption';
import { foreignTag } from './foreign-tag';
import { IssueCover } from './issue-cover';
import { issueNumbers } from './issue-numbers';
import { PictureView } from './picture-view';
import { printedId } from './printed-article';
import { VerticalWords } from './vertical-words';

/** As many headlines as a page has room for beside a picture. */
const mostHighlights = 6;
/** A name that a sheet is high enough for: at the right of the picture, as the first pages of East Asian newspapers have it. */
const runsDown = /^(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー・]|\d{1,2}(?!\d)|[A-Z](?![a-z])){2,10}$/u;

interface PrintCoverProps {
  readonly issue: Issue;
  readonly periodical: PeriodicalEntry;
  readonly site: Site;
  readonly locale: Locale;
}

export function PrintCover({ issue, periodical, site, locale }: PrintCoverProps) {
  const [lead, ...others] = issue.contents.flatMap(({ articles }) => articles);
  const picture = issue.cover ?? lead?.cover;
  return (
    <header className={picture && runsDown.test(issue.periodicalTitle) ? 'print-cover print-cover--upright' : 'print-cover'}>
      <p className="print-cover__organisation">{site.organisation}</p>
      <h1 className={nameClass(issue.periodicalTitle)}>
        <span lang={foreignTag(periodical.shownLocale, locale)}>
          <VerticalWords words={issue.periodicalTitle} />
        </span>
      </h1>
      <p className="print-cover__date">
        <time dateTime={issue.date}>{longDate(issue.date, locale)}</time>
        {issueNumbers(issue, locale).map((number) => (
          <span key={number}> {number}</span>
        ))}
      </p>
      {issue.title && (
        <p className="print-cover__theme" lang={issue.titleLocale && foreignTag(issue.titleLocale, locale)}>
          {issue.title}
        </p>
      )}
      {picture ? (
        <CoverPicture picture={picture} locale={locale} />
      ) : (
        <div className="print-cover__book" aria-hidden="true">
          <IssueCover issue={issue} periodical={periodical} locale={locale} />
        </div>
      )}
      {lead && (
        <div className="print-cover__lead" lang={foreignTag(lead.shownLocale, locale)}>
          {lead.kicker && <p className="kicker">{lead.kicker}</p>}
          <p className="print-cover__headline">
            <a href={`#${printedId(lead.id.slug)}`}>{lead.title}</a>
          </p>
          <p>{lead.extract}</p>
        </div>
      )}
      {others.length > 0 && <Highlights articles={others.slice(0, mostHighlights)} locale={locale} />}
    </header>
  );
}

function CoverPicture({ picture, locale }: { readonly picture: Picture; readonly locale: Locale }) {
  return (
    <figure>
      <PictureView picture={picture} locale={locale} sizes="(min-width: 48rem) 60rem, 100vw" fetched="along" />
      <FigureCaption picture={picture} locale={locale} />
    </figure>
  );
}

function Highlights({ articles, locale }: { readonly articles: readonly ArticleEntry[]; readonly locale: Locale }) {
  return (
    <div className="print-cover__highlights">
      <p>{messages(locale).issuePrint.highlights}</p>
      <ul>
        {articles.map(({ id, title, column, shownLocale }) => (
          <li key={id.slug}>
            <span lang={foreignTag(column.shownLocale, locale)}>{column.name}</span>{' '}
            <a href={`#${printedId(id.slug)}`} lang={foreignTag(shownLocale, locale)}>
              {title}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** The longer the name the smaller its letters: a Latin one takes half the room of a Han character. */
function nameClass(title: string): string {
  const length = Array.from(title).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x2e80 ? 0.5 : 1), 0);
  return length <= 6 ? 'print-cover__name' : 'print-cover__name print-cover__name--long';
}
