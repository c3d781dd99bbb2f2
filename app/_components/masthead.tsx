/**
 * The head of every page: the way back to the organisation's own site, elder mode and display
 * settings, the languages, the portal's name, its sections.
 * On the front page the name is the page's heading, and there is a box to search with; everywhere else the name is the way to the front
 * page, and the box is one step away, so that an article is not heavier for it.
 */
import { catalogue } from '@/lib/content/catalogue';
import type { Site } from '@/lib/content/site';
import type { Locale } from '@/lib/locale/locales';
import { messages } from '@/lib/locale/messages';
import { elderPathOf, longestSearch, pathOf, type Address } from '@/lib/routes';
import { LanguageLinks } from './language-links';

interface MastheadProps {
  readonly site: Site;
  readonly locale: Locale;
  /** The page's own address; undefined for a page that has none (missing, failed). */
  readonly address: Address | undefined;
}

export function Masthead({ site, locale, address }: MastheadProps) {
  const words = messages(locale);
  const front: Address = { kind: 'front', locale };
  const isFront = address?.kind === 'front';
  const Name = isFront ? 'h1' : 'p';
  const sections: readonly { label: string; to: Address; here: 'page' | 'true' | undefined; rel?: 'search' }[] = [
    { label: words.place.front, to: front, here: isFront ? 'page' : undefined },
    { label: words.place.news, to: { kind: 'news', locale }, here: address?.kind === 'news' ? 'page' : undefined },
    { label: words.place.periodicals, to: { kind: 'periodicals', locale }, here: periodicalsMark(address) },
    ...(catalogue().isSearchable ? [{ label: words.search.title, to: { kind: 'search', locale } as const, here: address?.kind === 'search' ? ('page' as const) : undefined, rel: 'search' as const }] : []),
  ];
  return (
    <header className="masthead">
      <div className="masthead__top">
        {site.parent && (
          <a className="masthead__parent" href={site.parent.address}>
            {site.parent.label}
          </a>
        )}
        <p className="masthead__display">
          {address && (
            <a href={elderPathOf(address)} data-action="mode">
              {words.display.elder}
            </a>
          )}
          <a href={pathOf({ kind: 'settings', locale })} rel="help">
            {words.display.title}
          </a>
        </p>
        <LanguageLinks address={address ?? front} locale={locale} />
      </div>
      <div className="masthead__plate">
        <p className="masthead__organisation">{site.organisation}</p>
        <Name className="masthead__name">{isFront ? site.name : <a href={pathOf(front)}>{site.name}</a>}</Name>
        <nav className="masthead__sections" aria-label={words.navigation.label}>
          <ul>
            {sections.map(({ label, to, here, rel }) => (
              <li key={label}>
                <a href={pathOf(to)} rel={rel} aria-current={here}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        {isFront && catalogue().isSearchable && (
          <form className="masthead__search search-box" action={pathOf({ kind: 'search', locale })} role="search">
            <input id="q" name="q" type="search" maxLength={longestSearch} aria-label={words.search.box} enterKeyHint="search" />
            <button>{words.search.title}</button>
          </form>
        )}
      </div>
    </header>
  );
}

function periodicalsMark(address: Address | undefined): 'page' | 'true' | undefined {
  if (address?.kind === 'periodicals') return 'page';
  return address && 'periodical' in address ? 'true' : undefined;
}
