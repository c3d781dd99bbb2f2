/** One article in two languages side by side: its style sheet weighs on no other page. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PageFrame } from '@/app/_components/page-frame';
import { ParallelView } from '@/app/_components/parallel-view';
import { trailTo } from '@/app/_components/trail';
import { otherFormMetadata } from '@/app/_page/page-metadata';
import { findParallel, findPeriodical } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { fill, messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/news/periodicals/[periodical]/[issue]/[article]/[beside]'>;

/** The article's own page is the one to find and to link. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, own } = await read(params);
  const { languages, parallel } = messages(address.locale);
  const title = fill(parallel.title, { title: own.title, language: languages.names[address.beside] });
  return otherFormMetadata({ ...address, kind: 'article' }, { title, description: own.extract });
}

export default async function Page({ params }: Props) {
  const { address, text, own, periodical } = await read(params);
  const trail = trailTo(address, {
    periodical: { label: periodical.title, shownLocale: periodical.shownLocale },
    column: { label: own.column.name, shownLocale: own.column.shownLocale },
  });
  return (
    <PageFrame locale={address.locale} address={address} trail={trail}>
      <ParallelView text={text} own={own} address={address} />
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, periodical: folder, issue: date, article: slug, beside } = await params;
  const address = readAddress(['parallel'], locale, 'news', 'periodicals', folder, date, slug, beside);
  const periodical = findPeriodical(address.locale, folder);
  const text = findParallel(address.locale, folder, date, slug, address.beside);
  const own = text?.articles.find(({ shownLocale }) => shownLocale === address.locale);
  return periodical && text && own ? { address, periodical, text, own } : notFound();
}
