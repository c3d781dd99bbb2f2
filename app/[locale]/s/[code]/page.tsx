/** Whether what somebody has on paper still holds: the page that the short address and the code on a printed article lead to. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CopyChoice, CopyStatus, copyStateOf } from '@/app/_components/copy-status';
import { PageFrame } from '@/app/_components/page-frame';
import { trailTo } from '@/app/_components/trail';
import { otherFormMetadata, pageMetadata } from '@/app/_page/page-metadata';
import { findArticle } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { fill, messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/s/[code]'>;

/** The article itself is the one to find: not when it was withdrawn; where two share the code, neither is meant by it. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, articles } = await read(params);
  const { locale } = address;
  const { copy, joint } = messages(locale);
  const [article, another] = articles;
  const title = copy.title + joint.colon + articles.map((article) => article.title).join(joint.list);
  if (!article || another) return { ...pageMetadata(address, { title, description: fill(copy.several, { count: articles.length }) }), robots: { index: false } };
  const metadata = otherFormMetadata({ kind: 'article', locale, ...article.id }, { title, description: copyStateOf(article, locale).join(joint.colon) });
  return article.withdrawal ? { ...metadata, robots: { index: false } } : metadata;
}

export default async function Page({ params }: Props) {
  const { address, articles } = await read(params);
  const { locale } = address;
  const [article, another] = articles;
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      {article && !another ? <CopyStatus article={article} locale={locale} /> : <CopyChoice articles={articles} locale={locale} />}
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, code } = await params;
  const address = readAddress(['copy'], locale, 's', code);
  const articles = catalogue()
    .listByCode(code)
    .flatMap(({ periodical, issue, slug }) => findArticle(address.locale, periodical, issue, slug) ?? []);
  return articles.length > 0 ? { address, articles } : notFound();
}
