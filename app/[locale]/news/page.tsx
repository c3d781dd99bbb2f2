/** The news center: the newest articles of every periodical, and the periodicals. */
import type { Metadata } from 'next';
import { ArticleList } from '@/app/_components/article-list';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { PeriodicalList } from '@/app/_components/periodical-list';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { portalSection } from '@/app/_page/sections';
import { catalogue } from '@/lib/content/catalogue';
import { messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/news'>;

const length = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['news'], (await params).locale, 'news');
  const section = portalSection('news', address.locale);
  return pageMetadata(address, { title: section.name, description: section.description, section });
}

export default async function Page({ params }: Props) {
  const address = readAddress(['news'], (await params).locale, 'news');
  const { locale } = address;
  const words = messages(locale);
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      <PageHeading title={words.place.news} summary={portalSection('news', locale).description} />
      <div className="news-page">
        <section className="band">
          <h2>{words.news.latest}</h2>
          <ArticleList articles={catalogue().listNewestArticles(locale, { limit: length })} locale={locale} />
        </section>
        <section className="band">
          <h2>{words.news.periodicals}</h2>
          <PeriodicalList periodicals={catalogue().listPeriodicals(locale)} locale={locale} heading="h3" />
        </section>
      </div>
    </PageFrame>
  );
}
