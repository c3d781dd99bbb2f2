/** One issue; or, when the segment is four digits, one year of the periodical. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { IssueView } from '@/app/_components/issue-view';
import { PageFrame } from '@/app/_components/page-frame';
import { trailTo } from '@/app/_components/trail';
import { YearView } from '@/app/_components/year-view';
import { pageMetadata } from '@/app/_page/page-metadata';
import { findIssue, findPeriodical } from '@/app/_page/questions';
import { readAddress } from '@/app/_page/read-address';
import { periodicalSection } from '@/app/_page/sections';
import { issueThing, periodicalThing } from '@/app/_page/structured-data';
import { catalogue } from '@/lib/content/catalogue';
import { readEnvironment } from '@/lib/environment';
import { longDate, yearTitle } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';

const { isPreview = false } = readEnvironment();

type Props = PageProps<'/[locale]/news/periodicals/[periodical]/[issue]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, periodical } = await read(params);
  const words = messages(address.locale);
  const section = periodicalSection(periodical, address.locale);
  if (address.kind === 'year') {
    const title = `${periodical.title} ${yearTitle(address.year, address.locale)}`;
    return pageMetadata(address, { title, description: fill(words.periodical.description, { title }), section });
  }
  const named = { periodical: periodical.title, date: longDate(address.issue, address.locale) };
  return pageMetadata(address, { title: fill(words.issue.title, named), description: fill(words.issue.description, named), section });
}

export default async function Page({ params }: Props) {
  const { address, periodical, issue } = await read(params);
  const { locale } = address;
  const trail = trailTo(address, { periodical: { label: periodical.title, shownLocale: periodical.shownLocale } });
  return (
    <PageFrame locale={locale} address={address} trail={trail} thing={issue ? issueThing(issue, periodical, locale) : periodicalThing(periodical, locale)}>
      {issue && <IssueView issue={issue} periodical={periodical} editions={catalogue().listEditions(locale, { periodical: issue.periodical, issue: issue.date })} canBeSaved={!isPreview} locale={locale} />}
      {address.kind === 'year' && <YearView periodical={periodical} year={address.year} locale={locale} />}
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, periodical: slug, issue: date } = await params;
  const address = readAddress(['issue', 'year'], locale, 'news', 'periodicals', slug, date);
  const periodical = findPeriodical(address.locale, slug);
  if (!periodical || !catalogue().has(address)) notFound();
  return { address, periodical, issue: findIssue(address.locale, slug, date) };
}
