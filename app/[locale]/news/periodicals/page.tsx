/** All periodicals. */
import type { Metadata } from 'next';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { PeriodicalList } from '@/app/_components/periodical-list';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { portalSection } from '@/app/_page/sections';
import { catalogue } from '@/lib/content/catalogue';
import { messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/news/periodicals'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['periodicals'], (await params).locale, 'news', 'periodicals');
  const section = portalSection('periodicals', address.locale);
  return pageMetadata(address, { title: section.name, description: section.description, section });
}

export default async function Page({ params }: Props) {
  const address = readAddress(['periodicals'], (await params).locale, 'news', 'periodicals');
  const { locale } = address;
  const words = messages(locale);
  const periodicals = catalogue().listPeriodicals(locale);
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      <PageHeading title={words.place.periodicals} summary={portalSection('periodicals', locale).description} />
      {periodicals.length > 0 ? <PeriodicalList periodicals={periodicals} locale={locale} heading="h2" /> : <p>{words.periodicals.none}</p>}
    </PageFrame>
  );
}
