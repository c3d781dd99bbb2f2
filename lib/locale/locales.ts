/**
 * The table of languages: the only place that knows which there are and what each is called.
 * Codes are BCP 47 tags; in addresses and file names they are lower case (RFC 5646 §2.1.1: case carries no meaning).
 */

export const locales = ['zh-hans', 'zh-hant', 'en', 'ja'] as const;
export type Locale = (typeof locales)[number];

/** The language of every Original; it prevails over the others. */
export const originalLocale: Locale = 'zh-hans';

/** Languages an editor may write a Translation file in (`slug.en.md`). zh-hant files override the automatic conversion. */
export const translationLocales = ['zh-hant', 'en', 'ja'] as const satisfies readonly Locale[];

interface LocaleFacts {
  /** The value of `lang` and `hreflang`. */
  readonly tag: string;
  /** The language's own name, in its own script. */
  readonly name: string;
  /** Open Graph's form. */
  readonly openGraph: string;
}

export const localeFacts: Readonly<Record<Locale, LocaleFacts>> = {
  'zh-hans': { tag: 'zh-Hans', name: '简体', openGraph: 'zh_CN' },
  'zh-hant': { tag: 'zh-Hant', name: '繁體', openGraph: 'zh_TW' },
  en: { tag: 'en', name: 'English', openGraph: 'en_US' },
  ja: { tag: 'ja', name: '日本語', openGraph: 'ja_JP' },
};

export function isLocale(text: string | undefined): text is Locale {
  return locales.some((locale) => locale === text);
}

/**
 * The reader's language from an Accept-Language header (RFC 9110 §12.5.4, with q values);
 * Traditional Chinese for zh-TW, zh-HK, zh-MO and zh-Hant, the Original's language when nothing fits.
 */
export function negotiateLocale(header: string | undefined): Locale {
  const wishes = (header ?? '')
    .slice(0, 1000)
    .split(',')
    .map((part, place) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters.map((p) => /^\s*q\s*=\s*([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find((v) => v !== undefined);
      return { tag: tag.trim(), weight: q === undefined ? 1 : Number(q), place };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight || a.place - b.place);
  for (const { tag } of wishes) {
    const locale = localeOfTag(tag);
    if (locale) return locale;
  }
  return originalLocale;
}

function localeOfTag(tag: string): Locale | undefined {
  if (/^zh-(?:.*-)?hant\b/.test(tag) || (/^zh-(?:tw|hk|mo)\b/.test(tag) && !tag.includes('hans'))) return 'zh-hant';
  if (/^zh\b/.test(tag)) return 'zh-hans';
  if (/^en\b/.test(tag)) return 'en';
  if (/^ja\b/.test(tag)) return 'ja';
  return undefined;
}
