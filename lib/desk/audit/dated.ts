/** Whether an entry of a list has a date: its own, or that of the part of the page it stands in, as the contents of an issue have the issue's. */
import { attribute, elementsOf, textWithin, type ElementNode } from '@/lib/desk/html-tree';
import { findTime } from './found-time';

const entries = new Set(['li', 'tr', 'dd', 'article']);
const sections = new Set(['main', 'article', 'section', 'aside']);

/** @param chain The link of an entry, then what is around it, outwards. */
export function isDated(chain: readonly ElementNode[]): boolean {
  return chain.some((element) => (entries.has(element.name) && hasDate(element)) || (sections.has(element.name) && ownPartsOf(element).some(hasDate)));
}

/** What a section says itself: neither in sections within it nor in the entries of its lists. */
function ownPartsOf(section: ElementNode): readonly ElementNode[] {
  return section.children.flatMap((child): readonly ElementNode[] => {
    if (child.kind === 'text' || sections.has(child.name) || entries.has(child.name)) return [];
    return child.name === 'time' || /^h[1-6]$/.test(child.name) ? [child] : ownPartsOf(child);
  });
}

function hasDate(element: ElementNode): boolean {
  if (element.name === 'time' || findTime(textWithin(element))) return true;
  return [...elementsOf(element)].some((inner) => inner.name === 'time' || findTime(attribute(inner, 'datetime')) !== undefined);
}
