/**
 * HTML that the desk writes itself. Promises that whatever is put into a template is escaped, in text and between double quotes,
 * unless it is Markup already.
 */

export interface Markup {
  readonly html: string;
}

export type Content = string | number | Markup | undefined | readonly Content[];

/** A template of HTML: markup`<p>${words}</p>`. Lists are joined; undefined is nothing. */
export function markup(strings: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { html: strings.map((text, place) => text + (place < contents.length ? htmlOf(contents[place]) : '')).join('') };
}

/** @param html From the sanitiser of lib/content/markdown, or from here. */
export function asMarkup(html: string): Markup {
  return { html };
}

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function htmlOf(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'string') return escapeHtml(content);
  if (typeof content === 'number') return String(content);
  return 'html' in content ? content.html : content.map(htmlOf).join('');
}
