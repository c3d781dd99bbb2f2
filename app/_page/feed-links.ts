/** The feeds that a page announces: the site's, and those of the periodical, of its columns or of the corrections that the page is about. */
import { catalogue } from '@/lib/content/catalogue';
import { fill, messages } from '@/lib/locale/messages';
import { wirePathOf, type Address, type FeedSubject } from '@/lib/routes';
import { webOrigin } from './web-address';

interface Announced {
  readonly subject: FeedSubject;
  readonly title: string;
}

interface FeedLink {
  readonly url: string;
  readonly title: string;
}

/** As `alternates.types` of Next wants them: links by media type. */
export function feedLinks(address: Address): Record<string, FeedLink[]> {
  const { locale } = address;
  const [nearest, ...others] = announced(address);
  const linkTo = ({ subject, title }: Announced, format: 'atom' | 'json'): FeedLink => ({ url: webOrigin + wirePathOf({ kind: 'feed', locale, subject, format }), title });
  return {
    'application/atom+xml': [nearest, ...others].flatMap((feed) => (feed ? [linkTo(feed, 'atom')] : [])),
    'application/feed+json': nearest ? [linkTo(nearest, 'json')] : [],
  };
}

/** The nearest first, as readers of feeds offer them. */
function announced(address: Address): readonly Announced[] {
  const site = catalogue().findSite(address.locale);
  const { correction, joint } = messages(address.locale);
  const ofSite: Announced = { subject: { kind: 'site' }, title: site.name };
  if (address.kind === 'corrections') return [{ subject: { kind: 'corrections' }, title: fill(joint.title, { title: correction.all, site: site.name }) }, ofSite];
  if (!('periodical' in address)) return [ofSite];
  const periodical = catalogue().findPeriodical(address.locale, address.periodical);
  if (!periodical) return [ofSite];
  const { slug, title } = periodical;
  const columns = address.kind === 'periodical' ? periodical.columns : [];
  return [
    { subject: { kind: 'periodical', periodical: slug }, title },
    ...columns.map((column): Announced => ({ subject: { kind: 'column', periodical: slug, column: column.slug }, title: fill(joint.title, { title: column.name, site: title }) })),
    ofSite,
  ];
}
