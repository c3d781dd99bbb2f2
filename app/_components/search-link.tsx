/** Tells the browser of the search, so that readers can add it to theirs. React puts it into <head>. Nothing where nobody can search. */
import { catalogue } from '@/lib/content/catalogue';
import type { Locale } from '@/lib/locale/locales';
import { wirePathOf } from '@/lib/routes';

export function SearchLink({ locale }: { readonly locale: Locale }) {
  if (!catalogue().isSearchable) return undefined;
  return <link rel="search" type="application/opensearchdescription+xml" href={wirePathOf({ kind: 'search-description', locale })} title={catalogue().findSite(locale).name} />;
}
