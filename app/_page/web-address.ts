/** The address as readers everywhere see it, with scheme and host: for canonical links, sharing, machines and paper. */
import { readEnvironment } from '@/lib/environment';
import { pathOf, type Address } from '@/lib/routes';

const { origin, cards } = readEnvironment();

/** Scheme and host, without a slash. */
export const webOrigin = origin;

/** Whether the portal draws cards: where it has no fonts, pages name none. */
export const hasCards = cards;

export function webAddress(address: Address): string {
  return origin + pathOf(address);
}
