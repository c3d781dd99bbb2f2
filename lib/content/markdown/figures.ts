/**
 * Pictures: a paragraph that holds only pictures becomes figures with caption and credit; one inside a sentence stays there. Only
 * pictures the caller knows are shown, so nothing is ever fetched from another site.
 */
import type { Figure, Picture } from '@/lib/content/picture';
import { localeFacts, type Locale } from '@/lib/locale/locales';
import { element, rewrite, text, type TreeNode } from './tree';

/** Where a body names a picture: 1-based in the body's own source. */
export interface PictureMention {
  readonly name: string;
  readonly line: number;
  readonly column: number;
}

export interface PlacedPictures {
  /** Names the body shows, each once, in order. */
  readonly placed: readonly string[];
  readonly missing: readonly PictureMention[];
  readonly withoutAlt: readonly PictureMention[];
}

type Lang = { readonly lang?: string };

/** One picture ready to stand in the text. */
interface Shown {
  readonly image: TreeNode;
  readonly figure: Figure;
  readonly captionLang: Lang;
}

/** The article's column is 42rem wide at most, and as wide as the screen less its margins below that. */
const sizes = '(min-width: 46rem) 42rem, calc(100vw - 2rem)';

/**
 * Replaces every image by the picture of that name. Words in the body prevail over the picture's own.
 * @param locale The body's language: words of a picture in another one say so by `lang`.
 */
export function placePictures(tree: TreeNode, findPicture: (name: string) => Picture | undefined, locale: Locale): PlacedPictures {
  const placed = new Set<string>();
  const missing: PictureMention[] = [];
  const withoutAlt: PictureMention[] = [];

  const show = (image: TreeNode): Shown | undefined => {
    const name = nameOf(image.url ?? '');
    const mention = { name, line: image.position?.start.line ?? 1, column: image.position?.start.column ?? 1 };
    const picture = findPicture(name);
    if (!picture) {
      missing.push(mention);
      return undefined;
    }
    placed.add(name);
    const alt = image.alt || picture.alt;
    if (!alt.trim()) withoutAlt.push(mention);
    const lang = picture.shownLocale === locale ? {} : { lang: localeFacts[picture.shownLocale].tag };
    return {
      image: imageElement(picture, alt, image.alt ? {} : lang),
      figure: {
        picture: { ...picture, alt, ...(image.alt && { shownLocale: locale }) },
        caption: image.title || picture.caption,
        credit: picture.credit,
        shownLocale: image.title ? locale : picture.shownLocale,
      },
      captionLang: image.title ? {} : lang,
    };
  };

  rewrite(tree, (node) => {
    if (node.type !== 'paragraph' || !holdsOnlyImages(node)) return undefined;
    return (node.children ?? []).flatMap((child) => {
      const shown = child.type === 'image' ? show(child) : undefined;
      return shown ? [figureElement(shown)] : [];
    });
  });
  rewrite(tree, (node) => {
    if (node.type !== 'image') return undefined;
    const shown = show(node);
    return shown ? [shown.image] : [];
  });
  return { placed: [...placed], missing: missing.sort(byPlace), withoutAlt: withoutAlt.sort(byPlace) };
}

function holdsOnlyImages({ children = [] }: TreeNode): boolean {
  const isSpace = (node: TreeNode) => node.type === 'break' || (node.type === 'text' && !node.value?.trim());
  return children.some((node) => node.type === 'image') && children.every((node) => node.type === 'image' || isSpace(node));
}

function imageElement(picture: Picture, alt: string, lang: Lang): TreeNode {
  const { path, width, height, copies } = picture;
  const sources = [...copies, { path, width }].map((copy) => `${copy.path} ${copy.width}w`).join(', ');
  const choice = copies.length > 0 ? { srcSet: sources, sizes } : {};
  return element('img', { src: path, ...choice, alt, ...lang, width, height, loading: 'lazy', decoding: 'async' }, []);
}

function figureElement({ image, figure, captionLang }: Shown): TreeNode {
  const { caption, credit } = figure;
  const words = [
    ...(caption ? [text(caption)] : []),
    ...(caption && credit ? [text(' / ')] : []),
    ...(credit ? [element('span', { className: ['credit'] }, [text(credit)])] : []),
  ];
  const node = element('figure', {}, words.length > 0 ? [image, element('figcaption', captionLang, words)] : [image]);
  return { ...node, data: { ...node.data, figure } };
}

/** `./%E5%9B%BE.jpg` and `图.jpg` name the same file. */
function nameOf(url: string): string {
  const bare = url.replace(/^\.\//, '').normalize('NFC');
  try {
    return decodeURIComponent(bare).normalize('NFC');
  } catch {
    return bare;
  }
}

function byPlace(a: PictureMention, b: PictureMention): number {
  return a.line - b.line || a.column - b.column;
}
