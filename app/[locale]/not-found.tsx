/** What Next shows for an address without a page when the press does not stand before it (`next dev`). */
import { locale } from 'next/root-params';
import { WayOut } from '@/app/_components/way-out';
import { readLocale } from '@/app/_page/read-address';

export default async function NotFound() {
  return <WayOut locale={readLocale(await locale())} reason="missing" />;
}
