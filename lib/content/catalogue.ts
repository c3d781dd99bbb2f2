/**
 * The catalogue: questions that pages ask, answered from the SQLite index.
 * It promises: no answer holds a draft or an article whose time has not come (but in a preview, where every answer is what it will be
 * when all is out); every answer is in the reader's language or says which language it is in; no question reads the whole archive. A
 * missing thing is undefined.
 */
import path from 'node:path';
import { readEnvironment, type Environment } from '@/lib/environment';
import { chinaTime } from '@/lib/locale/dates';
import { originalLocale, type Locale } from '@/lib/locale/locales';
import type { Address, EditionAddress, SearchQuery } from '@/lib/routes';
import type { Article, ArticleEntry, ArticleId, ArticleSource, ArticleTranslation, CorrectedArticle } from './article';
import { openArticleDesk, type BodyForm } from './article-answers';
import { hindranceOf, type Hindrance } from './hindrance';
import type { Compliance } from './compliance';
import { openEditionDesk, type Edition, type EditionFile } from './editions';
import { openIndexForReading, indexFileOf, stampOf } from './index-file';
import { openInventoryDesk, type InventoryEntry, type MonthEntry } from './inventory-answers';
import type { Issue, IssueEntry } from './issue';
import { openIssueDesk } from './issue-answers';
import { openLibrary } from './library';
import type { StandingPage } from './page';
import type { ParallelText } from './parallel';
import type { Periodical, PeriodicalEntry } from './periodical';
import { fileOf, issueFolder, type TextPlace } from './place';
import { recordingTypes } from './recording';
import { openRedirectDesk } from './redirect-answers';
import { openRelated } from './related';
import { openSearchDesk, type SearchAnswer } from './search/search-desk';
import { isSearchCurrent, searchFileOf } from './search/search-file';
import { openShelves } from './shelves';
import type { Site } from './site';
import { openSiteDesk } from './site-answers';
import { availableLocalesOf } from './wording';

export interface Catalogue {
  findSite(locale: Locale): Site;
  /** Whether the page exists for readers at this moment (a withdrawn article does, a draft does not). */
  has(address: Address): boolean;
  /** Languages in which the page's own words exist; see Article.availableLocales. */
  listAvailableLocales(address: Address): readonly Locale[];

  /** All periodicals that have an issue to show, or none yet; in the order of `order` in index.md, then of slug. */
  listPeriodicals(locale: Locale): readonly PeriodicalEntry[];
  findPeriodical(locale: Locale, periodical: string): Periodical | undefined;

  /** Newest first; of one periodical or of all. An issue is shown when at least one of its articles is. */
  listNewestIssues(locale: Locale, options: { readonly limit: number; readonly periodical?: string; readonly before?: string }): readonly IssueEntry[];
  /** The issues of a year, newest first. */
  listIssuesOfYear(locale: Locale, periodical: string, year: string): readonly IssueEntry[];
  findIssue(locale: Locale, periodical: string, date: string): Issue | undefined;

  /** Newest first by published time, then by the order of the issue. A column is of the periodical named with it. */
  listNewestArticles(locale: Locale, options: { readonly limit: number; readonly periodical?: string; readonly column?: string }): readonly ArticleEntry[];
  /** Published after this time, `YYYY-MM-DD HH:MM`; newest first. */
  listArticlesSince(locale: Locale, since: string, limit: number): readonly ArticleEntry[];
  /** What was corrected last comes first. Withdrawn articles are in no list. */
  listCorrectedArticles(locale: Locale, limit: number): readonly CorrectedArticle[];
  /** Of these the ones that lists may show, in the same order. */
  listNamedArticles(locale: Locale, ids: readonly ArticleId[]): readonly ArticleEntry[];
  /** @param form For a page that holds more than this article. */
  findArticle(locale: Locale, id: ArticleId, form?: BodyForm): Article | undefined;
  /** Languages in which the words exist, other than those this reader is shown: nothing that is converted, nothing beside a Fallback. */
  listBeside(locale: Locale, id: ArticleId): readonly Locale[];
  /** The text of this language beside the one in another; undefined when `listBeside` does not name it. */
  findParallel(locale: Locale, id: ArticleId, beside: Locale): ParallelText | undefined;
  /** What keeps the article from readers at this moment; undefined when nothing does, or there is no such article. */
  findHindrance(id: ArticleId): Hindrance | undefined;
  /** The articles whose short address has this code: none, one, or in an odd case two; withdrawn ones too. */
  listByCode(code: string): readonly ArticleId[];

  /** Months in which issues of the periodical with articles to show came out, `YYYY-MM`, in order of time. */
  listMonths(periodical: string): readonly string[];
  findMonth(periodical: string, month: string): MonthEntry | undefined;
  /** The articles of the issues whose date begins with `days`, `YYYY-MM` or `YYYY-MM-DD`; oldest issue first. */
  listInventory(periodical: string, days: string): readonly InventoryEntry[];

  /** What the last audit found; undefined when none was recorded. */
  findCompliance(): Compliance | undefined;
  /** The editions of an issue in this language that may be taken away. */
  listEditions(locale: Locale, issue: { readonly periodical: string; readonly issue: string }): readonly Edition[];
  findEditionFile(address: EditionAddress): EditionFile | undefined;
  /** What the issue is in this language at this moment, as one short text: another when a reader would see a difference. */
  stampOf(locale: Locale, issue: { readonly periodical: string; readonly issue: string }): string;
  findPage(locale: Locale, slug: string): StandingPage | undefined;
  listPages(locale: Locale): readonly Pick<StandingPage, 'slug' | 'title' | 'shownLocale'>[];

  /** Whether there is a full-text index: an export and a preview have none. */
  readonly isSearchable: boolean;
  /**
   * The articles that hold the words, in any language; undefined when there is nothing to look for in them.
   * @throws Error when there is no full-text index.
   */
  search(locale: Locale, query: SearchQuery): Promise<SearchAnswer | undefined>;

  /**
   * Where readers of an address go at which nothing stands any more: the first address on the way that exists, in the same language.
   * Undefined when the address exists, or leads nowhere.
   */
  findRedirect(address: Address): Address | undefined;
  /** Addresses at which nothing stands and that lead elsewhere, in the language of the Originals. */
  listRedirected(): readonly Address[];
  /** Articles that are this one under an address it had before. */
  listFormerIds(id: ArticleId): readonly ArticleId[];

  /**
   * The file of a picture, for whoever sends or shrinks it.
   * @param folder `<periodical>/<issue>`, as in its address. @param hash As in its address: another hash is another picture.
   */
  findPictureFile(folder: string, name: string, hash: string): PictureFile | undefined;

  /**
   * The file of a recording that readers may hear at this moment.
   * @param folder `<periodical>/<issue>`, as in its address. @param hash As in its address: another hash is another recording.
   */
  findRecordingFile(folder: string, name: string, hash: string): RecordingFile | undefined;

  close(): void;
}

export interface RecordingFile {
  /** Absolute. */
  readonly file: string;
  /** Its media type. */
  readonly type: string;
  /** In bytes. */
  readonly size: number;
}

export interface PictureFile {
  /** Absolute. */
  readonly file: string;
  /** Its media type, by its bytes. */
  readonly type: string;
  readonly width: number;
  readonly height: number;
}

/** The clock of a preview. Not of the year 9999, which stands for never. */
const whenAllIsOut = '9998-12-31 23:59';

let processWide: Catalogue | undefined;

/** The catalogue of this process, opened when first asked for. */
export function catalogue(): Catalogue {
  processWide ??= openCatalogue(readEnvironment());
  return processWide;
}

/**
 * Opens the catalogue on the index that the press keeps.
 * @param options.now The clock, for tests.
 * @throws Error that names the index when it is not built yet.
 */
export function openCatalogue(environment: Pick<Environment, 'content' | 'data' | 'isPreview'>, options: { readonly now?: () => Date } = {}): Catalogue {
  const { now = () => new Date() } = options;
  const database = openIndexForReading(indexFileOf(environment));
  const shelves = openShelves(database);
  const library = openLibrary(shelves);
  const clock = environment.isPreview ? () => whenAllIsOut : (): string => chinaTime(now());
  const sites = openSiteDesk(shelves, library);
  const issues = openIssueDesk(shelves, library, clock);
  const articles = openArticleDesk(shelves, library, openRelated(database), clock);
  const isSearchable = !environment.isPreview && isSearchCurrent(searchFileOf(environment), stampOf(database));
  const searches = openSearchDesk(environment, shelves, library, clock);
  const hasText = (place: TextPlace): boolean => shelves.words(fileOf(place)) !== undefined;

  function has(address: Address): boolean {
    switch (address.kind) {
      case 'front':
      case 'news':
      case 'periodicals':
      case 'corrections':
      case 'settings':
      case 'offline':
      case 'most-read':
        return true;
      case 'search':
        return isSearchable;
      case 'periodical':
        return hasText({ kind: 'periodical', periodical: address.periodical, locale: originalLocale });
      case 'year':
        return shelves.issuesOfYear(address.periodical, address.year, clock()).length > 0 && has({ ...address, kind: 'periodical' });
      case 'issue-print':
        return shelves.countOfIssue(address.periodical, address.issue, clock()) > 0 && has({ ...address, kind: 'periodical' });
      case 'issue':
        return (shelves.existsFrom(address.periodical, address.issue) ?? '9999') <= clock() && has({ ...address, kind: 'periodical' });
      case 'article':
        return shelves.article(address.periodical, address.issue, address.slug, clock()) !== undefined && has({ ...address, kind: 'periodical' });
      case 'parallel':
        return articles.listBeside(address.locale, address).includes(address.beside) && has({ ...address, kind: 'periodical' });
      case 'copy':
        return articles.listByCode(address.code).length > 0;
      case 'compliance':
        return hasText({ kind: 'compliance', locale: originalLocale });
      case 'page':
        return hasText({ kind: 'page', slug: address.slug, locale: originalLocale });
    }
  }

  /** The text whose translations say in which languages the page has words of its own. */
  function ownText(address: Address): TextPlace {
    const locale = originalLocale;
    switch (address.kind) {
      case 'front':
      case 'news':
      case 'periodicals':
      case 'corrections':
      case 'copy':
      case 'most-read':
      case 'compliance':
      case 'search':
      case 'settings':
      case 'offline':
        return { kind: 'site', locale };
      case 'periodical':
      case 'year':
        return { kind: 'periodical', periodical: address.periodical, locale };
      case 'issue':
      case 'issue-print':
        return issues.hasTitle(address.periodical, address.issue) ? { ...address, kind: 'issue', locale } : { kind: 'periodical', periodical: address.periodical, locale };
      case 'article':
      case 'parallel':
        return { ...address, kind: 'article', locale };
      case 'page':
        return { ...address, locale };
    }
  }

  return {
    ...sites,
    ...issues.questions,
    ...articles,
    ...openInventoryDesk(shelves, clock),
    ...openRedirectDesk(shelves, has),
    ...openEditionDesk(environment.content, shelves, clock),
    has,
    findHindrance(id) {
      const text = library.findPair<ArticleSource, ArticleTranslation>({ kind: 'article', ...id, locale: originalLocale }, originalLocale);
      return text && hindranceOf(text.original.data, chinaTime(now()));
    },
    isSearchable,
    search: (locale, query) => searches.search(locale, query),
    listAvailableLocales: (address) => availableLocalesOf(library.languagesOf(ownText(address))),
    findPictureFile(folder, name, hash) {
      const [periodical = '', issue = ''] = folder.split('/');
      const row = shelves.picture(folder, name.normalize('NFC'));
      if (row?.hash !== hash) return undefined;
      const file = path.join(environment.content, issueFolder({ periodical, issue }), row.disk_name);
      return { file, type: row.type, width: row.width, height: row.height };
    },
    findRecordingFile(folder, name, hash) {
      const [periodical = '', issue = ''] = folder.split('/');
      const row = shelves.recording(folder, name.normalize('NFC'));
      if (row?.hash !== hash || !articles.isHeard({ periodical, issue }, row.name)) return undefined;
      return { file: path.join(environment.content, issueFolder({ periodical, issue }), row.disk_name), type: recordingTypes[row.format], size: row.size };
    },
    close() {
      shelves.leave();
      database.close();
      searches.close();
    },
  };
}
