/** When the connection goes, the page says so, if the words for it are at hand: with saved issues, or after a page that has them (offline/page.ts). */

/** Where they are; set by bundle.mjs, in an object, because the bundler would turn `import()` of a plain text into something else. */
declare const offlineAddress: { readonly script: string };

export function tellWhenOffline(): void {
  addEventListener('offline', () => void import(offlineAddress.script).catch(() => undefined));
}
