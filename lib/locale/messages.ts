/**
 * The words of the portal itself, in four languages. lib/locale/messages/zh-hans.json is the pattern: the compiler refuses a file
 * that lacks one of its keys or has one more, and the unit test refuses other placeholders. Words of articles are not here.
 */
import type { Locale } from './locales';
import en from './messages/en.json';
import ja from './messages/ja.json';
import zhHans from './messages/zh-hans.json';
import zhHant from './messages/zh-hant.json';

/** Texts nested by room; a text may hold {placeholders} for `fill`. */
export type Messages = typeof zhHans;

const byLocale: Readonly<Record<Locale, Messages>> = {
  'zh-hans': zhHans satisfies typeof en & typeof ja & typeof zhHant,
  'zh-hant': zhHant,
  en,
  ja,
};

export function messages(locale: Locale): Messages {
  return byLocale[locale];
}

const placeholder = /\{([A-Za-z][A-Za-z0-9]*)\}/g;

/** The names of a text's {placeholders}, in order of appearance, with repeats. */
export function placeholdersOf(template: string): readonly string[] {
  return [...template.matchAll(placeholder)].flatMap(([, name]) => name ?? []);
}

/**
 * The template with its {placeholders} filled. The result is plain text: escape it like any other.
 * @throws Error when a placeholder has no value, or a value no placeholder: both are slips of ours, not of an editor.
 */
export function fill(template: string, values: Readonly<Record<string, string | number>>): string {
  const wanted = new Set(placeholdersOf(template));
  const unknown = Object.keys(values).find((name) => !wanted.has(name));
  if (unknown !== undefined) throw new Error(`messages: "${template}" has no {${unknown}}`);
  return template.replace(placeholder, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`messages: no value for {${name}} in "${template}"`);
    return String(value);
  });
}
