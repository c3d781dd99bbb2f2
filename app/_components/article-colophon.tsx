/** The foot of an article: the author, the newspaper and page it first stood in, how to cite it, its short address. */
import type { Article } from '@/lib/content/article';
import { newspaperReference } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';
import { citationFormats, shortPathOf, wirePathOf, type CitationFormat } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { tagOfNames } from './foreign-tag';
import { webOrigin } from '@/app/_page/web-address';

const standards: Readonly<Record<CitationFormat, readonly string[]>> = { txt: ['GB/T 7714', 'APA'], bib: ['BibTeX'], ris: ['RIS'] };

/** In the language the article is shown in, because names and marks belong to its text, and that text is what is cited. */
export function ArticleColophon({ article: { id, authors, newspaper, shownLocale } }: { readonly article: Article }) {
  const { article, cite, copy, joint } = messages(shownLocale);
  const shortPath = shortPathOf(shortCodeOf(id));
  return (
    <footer className="article-colophon">
      {authors.length > 0 && <p lang={tagOfNames(authors.join(''), shownLocale, shownLocale)}>{fill(article.byline, { authors: authors.join(joint.list) })}</p>}
      {newspaper && <p>{newspaperReference(newspaper, shownLocale)}</p>}
      <p className="article-colophon__cite">
        {cite.label + joint.colon}
        {citationFormats.map((format) => (
          <a key={format} href={wirePathOf({ kind: 'citation', locale: shownLocale, ...id, format })}>
            {standards[format].join(joint.list)}
          </a>
        ))}
      </p>
      <p className="article-colophon__cite">
        {copy.address + joint.colon}
        <a href={shortPath}>{webOrigin + shortPath}</a>
      </p>
    </footer>
  );
}
