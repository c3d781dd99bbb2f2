/** What was read most in the last month. Counts are the press's: it names the articles when it asks for this page, and no reader can. */
import type { Metadata } from 'next';
import { ArticleList } from '@/app/_components/article-list';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { messages } from '@/lib/locale/messages';
import { parsePath } from '@/lib/routes';

type Props = PageProps<'/[locale]/most-read'>;

const length = 20;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['most-read'], (await params).locale, 'most-read');
  const { title, description } = messages(address.locale).mostRead;
  return pageMetadata(address, { title, description });
}

export default async function Page({ params, searchParams }: Props) {
  const address = readAddress(['most-read'], (await params).locale, 'most-read');
  const { locale } = address;
  const words = messages(locale).mostRead;
  const named = [(await searchParams)['article'] ?? []].flat().flatMap((name) => {
    const article = parsePath(`/${locale}/news/periodicals/${name}`);
    return article?.kind === 'article' ? [article] : [];
  });
  const articles = catalogue().listNamedArticles(locale, named).slice(0, length);
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      <PageHeading title={words.title} summary={words.description} />
      {articles.length > 0 ? (
        <section className="band">
          <h2>{words.period}</h2>
          <ArticleList articles={articles} locale={locale} isBrief />
        </section>
      ) : (
        <p>{words.none}</p>
      )}
    </PageFrame>
  );
}
