/** The saved issues; browsers that have some show this page for any other that they cannot get (lib/reader/offline/worker.ts). */
import type { Metadata } from 'next';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { SavedIssues } from '@/app/_components/saved-issues';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { messages } from '@/lib/locale/messages';
import '@/app/_styles/lists.css';
import '@/app/_styles/display-settings.css';

type Props = PageProps<'/[locale]/offline'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['offline'], (await params).locale, 'offline');
  const { title, description } = messages(address.locale).offline;
  return pageMetadata(address, { title, description });
}

export default async function Page({ params }: Props) {
  const address = readAddress(['offline'], (await params).locale, 'offline');
  const { locale } = address;
  const { title, description } = messages(locale).offline;
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      <PageHeading title={title} summary={description} />
      <SavedIssues locale={locale} />
    </PageFrame>
  );
}
