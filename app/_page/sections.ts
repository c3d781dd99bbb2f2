/** The sections that pages are or stand in, in the words of the page: what 47号 calls a column (栏目). */
import { catalogue } from '@/lib/content/catalogue';
import type { PeriodicalEntry } from '@/lib/content/periodical';
import type { Locale } from '@/lib/locale/locales';
import { fill, messages } from '@/lib/locale/messages';
import type { Section } from './government-tags';

/** The news center or the list of periodicals; its keywords are the titles that stand in it. */
export function portalSection(kind: 'news' | 'periodicals', locale: Locale): Section {
  const words = messages(locale);
  const { organisation } = catalogue().findSite(locale);
  const titles = catalogue().listPeriodicals(locale).map(({ title }) => title);
  return { name: words.place[kind], description: fill(words[kind].description, { organisation }), keywords: [words.place[kind], ...titles] };
}

/** A periodical, or one of its columns: an article stands in the column that its breadcrumb ends with. */
export function periodicalSection({ title, description, columns }: PeriodicalEntry, locale: Locale, column?: string): Section {
  return {
    name: column ?? title,
    description: description ?? fill(messages(locale).periodical.description, { title }),
    keywords: [column ?? title, title, ...columns.map(({ name }) => name)],
  };
}
