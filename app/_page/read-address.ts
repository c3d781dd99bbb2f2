/**
 * The first verb of every page: reads its address from the segments Next hands over. What is no address of the portal is not found;
 * whether the thing exists is the catalogue's to say.
 */
import { notFound } from 'next/navigation';
import { isLocale, type Locale } from '@/lib/locale/locales';
import { parsePath, type Address } from '@/lib/routes';

type Kind = Address['kind'];
type AddressOf<K extends Kind> = Extract<Address, { readonly kind: K }>;

export function readLocale(segment: string): Locale {
  return isLocale(segment) ? segment : notFound();
}

/** The address made of the segments after the first slash; not found when it is none of the kinds that the page is for. */
export function readAddress<K extends Kind>(kinds: readonly K[], ...segments: readonly string[]): AddressOf<K> {
  const address = parsePath(`/${segments.join('/')}`);
  return address && isOneOf(address, kinds) ? address : notFound();
}

function isOneOf<K extends Kind>(address: Address, kinds: readonly K[]): address is AddressOf<K> {
  return kinds.some((kind) => kind === address.kind);
}
