/** How sizes and times are written in the page's language. */

/** In the units that file managers show. @param bytes Of a file or several. */
export function sizeOf(bytes: number, lang = document.documentElement.lang): string {
  return bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000)).toLocaleString(lang)} KB` : `${(bytes / 1_000_000).toLocaleString(lang, { maximumFractionDigits: 1 })} MB`;
}

/** A moment as the reader's clock shows it. @param moment ISO 8601, or as HTTP writes dates. */
export function timeOf(moment: string): string {
  return new Date(moment).toLocaleString(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
}

/** The words with each {name} filled. */
export function filled(words: string | undefined, values: Readonly<Record<string, string>>): string {
  return (words ?? '').replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
