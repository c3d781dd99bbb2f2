/** Standing pages; the site map is one of them, with everything there is listed below its words. Any other path is not found. */
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ComplianceLink } from '@/app/_components/compliance-link';
import { PageFrame } from '@/app/_components/page-frame';
import { SiteMapList } from '@/app/_components/site-map-list';
import { StandingPageView } from '@/app/_components/standing-page-view';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';

type Props = PageProps<'/[locale]/[...path]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { address, page } = await read(params);
  return pageMetadata(address, { title: page.title, description: page.extract });
}

export default async function Page({ params }: Props) {
  const { address, page } = await read(params);
  const { locale } = address;
  const trail = trailTo(address, { page: { label: page.title, shownLocale: page.shownLocale } });
  return (
    <PageFrame locale={locale} address={address} trail={trail}>
      <StandingPageView page={page} locale={locale}>
        {page.slug === 'site-map' && <SiteMapList locale={locale} />}
        {page.slug === 'about' && <ComplianceLink locale={locale} />}
      </StandingPageView>
    </PageFrame>
  );
}

async function read(params: Props['params']) {
  const { locale, path } = await params;
  const address = readAddress(['page'], locale, ...path);
  const page = catalogue().findPage(address.locale, address.slug);
  return page ? { address, page } : notFound();
}
