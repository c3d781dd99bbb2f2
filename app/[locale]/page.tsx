/** The front page: the lead story, the current issue, what else is new, the shelf of earlier issues, the other periodicals. */
import type { Metadata } from 'next';
import { FrontPage } from '@/app/_components/front-page';
import { PageFrame } from '@/app/_components/page-frame';
import { SearchLink } from '@/app/_components/search-link';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';

type Props = PageProps<'/[locale]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['front'], (await params).locale);
  return pageMetadata(address, { description: catalogue().findSite(address.locale).description });
}

export default async function Page({ params }: Props) {
  const address = readAddress(['front'], (await params).locale);
  const { locale } = address;
  return (
    <PageFrame locale={locale} address={address}>
      <SearchLink locale={locale} />
      <FrontPage locale={locale} />
    </PageFrame>
  );
}
