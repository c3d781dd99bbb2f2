/**
 * Front matter of plain form, which is nearly all that editors write: a key and its text on one line, lists and maps indented by two
 * spaces, and nothing that YAML reads otherwise than it stands there. Read line by line in a tenth of the parser's time; whatever is
 * not surely of this form is the parser's.
 */
import type { Position } from './content-problem';

/** What stands behind a key or in a list. */
export interface PlainNode {
  /** A text as it stands; a list; a map. */
  readonly value: string | readonly unknown[] | Readonly<Record<string, unknown>>;
  readonly at: Position;
  /** By key, or by place in a list; a text has none. */
  readonly children: ReadonlyMap<string | number, PlainChild>;
}

export interface PlainChild {
  /** Where the key stands; undefined in a list. */
  readonly keyAt: Position | undefined;
  readonly node: PlainNode;
}

/** Nothing that cannot be seen: there are rules for line ends, byte order marks and tabs. */
const unseen = String.raw`\p{C}\p{Zl}\p{Zp}`;
/** Begins with a letter or digit and holds no # and no colon before a space, so that YAML ends it with the line. */
const plain = String.raw`[\p{L}\p{N}](?:[^:#${unseen}]|:(?=[^\s${unseen}]))*`;
const quoted = `"[^"\\\\${unseen}]*"`;
/** Within brackets. */
const item = String.raw`(?:${quoted}|[\p{L}\p{N}][\p{L}\p{N} _.-]*)`;
const lineForm = new RegExp(`^( *)(- )?(?:([\\p{L}\\p{N}][\\p{L}\\p{N}_.-]{0,100}):(?: (.+))?|(${quoted}|${plain}))$`, 'u');
const scalar = new RegExp(`^(?:${quoted}|${plain})$`, 'u');
const items = new RegExp(item, 'gu');
const flow = new RegExp(`^\\[(${item}(?:, ${item})*)\\]$`, 'u');

interface Line {
  readonly number: number;
  /** Spaces before what stands here; behind the dash of a list's item. */
  readonly indent: number;
  readonly isItem: boolean;
  readonly key: string | undefined;
  readonly text: string | undefined;
}

/**
 * @param frontMatter From the line break after the opening `---` on, without the one before the closing.
 * @returns The map that it is; undefined when it is not of plain form.
 */
export function plainFrontMatterOf(frontMatter: string): PlainNode | undefined {
  const [rest, ...texts] = frontMatter.split('\n');
  if (rest !== '' || texts.length === 0) return undefined;
  const lines: Line[] = [];
  for (const [at, source] of texts.entries()) {
    const found = lineForm.exec(source);
    if (!found) return undefined;
    const [, spaces = '', dash, key, behind, alone] = found;
    if (key === undefined && dash === undefined) return undefined;
    lines.push({ number: at + 2, indent: spaces.length + (dash?.length ?? 0), isItem: dash !== undefined, key, text: key === undefined ? alone : behind });
  }
  const reader = { lines, next: 0 };
  const map = readMap(reader, 0);
  return reader.next === lines.length ? map : undefined;
}

interface Reader {
  readonly lines: readonly Line[];
  next: number;
}

/** The map whose keys stand at this indent; its first line may be that of a list's item. */
function readMap(reader: Reader, indent: number): PlainNode | undefined {
  const first = reader.lines[reader.next];
  const children = new Map<string, PlainChild>();
  for (let at = first; at?.indent === indent && at.key !== undefined && (!at.isItem || at === first); at = reader.lines[reader.next]) {
    reader.next++;
    const behind = indent + at.key.length + ': '.length;
    const node = at.text === undefined ? readNested(reader, indent) : readText(at.text, at.number, behind);
    if (!node || children.has(at.key)) return undefined;
    children.set(at.key, { keyAt: position(at.number, indent), node });
  }
  if (!first || children.size === 0) return undefined;
  return { value: Object.fromEntries([...children].map(([key, { node }]) => [key, node.value])), at: position(first.number, indent), children };
}

/** What stands below a key: a map or a list, two spaces further in. */
function readNested(reader: Reader, indent: number): PlainNode | undefined {
  return reader.lines[reader.next]?.isItem ? readList(reader, indent + 4) : readMap(reader, indent + 2);
}

function readList(reader: Reader, indent: number): PlainNode | undefined {
  const first = reader.lines[reader.next];
  const nodes: PlainNode[] = [];
  for (let at = first; at?.isItem && at.indent === indent; at = reader.lines[reader.next]) {
    if (at.key === undefined) reader.next++;
    const node = at.key === undefined ? readText(at.text ?? '', at.number, indent) : readMap(reader, indent);
    if (!node) return undefined;
    nodes.push(node);
  }
  return first && nodes.length > 0 ? listOf(nodes, position(first.number, indent - '- '.length)) : undefined;
}

/** A text, or a list of such in brackets. Where it says nothing there are rules for its place, which the parser has. */
function readText(text: string, line: number, indent: number): PlainNode | undefined {
  if (!text.startsWith('[')) return scalar.test(text) ? textOf(text, position(line, indent)) : undefined;
  const inner = flow.exec(text)?.[1];
  if (inner === undefined) return undefined;
  const nodes: PlainNode[] = [];
  for (const { 0: part, index } of inner.matchAll(items)) {
    const node = textOf(part, position(line, indent + '['.length + index));
    if (!node) return undefined;
    nodes.push(node);
  }
  return listOf(nodes, position(line, indent));
}

function textOf(written: string, at: Position): PlainNode | undefined {
  const value = written.startsWith('"') ? written.slice(1, -1) : written;
  return value === '' ? undefined : { value, at, children: noChildren };
}

function listOf(nodes: readonly PlainNode[], at: Position): PlainNode {
  return { value: nodes.map(({ value }) => value), at, children: new Map(nodes.map((node, place) => [place, { keyAt: undefined, node }])) };
}

const noChildren: PlainNode['children'] = new Map();

function position(line: number, indent: number): Position {
  return { line, column: indent + 1 };
}
