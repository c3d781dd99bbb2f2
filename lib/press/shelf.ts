/**
 * The shelf: finished Prints by path, in bounded memory. When it is full, what was least recently asked for goes first.
 * Promises never to hold more bytes than its limit; a Print larger than the whole shelf is not kept.
 */
import type { Print } from './print';

export interface Shelf {
  find(path: string): Print | undefined;
  keep(path: string, print: Print): void;
  forget(path: string): void;
  /** Forgets every path of which the claim is true, and gives them back; looks at all of them. */
  forgetWhere(isShowing: (path: string) => boolean): readonly string[];
  readonly count: number;
  readonly bytes: number;
}

export function openShelf(limit: number): Shelf {
  // A Map remembers the order of insertion: the first key is the one to go.
  const prints = new Map<string, Print>();
  let bytes = 0;
  let newest: Print | undefined;

  const forget = (path: string): void => {
    const print = prints.get(path);
    if (!print) return;
    prints.delete(path);
    bytes -= print.size;
  };

  return {
    find(path) {
      const print = prints.get(path);
      // A storm on one page leaves the order alone.
      if (print !== undefined && print !== newest) {
        prints.delete(path);
        prints.set(path, print);
        newest = print;
      }
      return print;
    },
    keep(path, print) {
      forget(path);
      if (print.size > limit) return;
      prints.set(path, print);
      newest = print;
      bytes += print.size;
      for (const oldest of prints.keys()) {
        if (bytes <= limit) break;
        forget(oldest);
      }
    },
    forget,
    forgetWhere(isShowing) {
      const gone = [...prints.keys()].filter(isShowing);
      gone.forEach(forget);
      return gone;
    },
    get count() {
      return prints.size;
    },
    get bytes() {
      return bytes;
    },
  };
}
