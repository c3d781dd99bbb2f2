/** Display settings: how the reader wants to read, for every page. A page of its own, so that no other carries the panel. */
import type { Metadata } from 'next';
import { DisplaySettings } from '@/app/_components/display-settings';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { SavedIssues } from '@/app/_components/saved-issues';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { messages } from '@/lib/locale/messages';
import '@/app/_styles/lists.css';
import '@/app/_styles/display-settings.css';

type Props = PageProps<'/[locale]/settings'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['settings'], (await params).locale, 'settings');
  const { title, description } = messages(address.locale).display;
  return pageMetadata(address, { title, description });
}

export default async function Page({ params }: Props) {
  const address = readAddress(['settings'], (await params).locale, 'settings');
  const { locale } = address;
  const { title, description } = messages(locale).display;
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      <PageHeading title={title} summary={description} />
      <DisplaySettings locale={locale} />
      <SavedIssues locale={locale} />
    </PageFrame>
  );
}
