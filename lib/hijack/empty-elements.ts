/**
 * Rule `empty-elements`: elements without text that carry an id made by a machine, strewn through a page so that no two copies of it
 * look alike. Honest pages have ids too, but an id is given once and means something; here one meaningless id stands on many
 * elements, or a whole row of empty elements each has one.
 */
import { excerpt, type Finding, type HijackRule } from './finding';

interface Tag { readonly start: number; readonly end: number; readonly id: string; readonly name: string; readonly isClosing: boolean }

const anyTag = /<\/?([a-zA-Z][a-zA-Z0-9]*)((?:\s+[^\s<>="'/]+(?:\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>=`]+))?)*)\s*\/?>/g;
const idAttribute = /\sid\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/i;
/** What a copying program leaves between emptied elements: white space, bullets, the numbers of emptied lists. */
const residue = /^(?:\s|&nbsp;|[•◦▪·]|\d{1,3}\.(?=\s))*$/;
const voidElements = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'track', 'wbr']);

/** Letters and digits mixed without any word in them: h4sia, x7Kq2, 3fj9d. */
function looksRandom(id: string): boolean {
  if (!/^[a-zA-Z0-9]{4,12}$/.test(id)) return false;
  const switches = Array.from(id).filter((character, place) => place > 0 && /\d/.test(character) !== /\d/.test(id[place - 1] ?? '')).length;
  return switches >= 2 || (switches === 1 && !/^(?:[a-zA-Z]{2,}\d{1,4}|\d{1,2}[a-zA-Z]+)$/.test(id)) || (switches === 0 && /^[bcdfghjklmnpqrstvwxz]{5,}$/i.test(id));
}

function findEmptyElements(text: string): Finding[] {
  if (!text.includes('<')) return [];
  const runs = collectRuns(text);
  const useOfId = new Map<string, number>();
  for (const { id } of runs.flat()) if (id) useOfId.set(id, (useOfId.get(id) ?? 0) + 1);
  return runs.flatMap((tags) => asFinding(text, tags, useOfId) ?? []);
}

/** Tags with random ids, the closing tags that belong to them, and nothing between but residue: one run each. */
function collectRuns(text: string): Tag[][] {
  const runs: Tag[][] = [];
  let run: Tag[] = [];
  let open: string[] = []; // Names of elements of this run that wait for their closing tag.
  for (const match of text.matchAll(anyTag)) {
    const previous = run.at(-1);
    const tag: Tag = {
      start: match.index,
      end: match.index + match[0].length,
      id: idOf(match[2] ?? ''),
      name: (match[1] ?? '').toLowerCase(),
      isClosing: match[0].startsWith('</'),
    };
    const isJoined = previous !== undefined && residue.test(text.slice(previous.end, tag.start));
    const isOurs = tag.isClosing ? isJoined && (open.includes(tag.name) || voidElements.has(tag.name)) : looksRandom(tag.id);
    if (run.length > 0 && !(isJoined && isOurs)) {
      runs.push(run);
      [run, open] = [[], []];
    }
    if (!isOurs) continue;
    run.push(tag);
    if (voidElements.has(tag.name)) continue;
    if (tag.isClosing) open.splice(open.lastIndexOf(tag.name), 1);
    else open.push(tag.name);
  }
  if (run.length > 0) runs.push(run);
  return runs.map(withoutWrappers).filter((tags) => tags.length > 0);
}

/** Takes off the opening tags at the end of a run: what they open goes on to hold text, so it is not empty. */
function withoutWrappers(tags: Tag[]): Tag[] {
  const last = tags.findLastIndex(({ isClosing, name }) => isClosing || voidElements.has(name));
  return tags.slice(0, last + 1);
}

function asFinding(text: string, tags: readonly Tag[], useOfId: ReadonlyMap<string, number>): Finding | undefined {
  const ids = tags.map(({ id }) => id).filter((id) => id !== '');
  const most = Math.max(...ids.map((id) => useOfId.get(id) ?? 0));
  if (most < 3 && ids.length < 3) return undefined;
  const start = tags[0]?.start ?? 0;
  const end = tags.at(-1)?.end ?? start;
  return {
    rule: 'empty-elements',
    confidence: most >= 3 ? 0.99 : 0.9,
    start,
    end,
    evidence: excerpt(text.slice(start, end)),
    reason: most >= 3
      ? { zh: `同一个无意义的 id “${ids[0] ?? ''}” 用在 ${most} 个空元素上`, en: `one meaningless id, "${ids[0] ?? ''}", stands on ${most} empty elements` }
      : { zh: `${ids.length} 个相邻的空元素各带随机 id`, en: `${ids.length} empty elements in a row, each with a random id` },
    repair: '',
  };
}

function idOf(attributes: string): string {
  const match = idAttribute.exec(attributes);
  return match?.[1] ?? match?.[2] ?? match?.[3] ?? '';
}

export const emptyElements: HijackRule = {
  name: 'empty-elements',
  summary: {
    zh: '不含文字、带随机 id 的空元素：劫持者用来让每份页面各不相同，正常页面不会把一个 id 用在多个元素上。',
    en: 'Elements without text that carry random ids: hijackers strew them so that no two copies are alike; an honest id is given once.',
  },
  find: findEmptyElements,
};
