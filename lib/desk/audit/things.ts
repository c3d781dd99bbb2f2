/** What a page tells machines in JSON-LD: every node with its type. What is no JSON says nothing. */
import { attribute, textWithin, type ElementNode } from '@/lib/desk/html-tree';

export interface Thing {
  /** The first type of several. */
  readonly type: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

export function readThings(elements: readonly ElementNode[]): readonly Thing[] {
  return elements.filter((element) => element.name === 'script' && attribute(element, 'type') === 'application/ld+json').flatMap((element) => nodesOf(parse(textWithin(element))));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function nodesOf(value: unknown): readonly Thing[] {
  if (Array.isArray(value)) return value.flatMap(nodesOf);
  if (typeof value !== 'object' || value === null) return [];
  const facts: Readonly<Record<string, unknown>> = { ...value };
  const type = [facts['@type']].flat()[0];
  return [...(typeof type === 'string' ? [{ type, facts }] : []), ...nodesOf(facts['@graph'])];
}
