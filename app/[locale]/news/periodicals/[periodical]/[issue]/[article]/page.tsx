/** One article, and at its side the issue it stands in. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArticleView } from '@/app/_components/article-view';
import { IssueCard } from '@/app/_components/issue-card';
import { PageFrame } from '@/app/_components/page-frame';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { findArticle, findIssue, findPeriodical } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { periodicalSection } from '@/app/_page/sections';
import { articleThing } from '@/app/_page/structured-data';
import { catalogue } from '@/lib/content/catalogue';
import { fill, messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/news/periodicals/[periodical]/[issue]/[article]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, article, issue, periodical } = await read(params);
  const { title, status, withdrawal, extract, column } = article;
  const section = periodicalSection(periodical, address.locale, column.name);
  if (status === 'published') return pageMetadata(address, { title, description: extract, section, article: { article, issue } });
  const words = messages(address.locale);
  const description = words.withdrawal.title + (withdrawal ? words.joint.colon + withdrawal.reason : '');
  return { ...pageMetadata(address, { title: fill(words.withdrawal.pageTitle, { title }), description, section }), robots: { index: false } };
}

export default async function Page({ params }: Props) {
  const { address, article, issue, periodical } = await read(params);
  const { locale } = address;
  const trail = trailTo(address, {
    periodical: { label: periodical.title, shownLocale: periodical.shownLocale },
    column: { label: article.column.name, shownLocale: article.column.shownLocale },
  });
  return (
    <PageFrame locale={locale} address={address} trail={trail} thing={articleThing({ article, issue, periodical, site: catalogue().findSite(locale), locale })}>
      <div className="article-page">
        <ArticleView article={article} locale={locale} />
        <IssueCard issue={issue} periodical={periodical} locale={locale} heading={messages(locale).issue.contents} here={address.slug} />
      </div>
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, periodical: folder, issue: date, article: slug } = await params;
  const address = readAddress(['article'], locale, 'news', 'periodicals', folder, date, slug);
  const periodical = findPeriodical(address.locale, folder);
  const issue = findIssue(address.locale, folder, date);
  const article = findArticle(address.locale, folder, date, slug);
  return periodical && issue && article ? { address, periodical, issue, article } : notFound();
}
