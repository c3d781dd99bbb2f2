/** The text of an article as the portal's own Markdown makes it, ready to stand among others in one file: pictures as data, ids apart. */
import type { TextDocument } from '@/lib/content/document';
import { renderMarkdown } from '@/lib/content/markdown';
import { asMarkup, type Markup } from '@/lib/desk/markup';
import { originalLocale } from '@/lib/locale/locales';
import type { FolderPicture } from './folder-pictures';
import { textAt } from './read-issue';

/** Where an article shows a picture. */
export interface MentionedPicture {
  readonly name: string;
  readonly use: 'cover' | 'figure' | 'body';
  readonly alt: string | undefined;
  readonly caption: string | undefined;
  readonly credit: string | undefined;
  /** Undefined when there is no such file, or it is broken. */
  readonly found: FolderPicture | undefined;
}

export interface ArticleText {
  readonly html: Markup;
  /** The words, a line each for paragraph, heading, row and item. */
  readonly lines: readonly string[];
  readonly pictures: readonly MentionedPicture[];
}

const tagPattern = /<[a-z][^>]*>/g;
const placeholder = /src="\/proof\/(\d+)"/;

/**
 * @param name Sets its ids apart from those of other texts.
 * @param origin Where links without a host lead.
 */
export function renderText(document: TextDocument, name: string, pictures: ReadonlyMap<string, FolderPicture>, origin: string): ArticleText {
  const described = describedIn(document, pictures);
  const shown: string[] = [];
  const { html, text, missingPictures } = renderMarkdown(document.body, {
    locale: originalLocale,
    pictures(image) {
      const key = image.normalize('NFC');
      const picture = pictures.get(key);
      if (!picture) return undefined;
      const words = described.find((one) => one.name === key);
      const { width, height } = picture;
      return { path: `/proof/${shown.push(key) - 1}`, width, height, shownLocale: originalLocale, alt: words?.alt ?? '', ...(words?.caption && { caption: words.caption }), ...(words?.credit && { credit: words.credit }), copies: [] };
    },
  });
  const alts = new Map<string, string>();
  const whole = html.replace(tagPattern, (tag) => {
    const image = shown[Number(placeholder.exec(tag)?.[1] ?? NaN)];
    if (image !== undefined) alts.set(image, unescapeHtml(/\salt="([^"]*)"/.exec(tag)?.[1] ?? ''));
    return tag
      .replace(placeholder, () => `src="${pictures.get(image ?? '')?.data ?? ''}"`)
      .replace(/(\s(?:id|aria-labelledby|aria-describedby)="|\shref="#)user-content-/g, `$1${name}-user-content-`)
      .replace(/\shref="\/(?!\/)/, ` href="${origin}/`);
  });
  const inBody = [...new Set([...shown, ...missingPictures.map((mention) => mention.name)])];
  const bodyOnly = inBody.filter((image) => !described.some((one) => one.name === image));
  return {
    html: asMarkup(whole),
    lines: text.split('\n').filter((line) => line !== ''),
    pictures: [...described, ...bodyOnly.map((image): MentionedPicture => ({ name: image, use: 'body', alt: alts.get(image) || undefined, caption: undefined, credit: undefined, found: pictures.get(image) }))],
  };
}

/** The pictures of the front matter; figures may stand in the body too. */
export function describedIn(document: TextDocument, pictures: ReadonlyMap<string, FolderPicture>): readonly MentionedPicture[] {
  const figures = document.valueAt(['figures']);
  const paths = [['cover'], ...Array.from({ length: Array.isArray(figures) ? figures.length : 0 }, (_, place) => ['figures', place])];
  return paths.flatMap((path): readonly MentionedPicture[] => {
    const name = textAt(document, ...path, 'image')?.normalize('NFC');
    if (name === undefined) return [];
    return [{ name, use: path[0] === 'cover' ? 'cover' : 'figure', alt: textAt(document, ...path, 'alt'), caption: textAt(document, ...path, 'caption'), credit: textAt(document, ...path, 'credit'), found: pictures.get(name) }];
  });
}

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot));/gi, (_, hex?: string, decimal?: string, name = '') => {
    if (hex) return String.fromCodePoint(parseInt(hex, 16));
    return decimal ? String.fromCodePoint(Number(decimal)) : ({ amp: '&', lt: '<', gt: '>', quot: '"' }[String(name)] ?? '');
  });
}
