/** One periodical, open at its newest year. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/app/_components/page-frame';
import { PeriodicalView } from '@/app/_components/periodical-view';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { fill, messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/news/periodicals/[periodical]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, periodical } = await read(params);
  const { title, description } = periodical;
  return pageMetadata(address, { title, description: description ?? fill(messages(address.locale).periodical.description, { title }) });
}

export default async function Page({ params }: Props) {
  const { address, periodical } = await read(params);
  const trail = trailTo(address, { periodical: { label: periodical.title, shownLocale: periodical.shownLocale } });
  return (
    <PageFrame locale={address.locale} address={address} trail={trail}>
      <PeriodicalView periodical={periodical} locale={address.locale} />
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, periodical: slug } = await params;
  const address = readAddress(['periodical'], locale, 'news', 'periodicals', slug);
  const periodical = catalogue().findPeriodical(address.locale, address.periodical);
  return periodical ? { address, periodical } : notFound();
}
