/**
 * The meta tags of 《政府网站发展指引》(国办发〔2017〕47号), annex, part 3. Names are case-exact; values are what the page shows in its own
 * language; what nobody has told is left out, and every name stands once. `Keywords` and `Description` are therefore the page's only
 * ones: HTML takes names of either case, and a second pair in small letters would count as a double.
 */
import type { Article } from '@/lib/content/article';
import type { Site } from '@/lib/content/site';
import { messages } from '@/lib/locale/messages';
import type { Locale } from '@/lib/locale/locales';
import { firstPicture } from './first-picture';

/** A section of the portal: what it is called, what it is, and the names that stand in it. */
export interface Section {
  readonly name: string;
  readonly description: string;
  readonly keywords: readonly string[];
}

interface Tagged {
  readonly site: Site;
  readonly locale: Locale;
  /** Absolute; the page's canonical address. */
  readonly url: string;
  readonly description: string | undefined;
  readonly section: Section | undefined;
  /** A published article; none on any other page. */
  readonly article: Article | undefined;
}

export type Tags = Record<string, string | string[]>;

/** The list of the annex is Chinese, and so is the word in every language; a periodical's news is this kind. */
const columnType = '工作动态';
/** Our bounds, in characters, for an article's description. */
const [shortest, longest] = [20, 200];

export function governmentTags({ site, locale, url, description, section, article }: Tagged): Tags {
  const { hostname, origin } = new URL(url);
  const picture = article && firstPicture(article);
  const told: Record<string, string | string[] | undefined> = {
    ...siteTags(site, hostname),
    ...(section && {
      ColumnName: section.name,
      ColumnDescription: section.description,
      ColumnKeywords: [...new Set(section.keywords)].join(','),
      ColumnType: columnType,
    }),
    ...(article && {
      ArticleTitle: article.title,
      PubDate: article.published,
      ContentSource: article.source?.name ?? article.newspaper?.name,
      Keywords: article.keywords.join(','),
      Author: article.authors.join(messages(locale).joint.list),
      Image: picture && origin + picture,
    }),
    Description: article ? describe(description) : description,
    Url: url,
  };
  return Object.fromEntries(Object.entries(told).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

/** What every page carries, also one that nobody should list. */
export function siteTags({ name, marks }: Pick<Site, 'name' | 'marks'>, hostname: string): Tags {
  return { SiteName: name, ...(/^[a-z0-9.-]+$/.test(hostname) && { SiteDomain: hostname }), ...(marks.siteCode && { SiteIDCode: marks.siteCode }) };
}

/** Too few words describe nothing; too many are cut, where there are spaces at one. */
function describe(text = ''): string | undefined {
  const characters = Array.from(text);
  if (characters.length < shortest) return undefined;
  if (characters.length <= longest) return text;
  return `${characters.slice(0, longest - 1).join('').replace(/[，、；：。,;:.]*\s+\S*$/u, '')}…`;
}
