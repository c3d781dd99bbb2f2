/** The four languages, each named in its own script, each leading to the same page. */
import { catalogue } from '@/lib/content/catalogue';
import { localeFacts, locales, type Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { inLocale, pathOf, type Address } from '@/lib/routes';

interface LanguageLinksProps {
  readonly address: Address;
  readonly locale: Locale;
}

export function LanguageLinks({ address, locale }: LanguageLinksProps) {
  return (
    <nav className="language-links" aria-label={messages(locale).languages.label}>
      <ul>
        {locales.map((other) => (
          <li key={other} lang={localeFacts[other].tag}>
            {other === locale ? (
              <span aria-current="true">{localeFacts[other].name}</span>
            ) : (
              <a href={pathOf(samePage(address, other))}>{localeFacts[other].name}</a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Two texts beside each other may be no pair in the other language; then it is the article. */
function samePage(address: Address, other: Locale): Address {
  const same = inLocale(address, other);
  return same.kind === 'parallel' && !catalogue().has(same) ? { ...same, kind: 'article' } : same;
}
