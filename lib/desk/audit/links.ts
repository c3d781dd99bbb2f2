/** Every address that a page names for its reader or its browser to follow, with its place and whether the reader can see it. */
import { attribute, type ElementNode } from '@/lib/desk/html-tree';
import { isDated } from './dated';
import type { Place } from './place';

export interface Link {
  /** As it stands in the page. */
  readonly written: string;
  /** Absolute, with its anchor; undefined when it is no address at all. */
  readonly url: URL | undefined;
  /** `page` is followed; `file` is a picture, a style sheet, a script, a feed. */
  readonly kind: 'page' | 'file';
  readonly at: Place;
  /** A link of text that nobody can see. */
  readonly isHidden: boolean;
  /** Within the head of the page, where the main columns are named. */
  readonly isInHeader: boolean;
  /** To what helps with every page and is about none: settings, search (`rel` of HTML). */
  readonly isService: boolean;
  /** Within the main part. */
  readonly isInMain: boolean;
  /** A link of the main part that is, or stands in, an entry with a date. */
  readonly isDated: boolean;
}

/** What a browser fetches for these is a file. */
const fileAttributes: Readonly<Record<string, readonly string[]>> = { img: ['src', 'srcset'], source: ['src', 'srcset'], script: ['src'], iframe: ['src'], video: ['src', 'poster'], audio: ['src'], embed: ['src'], object: ['data'] };
/** Relations of `link` that name another page, or nothing that could be fetched. */
const pageRelations = /^(?:canonical|alternate|prev|next)$/;

export function readLinks(elements: readonly ElementNode[], base: URL): readonly Link[] {
  return elements.flatMap((element) => {
    const found = (written: string, kind: Link['kind']): Link[] => {
      const address = written.trim();
      // `tel:`, `mailto:` and the like are for other programs.
      if (address === '' || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(address)) return [];
      const chain = ancestorsOf(element);
      const isInMain = chain.some(({ name }) => name === 'main');
      return [
        {
          written: address,
          url: URL.canParse(address, base) ? new URL(address, base) : undefined,
          kind,
          at: { line: element.line, column: element.column },
          isHidden: kind === 'page' && isHidden(chain),
          isInHeader: isOfPage(chain, 'header'),
          isService: kind === 'page' && /(?:^|\s)(?:help|search)(?:\s|$)/i.test(attribute(element, 'rel')),
          isInMain,
          isDated: kind === 'page' && isInMain && isDated(chain),
        },
      ];
    };
    if (element.name === 'a' || element.name === 'area') return found(attribute(element, 'href'), 'page');
    if (element.name === 'link') {
      const isPage = pageRelations.test(attribute(element, 'rel')) && !attribute(element, 'type');
      // The canonical address may name the host that readers see, when the portal is read at another.
      return attribute(element, 'rel') === 'preconnect' || attribute(element, 'rel') === 'dns-prefetch' ? [] : found(attribute(element, 'href'), isPage ? 'page' : 'file');
    }
    return (fileAttributes[element.name] ?? []).flatMap((name) => {
      const value = attribute(element, name);
      const addresses = name === 'srcset' ? value.split(',').map((part) => part.trim().split(/\s+/)[0] ?? '') : [value];
      return addresses.flatMap((address) => found(address, 'file'));
    });
  });
}

/** The element itself, then those around it, outwards. */
export function ancestorsOf(element: ElementNode): readonly ElementNode[] {
  const chain: ElementNode[] = [];
  for (let at: ElementNode | undefined = element; at; at = at.parent) chain.push(at);
  return chain;
}

const sectioning = new Set(['main', 'article', 'section', 'aside', 'nav']);

/** Whether the chain passes through the page's own header or footer, not one of an article or a section. */
export function isOfPage(chain: readonly ElementNode[], name: 'header' | 'footer'): boolean {
  const role = name === 'header' ? 'banner' : 'contentinfo';
  return chain.some((element, place) => attribute(element, 'role') === role || (element.name === name && !chain.slice(place + 1).some((outer) => sectioning.has(outer.name))));
}

/** In a menu, a panel or a dialog that opens, a hidden link is no secret. */
function isHidden(chain: readonly ElementNode[]): boolean {
  const hiding = chain.findIndex((element) => element.attributes.has('hidden') || /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attribute(element, 'style')));
  return hiding !== -1 && !chain.some(({ name }) => name === 'dialog' || name === 'details' || name === 'nav' || name === 'menu');
}
