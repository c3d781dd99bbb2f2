/**
 * Links, made safe and made to work: only http, https, mailto, tel, relative addresses and places on the page; a bare address ends
 * where Chinese text begins (GFM would swallow 。 and all that follows); a link to a heading reaches the id that heading really has.
 */
import { rewrite, setProperties, text, type TreeNode } from './tree';

/** Every id the body brings carries this prefix, so that it can never be one of the page's own. */
export const idPrefix = 'user-content-';

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const allowedScheme = /^(?:https?|mailto|tel):/i;
/** Characters of an address as ASCII writes it (RFC 3986); anything else in a bare address is the sentence going on. */
const bareAddress = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+/;

/** Puts the definition's address in the place of `[text][reference]` and `![alt][reference]`, and takes the definitions out. */
export function resolveReferences(tree: TreeNode): void {
  const definitions = new Map<string, TreeNode>();
  rewrite(tree, (node) => {
    if (node.type !== 'definition') return undefined;
    const name = node.identifier ?? '';
    if (!definitions.has(name)) definitions.set(name, node);
    return [];
  });
  rewrite(tree, (node) => {
    const isLink = node.type === 'linkReference';
    if (!isLink && node.type !== 'imageReference') return undefined;
    const definition = definitions.get(node.identifier ?? '');
    return definition && [{ ...node, type: isLink ? 'link' : 'image', url: definition.url, title: definition.title }];
  });
}

/** Mends every link; one that leads nowhere allowed leaves its words. */
export function mendLinks(tree: TreeNode): void {
  rewrite(tree, (node) => {
    if (node.type !== 'link') return undefined;
    const rest = isBare(node) ? cutBareAddress(node) : '';
    const url = (node.url ?? '').trim();
    if (url.startsWith('#')) node.url = `#${idPrefix}${slugOf(decode(url.slice(1)))}`;
    else if (url === '' || (scheme.test(url) && !allowedScheme.test(url))) return node.children ?? [];
    else {
      node.url = url.replace(scheme, (name) => name.toLowerCase());
      if (/^(?:https?:)?[\\/]{2}/i.test(url)) setProperties(node, { rel: 'noopener' });
    }
    return rest ? [node, text(rest)] : [node];
  });
}

/** Letters and digits of any script, the rest as single hyphens: what stands after the prefix in a heading's id. */
export function slugOf(words: string): string {
  const slug = words.normalize('NFC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 60);
  return slug.replace(/^-+|-+$/g, '') || 'section';
}

/** A literal address, neither `[words](address)` nor `<address>`: remark gives it no place, or one as long as its words. */
function isBare({ children, position, url = '' }: TreeNode): boolean {
  const words = children?.length === 1 && children[0]?.type === 'text' ? (children[0].value ?? '') : '';
  if (!words || !url.endsWith(words)) return false;
  return !position || (position.end.offset ?? 0) - (position.start.offset ?? 0) === words.length;
}

/** Shortens the link to its ASCII part and returns the words that followed. */
function cutBareAddress(node: TreeNode): string {
  const words = node.children?.[0]?.value ?? '';
  const address = bareAddress.exec(words)?.[0] ?? '';
  if (address === words) return '';
  const kept = address.replace(/[.,:;!?'")\]]+$/, '');
  node.url = (node.url ?? '').slice(0, (node.url ?? '').length - words.length) + kept;
  node.children = [text(kept)];
  return words.slice(kept.length);
}

function decode(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
