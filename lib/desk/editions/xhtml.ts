/**
 * XHTML for e-books: well-formed XML, with names that XML allows and addresses that lead somewhere without the portal around them.
 * The tree comes from the sanitiser; here it only changes its dress.
 */
import { escapeXml } from '@/lib/wire/xml';
import { elementsOf, readBody, type ElementNode, type TreeNode } from './body';

/** Where the things of a body are in the book. */
export interface Surroundings {
  /** The file of a picture by its address in the portal; undefined when it is left out. */
  picture(path: string): string | undefined;
  /** Where a link leads from here. */
  link(href: string): string;
}

/** What a browser needs and a book does not. */
const leftOut: readonly string[] = ['srcset', 'sizes', 'loading', 'decoding', 'tabindex', 'rel'];
const empty: readonly string[] = ['br', 'hr', 'img'];
const referring: readonly string[] = ['aria-describedby', 'aria-labelledby'];
/** https://www.w3.org/TR/epub-ssv-11/: readers open notes in place by these. */
const kinds: Readonly<Record<string, string>> = { 'doc-noteref': 'noteref', 'doc-endnotes': 'endnotes' };

/** @param html A sanitised body. */
export function writeBody(html: string, surroundings: Surroundings): string {
  const nodes = readBody(html);
  // An id of a heading may hold what no XML name may.
  const ids = new Map([...elementsOf(nodes)].flatMap(({ attributes }) => attributes.get('id') ?? []).map((id, place) => [id, `b${place + 1}`]));
  return nodes.map((node) => writeNode(node, ids, surroundings)).join('');
}

function writeNode(node: TreeNode, ids: ReadonlyMap<string, string>, surroundings: Surroundings): string {
  if (node.kind === 'text') return escapeXml(node.text);
  const attributes = attributesOf(node, ids, surroundings);
  if (!attributes) return '';
  return element(node.name, attributes, ...(empty.includes(node.name) ? [] : [node.children.map((child) => writeNode(child, ids, surroundings)).join('')]));
}

/** Undefined for a picture that is not in the book. */
function attributesOf({ name, attributes, parent }: ElementNode, ids: ReadonlyMap<string, string>, { picture, link }: Surroundings): Record<string, string> | undefined {
  const kept: Record<string, string> = {};
  for (const [key, value] of attributes) {
    if (leftOut.includes(key)) continue;
    if (key === 'id') kept[key] = ids.get(value) ?? value;
    else if (referring.includes(key)) kept[key] = ids.get(value) ?? value;
    else if (key === 'src') {
      const file = picture(value);
      if (file === undefined) return undefined;
      kept[key] = file;
    } else if (key === 'href') kept[key] = value.startsWith('#') ? `#${ids.get(decode(value.slice(1))) ?? ''}` : link(value);
    else if (key === 'lang') {
      kept[key] = value;
      kept['xml:lang'] = value;
    } else kept[key] = value;
  }
  const kind = kinds[attributes.get('role') ?? ''] ?? (name === 'li' && parent?.parent?.attributes.get('role') === 'doc-endnotes' ? 'footnote' : undefined);
  if (kind !== undefined) kept['epub:type'] = kind;
  return kept;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** An element as XML writes it; one without content when none is given. @param content XML. */
export function element(name: string, attributes: Readonly<Record<string, string | undefined>>, ...content: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${escapeXml(value)}"`])).join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}
