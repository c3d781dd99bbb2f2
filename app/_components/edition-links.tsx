/** What readers can take away of a whole issue, each with its size; and that it is no longer what the issue says, when it is not. */
import type { Edition } from '@/lib/content/editions';
import type { Locale } from '@/lib/locale/locales';
import { fileSize } from '@/lib/locale/measures';
import { messages } from '@/lib/locale/messages';

interface EditionLinksProps {
  readonly editions: readonly Edition[];
  readonly locale: Locale;
}

const mediaTypes: Readonly<Record<Edition['format'], string>> = { pdf: 'application/pdf', epub: 'application/epub+zip', txt: 'text/plain', json: 'application/json' };

export function EditionLinks({ editions, locale }: EditionLinksProps) {
  const words = messages(locale).editions;
  return (
    <section className="issue-view__column edition-links">
      <h2>{words.title}</h2>
      {editions.map(({ format, path, size, isCurrent }) => (
        <p key={format} className="more">
          <a href={path} type={mediaTypes[format]}>
            {words[format]} {fileSize(size)}
          </a>
          {!isCurrent && ` ${words.outdated}`}
        </p>
      ))}
    </section>
  );
}
