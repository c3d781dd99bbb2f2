/** Every correction, at one standing address: what was wrong, what is right, and where. */
import type { Metadata } from 'next';
import { CorrectionList } from '@/app/_components/correction-list';
import { PageFrame } from '@/app/_components/page-frame';
import { PageHeading } from '@/app/_components/page-heading';
import { trailTo } from '@/app/_components/trail';
import { pageMetadata } from '@/app/_page/page-metadata';
import { readAddress } from '@/app/_page/read-address';
import { catalogue } from '@/lib/content/catalogue';
import { fill, messages } from '@/lib/locale/messages';

type Props = PageProps<'/[locale]/corrections'>;

/** Corrected articles, not corrections: more than a body would ever have to own up to. */
const most = 1000;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const address = readAddress(['corrections'], (await params).locale, 'corrections');
  const { correction } = messages(address.locale);
  const { organisation } = catalogue().findSite(address.locale);
  return pageMetadata(address, { title: correction.all, description: fill(correction.description, { organisation }) });
}

export default async function Page({ params }: Props) {
  const address = readAddress(['corrections'], (await params).locale, 'corrections');
  const { locale } = address;
  const { correction } = messages(locale);
  const { organisation } = catalogue().findSite(locale);
  return (
    <PageFrame locale={locale} address={address} trail={trailTo(address)}>
      <PageHeading title={correction.all} summary={fill(correction.description, { organisation })} />
      <CorrectionList articles={catalogue().listCorrectedArticles(locale, most)} locale={locale} />
    </PageFrame>
  );
}
