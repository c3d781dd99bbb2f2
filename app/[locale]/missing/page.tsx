/** What a reader gets, with status 404, where there is nothing. The press asks for it once and keeps it. */
import type { Metadata } from 'next';
import { WayOut } from '@/app/_components/way-out';
import { unlistedMetadata } from '@/app/_page/page-metadata';
import { readLocale } from '@/app/_page/read-address';
import { messages } from '@/lib/locale/messages';
import '@/app/_styles/lists.css';

type Props = PageProps<'/[locale]/missing'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const locale = readLocale((await params).locale);
  const { title, text } = messages(locale).missing;
  return unlistedMetadata(locale, title, text);
}

export default async function Page({ params }: Props) {
  return <WayOut locale={readLocale((await params).locale)} reason="missing" />;
}
