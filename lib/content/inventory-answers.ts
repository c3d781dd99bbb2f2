/**
 * The catalogue's answers about what there is: which issues and articles of which days, in which languages, and when each was last
 * changed in a way that readers were told of. For site maps: a whole archive is never in one answer.
 */
import { isLocale, originalLocale, type Locale } from '@/lib/locale/locales';
import { updatedOf, type ArticleId } from './article';
import { issueFolder } from './place';
import type { Shelves } from './shelves';
import { availableLocalesOf } from './wording';

/** The articles of the issues of one month, counted. */
export interface MonthEntry {
  readonly articleCount: number;
  /** When one of them was last published or corrected: `YYYY-MM-DD HH:MM`. */
  readonly updated: string;
}

export interface InventoryEntry {
  readonly id: ArticleId;
  /** Where its words really exist. */
  readonly locales: readonly Locale[];
  /** When it was published or last corrected: `YYYY-MM-DD HH:MM`. */
  readonly updated: string;
}

const translated = /\/([a-z0-9-]+)\.([a-z-]+)\.md$/;

export function openInventoryDesk(shelves: Shelves, clock: () => string) {
  return {
    /** Months in which issues with articles to show came out, `YYYY-MM`, in order of time. */
    listMonths(periodical: string): readonly string[] {
      const now = clock();
      const months: string[] = [];
      for (let issue = shelves.laterIssue(periodical, '', now); issue; issue = shelves.laterIssue(periodical, `${months.at(-1)}~`, now)) months.push(issue.date.slice(0, 7));
      return months;
    },
    /** Undefined when no article of the month is to be shown. */
    findMonth(periodical: string, month: string): MonthEntry | undefined {
      const { count = 0, published = null, corrected = null } = shelves.countBetween(periodical, month, clock()) ?? {};
      return published === null ? undefined : { articleCount: count, updated: updatedOf({ published, ...(corrected !== null && { corrected }) }) };
    },
    /**
     * Articles to show of the issues whose date begins so, oldest issue first, each in the order of its issue.
     * @param days `YYYY-MM` or `YYYY-MM-DD`.
     */
    listInventory(periodical: string, days: string): readonly InventoryEntry[] {
      const locales = new Map<string, Set<Locale>>();
      for (const file of shelves.filesBeginning(issueFolder({ periodical, issue: days }))) {
        const [, , locale] = translated.exec(file) ?? [];
        if (!isLocale(locale)) continue;
        const original = file.replace(translated, '/$1.md');
        locales.set(original, (locales.get(original) ?? new Set()).add(locale));
      }
      return shelves.articlesBetween(periodical, days, clock()).map(({ issue, slug, published, corrected }) => ({
        id: { periodical, issue, slug },
        locales: availableLocalesOf((locale) => locale === originalLocale || locales.get(`${issueFolder({ periodical, issue })}/${slug}.md`)?.has(locale) === true),
        updated: updatedOf({ published, ...(corrected !== null && { corrected }) }),
      }));
    },
  };
}
