/**
 * The article's file, as text: front matter in the order of the editors' manual, then the body as Markdown.
 * Promises that the same manuscript always gives the same bytes, and that reading the file gives back the same words.
 */
import { stringify } from 'yaml';
import { markdownOf } from './markdown-writer';
import type { Manuscript } from './manuscript';

/** Only what is known is written; a fact that is missing has no line. */
export function articleFile({ facts, blocks }: Manuscript, column: string): string {
  const { title, kicker, summary, published, source, authors, newspaper, keywords } = facts;
  const data = {
    title,
    kicker,
    summary,
    published,
    column,
    source,
    authors: authors.length > 0 ? authors : undefined,
    newspaper,
    keywords: keywords.length > 0 ? keywords : undefined,
  };
  const frontMatter = stringify(data, { lineWidth: 0, singleQuote: true, keepUndefined: false });
  return `---\n${frontMatter}---\n\n${markdownOf(blocks)}`;
}
