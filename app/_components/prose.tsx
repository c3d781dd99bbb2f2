/** Running text from the sanitiser (lib/content/markdown): the only HTML that is set as HTML. */

interface ProseProps {
  readonly html: string;
  /** The language of the text, when it is not the page's. */
  readonly lang?: string | undefined;
}

export function Prose({ html, lang }: ProseProps) {
  return <div className="prose" lang={lang} dangerouslySetInnerHTML={{ __html: html }} />;
}
