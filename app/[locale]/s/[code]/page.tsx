/** Whether what somebody has on paper still holds: the page that the short address and the code on a printed article lead to. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { CopyChoice, CopyStatus } from '@/app/_components/copy-status';
import { PageFrame } from '@/app/_components/page-frame';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { findArticle } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/s/[code]'>;

/** Searches find the article itself. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, articles } = await read(params);
  const { copy, joint } = messages(address.locale);
  const title = copy.title + joint.colon + articles.map((article) => article.title).join(joint.list);
  return { ...pageMetadata(address, { title }), robots: { index: false } };
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
