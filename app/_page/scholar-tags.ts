/** What reference managers and libraries read in the head of an article: Highwire's citation tags, and Dublin Core. */
import type { Article } from '@/lib/content/article';
import type { Issue } from '@/lib/content/issue';
import type { Site } from '@/lib/content/site';
import { machineTime } from '@/lib/locale/dates';
import { localeFacts } from '@/lib/locale/locales';
import type { Tags } from './government-tags';

interface Cited {
  readonly article: Article;
  readonly issue: Issue;
  readonly site: Site;
  /** Absolute. */
  readonly url: string;
}

/** One tag a name, but one for each author, as both vocabularies ask. */
export function scholarTags({ article, issue, site, url }: Cited): Tags {
  const { title, authors, published, shownLocale } = article;
  const language = localeFacts[shownLocale].tag;
  return {
    citation_title: title,
    ...(authors.length > 0 && { citation_author: [...authors] }),
    citation_publication_date: published.slice(0, 10).replaceAll('-', '/'),
    citation_journal_title: issue.periodicalTitle,
    ...(issue.total !== undefined && { citation_issue: String(issue.total) }),
    citation_publisher: site.organisation,
    citation_language: language,
    citation_fulltext_html_url: url,
    'DC.title': title,
    ...(authors.length > 0 && { 'DC.creator': [...authors] }),
    'DC.date': machineTime(published),
    'DC.publisher': site.organisation,
    'DC.language': language,
    'DC.identifier': url,
  };
}
