/**
 * Printing: an address becomes a Print, once. It asks Next, takes the runtime out, compresses, and puts the page on the shelf.
 * Promises: however many ask for a page, it is composed once; a page composed before a change is never kept after it, nor given to
 * anyone who asks after it; only good pages are kept; the pages for what is missing and what failed are always ready.
 */
import { setTimeout as wait } from 'node:timers/promises';
import { locales, type Locale } from '@/lib/locale/locales';
import { elderPathOf, parseShown, pathOf, pathOfShown, type Address, type Shown } from '@/lib/routes';
import type { Compose } from './composing';
import type { ToElder } from './elder-mode';
import { lifetimes } from './headers';
import { makePrint, type Print, type PrintFacts } from './print';
import type { Stale } from './publishing';
import { takeRuntimeOut } from './runtime';
import { openShelf, type Shelf } from './shelf';

export interface Printing {
  readonly shelf: Pick<Shelf, 'find' | 'count' | 'bytes'>;
  /**
   * The page at a path that exists.
   * @throws Error when Next fails, or its page cannot be cleaned; TooBusy.
   */
  print(path: string): Promise<Print>;
  /** The page that says that there is nothing here (404), or that something went wrong (500). */
  spare(kind: SpareKind, locale: Locale, isElder?: boolean): Print;
  /** Forgets the pages that show a change, and prints the spare pages anew. */
  publish(isStale: Stale): void;
  /** Ends when the spare pages are printed anew. */
  settle(): Promise<void>;
}

export type SpareKind = 'missing' | 'failed';

interface Means {
  readonly compose: Compose;
  readonly toElder: ToElder;
  /** Bytes for finished pages. */
  readonly shelf: number;
  /** Security headers of pages, names and values in turn. */
  readonly headers: readonly string[];
  /** Those of files that programs of other houses may read. */
  readonly fileHeaders: readonly string[];
  readonly onTrouble: (error: unknown) => void;
}

/** Milliseconds. */
const renewalPause = 500;

/** How long a file stands that time alone changes, in milliseconds. */
const fleetingLife = 60_000;

/** Above an address without a language stands the page for what is missing in the reader's own. */
const spareFacts = {
  missing: { status: 404, lifetime: lifetimes.missing, headers: ['Vary', 'Accept-Language'] },
  failed: { status: 500, lifetime: lifetimes.private, headers: [] },
} as const;

type Facts = Pick<PrintFacts, 'status' | 'lifetime' | 'headers'>;

/** @throws Error when not even the spare pages can be printed. */
export async function openPrinting({ compose, toElder, shelf: limit, headers, fileHeaders, onTrouble }: Means): Promise<Printing> {
  const shelf = openShelf(limit);
  const inHand = new Map<string, Promise<Print>>();
  /** Read before and forgotten by the last change: whoever asks now has an editor at his side, perhaps, and is served first. */
  let awaited = new Set<string>();

  const forgetLater = (path: string): void => void setTimeout(() => shelf.forget(path), fleetingLife).unref();
  const composePage = async (path: string, isAwaited = false): Promise<{ readonly type: string; readonly html: string; readonly isFleeting: boolean }> => {
    const { status, type, body, isFleeting = false } = await compose(path, isAwaited);
    if (status !== 200) throw new Error(`Next answered ${path} with status ${status}`);
    return { type, html: takeRuntimeOut(body.toString()), isFleeting };
  };
  const makePage = async (shown: Shown, facts: Facts, isAwaited: boolean): Promise<Print> => {
    const { address, isElder } = shown;
    const { type, html, isFleeting } = await composePage(pathOf(address), isAwaited);
    if (isFleeting) forgetLater(pathOfShown(shown));
    return makePrint({ body: Buffer.from(isElder ? toElder(html) : html), type, effort: 'page', ...facts });
  };

  /** A page, or a file as it comes. */
  const makeAny = async (path: string): Promise<Print> => {
    const shown = parseShown(path);
    if (shown) return makePage(shown, { status: 200, lifetime: lifetimes.page, headers }, awaited.delete(path));
    const { status, type, body, isFleeting = false, isForReaders = false, headers: own = [] } = await compose(path);
    if (status !== 200) throw new Error(`There is no file ${path} any more`);
    const print = await makePrint({ body, type, effort: 'page', lifetime: lifetimes.page, headers: isForReaders ? headers : fileHeaders, own });
    if (isFleeting) forgetLater(path);
    return print;
  };

  const printSpares = async (): Promise<ReadonlyMap<string, Print>> => {
    const prints = new Map<string, Print>();
    for (const locale of locales) {
      const front: Address = { kind: 'front', locale };
      for (const kind of ['missing', 'failed'] as const) {
        const { type, html } = await composePage(`${pathOf(front)}/${kind}`);
        for (const [home, page] of [[pathOf(front), html], [elderPathOf(front), toElder(html)]] as const) {
          prints.set(`${home}/${kind}`, await makePrint({ body: Buffer.from(page), type, effort: 'page', ...spareFacts[kind], headers: [...spareFacts[kind].headers, ...headers] }));
        }
      }
    }
    return prints;
  };
  let spares = await printSpares();
  let renewal: Promise<void> | undefined;
  let isRenewalDue = false;
  const renewSpares = async (): Promise<void> => {
    while (isRenewalDue) {
      // Whoever waits for the page that has just changed comes first; many changes in a row cost one renewal.
      await wait(renewalPause);
      isRenewalDue = false;
      await printSpares().then((prints) => (spares = prints), onTrouble);
    }
    renewal = undefined;
  };

  return {
    shelf,
    print(path) {
      const started = inHand.get(path);
      if (started) return started;
      const printed = makeAny(path);
      inHand.set(path, printed);
      // Whoever forgot the page in the meantime has taken it out of hand, and this one is of yesterday.
      const isCurrent = (): boolean => inHand.get(path) === printed && inHand.delete(path);
      printed.then((print) => isCurrent() && shelf.keep(path, print), isCurrent);
      return printed;
    },
    spare(kind, locale, isElder = false) {
      const front: Address = { kind: 'front', locale };
      const print = spares.get(`${isElder ? elderPathOf(front) : pathOf(front)}/${kind}`);
      if (!print) throw new Error(`There is no spare page ${kind} in ${locale}`);
      return print;
    },
    publish(isStale) {
      const underWay = [...inHand.keys()].filter(isStale);
      for (const path of underWay) inHand.delete(path);
      awaited = new Set([...shelf.forgetWhere(isStale), ...underWay]);
      isRenewalDue = true;
      renewal ??= renewSpares();
    },
    settle: async () => renewal,
  };
}
