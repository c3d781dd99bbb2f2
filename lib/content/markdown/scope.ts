/** Ids of a body that stands on a page with others: each is made the body's own, and so is every link to it. */
import { idPrefix } from './links';
import { descendants, setProperties, type TreeNode } from './tree';

const referring = ['id', 'ariaDescribedBy', 'ariaLabelledBy'] as const;

/** @param scope Becomes part of the ids; a slug. */
export function scopeIds(tree: TreeNode, scope: string): void {
  // Two hyphens: no slug holds them, so that no two scopes can meet.
  const scoped = (id: string): string => `${idPrefix}${scope}--${id.slice(idPrefix.length)}`;
  for (const node of descendants(tree)) {
    if (node.url?.startsWith(`#${idPrefix}`)) node.url = `#${scoped(node.url.slice(1))}`;
    for (const name of referring) {
      const value = node.data?.hProperties?.[name];
      if (typeof value === 'string') setProperties(node, { [name]: scoped(value) });
    }
  }
}
