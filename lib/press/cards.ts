/**
 * Cards: the pictures that social networks show beside links to articles, issues and the front page. Drawn when somebody first asks, which
 * only robots do, one at a time, and kept on the disk in bounded space under a name made of what stands on them: a headline that is
 * corrected has another card at once. Promises that nothing is drawn for what does not exist, nor for words a language does not have.
 */
import { createHash } from 'node:crypto';
import type { Catalogue } from '@/lib/content/catalogue';
import { longDate } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';
import { parseCardPath, type CardAddress } from '@/lib/routes';
import { cardEdition, drawCard, type Card } from './card-drawing';
import { openDiskShelf } from './disk-shelf';
import type { PictureFile } from './pictures';

export interface Cards {
  /**
   * @param target The path of an address.
   * @throws Error when the disk or sharp fails.
   */
  find(target: string): Promise<PictureFile | undefined>;
  /** The tag that the card has, or would have when it is drawn. */
  tagOf(target: string): string | undefined;
}

type Means = Pick<Catalogue, 'findSite' | 'findIssue' | 'findArticle' | 'listAvailableLocales' | 'has'>;

/** Space on the disk: about 10,000 cards. */
const usualLimit = 256 * 1024 * 1024;

export async function openCards(folder: string, catalogue: Means, limit = usualLimit): Promise<Cards> {
  const shelf = await openDiskShelf({ folder, limit, mostAtOnce: 1, holds: (name) => name.endsWith('.png') });
  const describe = (target: string): { readonly card: Card; readonly name: string } | undefined => {
    const address = parseCardPath(target);
    const card = address && cardOf(catalogue, address);
    return card && { card, name: createHash('sha256').update(JSON.stringify([cardEdition, card])).digest('hex').slice(0, 24) };
  };
  return {
    async find(target) {
      const described = describe(target);
      if (!described) return undefined;
      const made = await shelf.find(`${described.name}.png`, () => drawCard(described.card));
      return made && { ...made, type: 'image/png', etag: `"${described.name}"` };
    },
    tagOf(target) {
      const described = describe(target);
      return described && `"${described.name}"`;
    },
  };
}

function cardOf(catalogue: Means, address: CardAddress): Card | undefined {
  const { locale } = address;
  if (!catalogue.has(address) || !catalogue.listAvailableLocales(address).includes(locale)) return undefined;
  const words = messages(locale).issue;
  const { name, organisation } = catalogue.findSite(locale);
  const under = `${name} · ${organisation}`;
  if (address.kind === 'front') return { locale, over: organisation, headline: name, under: '' };
  const issue = catalogue.findIssue(locale, address.periodical, address.issue);
  if (!issue) return undefined;
  const titled = fill(words.title, { periodical: issue.periodicalTitle, date: longDate(issue.date, locale) });
  if (address.kind === 'issue') return { locale, over: issue.title === undefined ? organisation : titled, headline: issue.title ?? titled, under };
  const article = catalogue.findArticle(locale, address);
  return article?.status === 'published' ? { locale, over: titled, headline: article.title, under } : undefined;
}
