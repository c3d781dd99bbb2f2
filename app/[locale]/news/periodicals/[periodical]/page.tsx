/** One periodical, open at its newest year. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/app/_components/page-frame';
import { PeriodicalView } from '@/app/_components/periodical-view';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { findPeriodical } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { periodicalSection } from '@/app/_page/sections';
import { periodicalThing } from '@/app/_page/structured-data';

type Props = PageProps<'/[locale]/news/periodicals/[periodical]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, periodical } = await read(params);
  const section = periodicalSection(periodical, address.locale);
  return pageMetadata(address, { title: periodical.title, description: section.description, section });
}

export default async function Page({ params }: Props) {
  const { address, periodical } = await read(params);
  const trail = trailTo(address, { periodical: { label: periodical.title, shownLocale: periodical.shownLocale } });
  return (
    <PageFrame locale={address.locale} address={address} trail={trail} thing={periodicalThing(periodical, address.locale)}>
      <PeriodicalView periodical={periodical} locale={address.locale} />
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, periodical: slug } = await params;
  const address = readAddress(['periodical'], locale, 'news', 'periodicals', slug);
  const periodical = findPeriodical(address.locale, address.periodical);
  return periodical ? { address, periodical } : notFound();
}
