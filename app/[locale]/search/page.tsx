/** Search: the box with its filters, and what was found. The press lets the query of this address alone through. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/app/_components/page-frame';
import { SearchForm } from '@/app/_components/search-form';
import { SearchLink } from '@/app/_components/search-link';
import { SearchResults } from '@/app/_components/search-results';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata, unlistedMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { fill, messages } from '@/lib/locale/messages';
import { parseSearchQuery } from '@/lib/routes';
import '@/app/_styles/search.css';

type Props = PageProps<'/[locale]/search'>;

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { locale, query } = await read(props);
  const { title, description, resultsOf } = messages(locale).search;
  // What can be asked has no end.
  return query.words === '' ? pageMetadata({ kind: 'search', locale }, { title, description }) : unlistedMetadata(locale, fill(resultsOf, { words: query.words }), description);
}

export default async function Page(props: Props) {
  const address = await read(props);
  const { locale, query } = address;
  const answer = await catalogue().search(locale, query);
  return (
    <PageFrame locale={locale} address={address} trail={trailTo({ kind: 'search', locale })}>
      <SearchLink locale={locale} />
      <script src={process.env['PORTAL_SEARCH_SCRIPT']} />
      <div className="search-page">
        <SearchForm query={query} locale={locale} />
        <SearchResults query={query} answer={answer} locale={locale} />
      </div>
    </PageFrame>
  );
}

async function read({ params, searchParams }: Props) {
  const address = readAddress(['search'], (await params).locale, 'search');
  if (!catalogue().isSearchable) notFound();
  const parameters = Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : (value ?? []).slice(0, 1).map((first) => [name, first])));
  return { ...address, query: parseSearchQuery(new URLSearchParams(parameters)) };
}
