/** What passes between export and its printers, and the doors by which it comes in. */
import { isLocale, type Locale } from '@/lib/locale/locales';

export interface Order {
  readonly number: number;
  readonly page: { readonly kind: 'page'; readonly path: string } | { readonly kind: 'missing'; readonly locale: Locale };
  /** Absolute. */
  readonly file: string;
  /** The hash of what stands there; the same page is not written again. */
  readonly known?: string;
}

/** A page that is printed. */
export interface Report {
  readonly number: number;
  readonly hash: string;
  /** Whether it was written. */
  readonly isNew: boolean;
  readonly isCompressed: boolean;
  /** As served without a coding, names and values in turn. */
  readonly headers: readonly string[];
  readonly pictures: readonly string[];
}

export interface Failure {
  readonly number: number;
  readonly trouble: string;
}

export function parseOrder(message: unknown): Order {
  const { number, page, file, known } = asRecord(message);
  const { kind, path, locale } = asRecord(page);
  if (typeof number !== 'number' || typeof file !== 'string') throw new Error('That is no order');
  const order = { number, file, ...(typeof known === 'string' && { known }) };
  if (kind === 'page' && typeof path === 'string') return { ...order, page: { kind, path } };
  if (kind === 'missing' && typeof locale === 'string' && isLocale(locale)) return { ...order, page: { kind, locale } };
  throw new Error('That is no order');
}

/** A printer's word: that it is ready, a report, or a failure. */
export function parseWord(message: unknown): 'ready' | Report | Failure {
  const { isReady, number, trouble, hash, isNew, isCompressed, headers, pictures } = asRecord(message);
  if (isReady === true) return 'ready';
  if (typeof number === 'number' && typeof trouble === 'string') return { number, trouble };
  if (typeof number !== 'number' || typeof hash !== 'string' || typeof isNew !== 'boolean' || typeof isCompressed !== 'boolean') throw new Error('That is no report');
  return { number, hash, isNew, isCompressed, headers: asTexts(headers), pictures: asTexts(pictures) };
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function asTexts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}
