/** The heading of a page that is no article, with a sentence under it that says what the page holds. */
import type { ReactNode } from 'react';

interface PageHeadingProps {
  readonly title: string;
  readonly summary?: string | undefined;
  /** The language of both, when it is not the page's. */
  readonly lang?: string | undefined;
  readonly children?: ReactNode;
}

export function PageHeading({ title, summary, lang, children }: PageHeadingProps) {
  return (
    <header className="page-heading">
      <h1 lang={lang}>{title}</h1>
      {summary && <p lang={lang}>{summary}</p>}
      {children}
    </header>
  );
}
