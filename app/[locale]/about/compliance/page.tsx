/** What the last audit of the portal found, below the page about the portal. Not there when none was recorded. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ComplianceView } from '@/app/_components/compliance-view';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { messages } from '@/lib/locale/messages';
import '@/app/_styles/lists.css';

type Props = PageProps<'/[locale]/about/compliance'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = await read(params);
  const { title, description } = messages(address.locale).audit;
  return pageMetadata(address, { title, description });
}

export default async function Page({ params }: Props) {
  const address = await read(params);
  const { locale } = address;
  const { title, description } = messages(locale).audit;
  const compliance = catalogue().findCompliance() ?? notFound();
  const about = catalogue().findPage(locale, 'about');
  const trail = trailTo(address, about && { page: { label: about.title, shownLocale: about.shownLocale } });
  return (
    <PageFrame locale={locale} address={address} trail={about ? trail : [...trail.slice(0, -2), ...trail.slice(-1)]}>
      <PageHeading title={title} summary={description} />
      <ComplianceView compliance={compliance} locale={locale} />
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  return readAddress(['compliance'], (await params).locale, 'about', 'compliance');
}
