/** What the page is, for machines: a block of data that no browser runs. */
import { organisationThing, siteThing, trailThing, writeGraph, type Thing } from '@/app/_page/structured-data';
import type { Site } from '@/lib/content/site';
import type { Locale } from '@/lib/locale/locales';
import type { Crumb } from './trail';

interface StructuredDataProps {
  readonly site: Site;
  readonly locale: Locale;
  /** Left out by the front page, which is the site itself. */
  readonly trail: readonly Crumb[] | undefined;
  /** What the page shows, when schema.org has a name for it. */
  readonly thing: Thing | undefined;
}

export function StructuredData({ site, locale, trail, thing }: StructuredDataProps) {
  return <script type="application/ld+json">{writeGraph([organisationThing(site), trail ? trailThing(trail) : siteThing(site, locale), thing])}</script>;
}
