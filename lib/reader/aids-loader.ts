/**
 * The way to the reading aids (aids.ts): a script and a style sheet of their own, fetched when a reader first wants one of them, because
 * few do and everyone would pay. `import()` takes an address of our own under Trusted Types: the policy's `script-src 'self'` rules it.
 */

import type * as Aids from './aids';

/** Where they are; set by bundle.mjs. */
declare const aidsAddresses: { readonly script: string; readonly style: string };

let aids: Promise<typeof Aids> | undefined;

function loadAids(): Promise<typeof Aids> {
  return (aids ??= fetchAids());
}

/** Shows or hides the line that follows the reader's eye; nothing is fetched to hide what never was. */
export function showRuler(isWanted: boolean): void {
  if (isWanted || aids) loadAids().then((loaded) => loaded.showRuler(isWanted), forgetAids);
}

/** `html[data-can-speak]`: the browser can read aloud, in some language at least. */
export function offerReadingAloud(): void {
  document.documentElement.toggleAttribute('data-can-speak', 'speechSynthesis' in window);
}

export function readAloud(button: HTMLElement): void {
  loadAids().then((loaded) => loaded.readAloud(button), forgetAids);
}

/** Without network they may be fetched at a later press. */
function forgetAids(): void {
  aids = undefined;
}

async function fetchAids(): Promise<typeof Aids> {
  const style = document.createElement('link');
  style.rel = 'stylesheet';
  style.href = aidsAddresses.style;
  document.head.append(style);
  return (await import(aidsAddresses.script)) as typeof Aids;
}
