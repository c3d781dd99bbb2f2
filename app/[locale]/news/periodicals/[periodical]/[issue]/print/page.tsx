/** A whole issue on one page, for paper: its style sheet weighs on no other page. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IssuePrint } from '@/app/_components/issue-print';
import { PageFrame } from '@/app/_components/page-frame';
import { trailTo } from '@/app/_components/trail';
import { otherFormMetadata } from '@/app/_page/page-metadata';
import { findIssue, findPeriodical } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { longDate } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';
import '@/app/_styles/issue-print.css';

type Props = PageProps<'/[locale]/news/periodicals/[periodical]/[issue]/print'>;

/** The issue's own page is the one to find and to link. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, periodical } = await read(params);
  const words = messages(address.locale).issuePrint;
  const named = { periodical: periodical.title, date: longDate(address.issue, address.locale) };
  return otherFormMetadata({ ...address, kind: 'issue' }, { title: fill(words.title, named), description: fill(words.description, named) });
}

export default async function Page({ params }: Props) {
  const { address, periodical, issue } = await read(params);
  const { locale } = address;
  const articles = new Map(issue.contents.flatMap((column) => column.articles).map(({ id }) => [id.slug, catalogue().findArticle(locale, id, { headingShift: 2, idScope: id.slug })]));
  const trail = trailTo(address, { periodical: { label: periodical.title, shownLocale: periodical.shownLocale } });
  return (
    <PageFrame locale={locale} address={address} trail={trail}>
      <IssuePrint issue={issue} periodical={periodical} articles={articles} site={catalogue().findSite(locale)} locale={locale} />
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, periodical: folder, issue: date } = await params;
  const address = readAddress(['issue-print'], locale, 'news', 'periodicals', folder, date, 'print');
  const periodical = findPeriodical(address.locale, folder);
  const issue = findIssue(address.locale, folder, date);
  return periodical && issue && catalogue().has(address) ? { address, periodical, issue } : notFound();
}
