/**
 * The code of an article in its short address: what a reader types from paper. It is reckoned from the article's place in the portal, which
 * stays when a title, a date or a text is corrected, so that no list of codes has to be kept. 28 signs, eight of them: among 100,000
 * articles the odds are 75 to 1 that all codes differ; two articles with one code share a page that names both.
 */
import { createHash } from 'node:crypto';

/** No 0 and o, no 1, i and l to mistake for one another; without vowels no code is a word that a public body would not print. */
const signs = '23456789bcdfghjkmnpqrstvwxyz';
const length = 8;
const pattern = new RegExp(`^[${signs}]{${length}}$`);

/** @param id The article's place: its periodical, the folder of its issue, its name. */
export function shortCodeOf({ periodical, issue, slug }: { readonly periodical: string; readonly issue: string; readonly slug: string }): string {
  let rest = createHash('sha256').update(`${periodical}/${issue}/${slug}`).digest().readBigUInt64BE();
  let code = '';
  for (let place = 0; place < length; place++) {
    code += signs[Number(rest % BigInt(signs.length))] ?? '';
    rest /= BigInt(signs.length);
  }
  return code;
}

export function isShortCode(text: string): boolean {
  return pattern.test(text);
}

/** A code as people copy it from paper: in capitals, in groups. Undefined when it is none. */
export function readShortCode(text: string): string | undefined {
  const code = text.toLowerCase().replace(/[-._]|%20/g, '');
  return isShortCode(code) ? code : undefined;
}
