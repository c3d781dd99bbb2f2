/**
 * Pictures that a body places, `![alt](file.jpg "caption")`, found without a Markdown parser: 100,000 bodies are read at a start,
 * and most place none. Good enough for Problems; what a page shows is decided by markdown.ts alone.
 */
import type { Claim } from './claim';
import type { TextDocument } from './document';

// Every part ends at the sign that would begin it anew: a body of nothing but brackets is still read once.
const placement = /!\[((?:\\.|[^[\]\\])*)\]\([ \t]*(?:<([^<>\n]*)>|([^\s()]*(?:\([^\s()]*\)[^\s()]*)*))(?:\s+(?:"[^"]*"|'[^']*'))?[ \t]*\)/g;
const code = /^ {0,3}(`{3,}|~{3,})(?![`~])[^\n]*\n[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))|(?<!`)(`+)(?!`)[^`\n]+\2/gm;

/** @param described Pictures to which the front matter gives an alt text. */
export function claimBodyPictures(document: TextDocument, described: readonly string[]): Claim[] {
  if (!document.body.includes('![')) return [];
  const body = document.body.replace(code, (text) => text.replace(/[^\n]/g, ' '));
  return [...body.matchAll(placement)].map((match): Claim => {
    const before = body.slice(0, match.index);
    const line = document.bodyLine + (before.match(/\n/g)?.length ?? 0);
    const column = match.index - before.lastIndexOf('\n');
    const image = decode(match[2] ?? match[3] ?? '');
    return { kind: 'picture', image, isDescribed: match[1]?.trim() !== '' || described.includes(image), at: { line, column } };
  });
}

/** The file name that an address in the body means. */
function decode(address: string): string {
  try {
    return decodeURIComponent(address).replace(/^\.\//, '').normalize('NFC');
  } catch {
    return address;
  }
}
