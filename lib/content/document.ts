/**
 * A content file taken apart: bytes -> front matter as plain data, body, and the way back from a key to its line and column.
 * The only door of gray-matter and YAML; front matter of plain form does without the parser. Every scalar stays the text in the file (the
 * failsafe schema): no Date, no octal, no Norway problem; schemas say what is a number. Broken files come back as Problems, never as
 * exceptions.
 */
import { isUtf8 } from 'node:buffer';
import matter from 'gray-matter';
import { isMap, isPair, isScalar, isSeq, LineCounter, parseDocument as parseYaml, visit, type Document as YamlDocument, type Node, type Pair } from 'yaml';
import type { Problem } from '@/lib/problem';
import { start, type Position } from './content-problem';
import { frontMatterMissing, notAMap, notUtf8, swallowedWords, yamlProblem } from './document-problems';
import { plainFrontMatterOf, type PlainNode } from './plain-front-matter';

export type KeyPath = readonly (string | number)[];

export interface TextDocument {
  readonly file: string;
  /** Maps, lists and texts as they stand in the front matter. An empty value is undefined. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly body: string;
  /** The whole file without byte order mark, its line ends as \n; it ends with the body. */
  readonly source: string;
  /** Warnings about the front matter's writing. */
  readonly warnings: readonly Problem[];
  /** The line of the file on which the body begins. */
  readonly bodyLine: number;
  /** What stands there, whatever its form; undefined when nothing does. */
  valueAt(path: KeyPath): unknown;
  /** Where the last key of the path stands; where its parent stands when the key is missing. */
  placeOfKey(path: KeyPath): Position;
  /** Where the value stands; the key when there is no value. */
  placeOfValue(path: KeyPath): Position;
}

/** Larger text files are refused: no article comes near, and a parser should not be fed by accident. */
export const maximumTextBytes = 1024 * 1024;

/** The YAML parser goes down one call per level, and a few thousand levels end the process; editors need four. */
const tooDeep = /^[ \t]{60}|^[ \t]*(?:[-?:][ \t]+){20}/m;
const maximumFrontMatter = 128 * 1024;
const openingLine = /^(---[ \t]*(?:yaml|yml)?[ \t]*)\n/;

/** Takes the file apart, or says why it cannot be. */
export function parseDocument(file: string, bytes: Buffer): TextDocument | readonly Problem[] {
  if (!isUtf8(bytes)) return [notUtf8(file, bytes)];
  const source = bytes.toString('utf8').replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const split = splitSource(source);
  if (!split) return [frontMatterMissing(file, openingLine.test(source))];
  if (isTooDeep(split.frontMatter)) return [yamlProblem(file, start, 'TOO_DEEP', 'nested too deeply')];
  const bodyLine = countLines(source, source.length - split.body.length);
  const text = { file, body: split.body, source, bodyLine };
  const plain = plainFrontMatterOf(split.frontMatter);
  return plain ? ofPlainForm(text, plain) : parseFrontMatter(text, split.frontMatter);
}

type Text = Pick<TextDocument, 'file' | 'body' | 'source' | 'bodyLine'>;

function ofPlainForm(text: Text, map: PlainNode): TextDocument {
  const data = recordOf(withoutEmpty(map.value));
  const locate = (path: KeyPath, wanted: 'key' | 'value'): Position => placeOf(path, wanted, map, childOfPlain) ?? start;
  return {
    ...text,
    data,
    warnings: [],
    valueAt: (path) => valueAt(data, path),
    placeOfKey: (path) => locate(path, 'key'),
    placeOfValue: (path) => locate(path, 'value'),
  };
}

function parseFrontMatter(text: Text, source: string): TextDocument | readonly Problem[] {
  const { file } = text;
  const lines = new LineCounter();
  const yaml = parseYaml(source, { schema: 'failsafe', lineCounter: lines, prettyErrors: false, logLevel: 'silent' });
  const [trouble] = [...yaml.errors, ...yaml.warnings, ...findReferences(yaml, source)];
  if (trouble) return [yamlProblem(file, positionOf(lines, trouble.pos[0]), trouble.code, trouble.message)];
  const found = withoutEmpty(yaml.toJS());
  if (!isRecord(found ?? {})) return [notAMap(file, positionOf(lines, yaml.contents?.range[0] ?? 0))];
  const data = recordOf(found);
  const locate = (path: KeyPath, wanted: 'key' | 'value'): Position => positionOf(lines, placeOf<unknown, number>(path, wanted, yaml.contents, childOfYaml) ?? 0);
  return {
    ...text,
    data,
    warnings: findSwallowedWords(yaml, source).map((at) => swallowedWords(file, positionOf(lines, at))),
    valueAt: (path) => valueAt(data, path),
    placeOfKey: (path) => locate(path, 'key'),
    placeOfValue: (path) => locate(path, 'value'),
  };
}

/** gray-matter's split; its own parsers stay off (`---js` would be evaluated). Undefined when a delimiter is missing. */
function splitSource(source: string): { readonly frontMatter: string; readonly body: string } | undefined {
  const opening = openingLine.exec(source)?.[1];
  if (opening === undefined) return undefined;
  const nothing = (): object => ({});
  const end = source.indexOf('\n---', opening.length);
  // Options are passed every time: without them gray-matter keeps every text it has ever seen. It copies what it is given, so the body stays out.
  const { matter: frontMatter } = matter(source.slice(0, end === -1 ? undefined : end + '\n---\n'.length), { engines: { yaml: nothing, yml: nothing } });
  const rest = source.slice(opening.length + frontMatter.length);
  const closing = /^\n---[ \t]*(?:\n|$)/.exec(rest)?.[0];
  return closing === undefined ? undefined : { frontMatter, body: rest.slice(closing.length) };
}

function isTooDeep(frontMatter: string): boolean {
  if (frontMatter.length > maximumFrontMatter || tooDeep.test(frontMatter)) return true;
  let depth = 0;
  for (const bracket of frontMatter.match(/[[\]{}]/g) ?? []) {
    depth += bracket === '[' || bracket === '{' ? 1 : -1;
    if (depth > 20) return true;
  }
  return false;
}

/** Anchors and aliases are nothing an editor means: `&quot;` pasted before a text would swallow its first word. */
function findReferences(yaml: YamlDocument.Parsed, frontMatter: string): readonly { code: string; message: string; pos: readonly [number] }[] {
  const found: { code: string; message: string; pos: readonly [number] }[] = [];
  if (!/[\s[{,:][&*]/.test(frontMatter)) return found;
  const report = (at: number | undefined): void => {
    found.push({ code: 'BAD_ALIAS', message: 'A value begins with & or *', pos: [at ?? 0] });
  };
  visit(yaml, {
    Alias: (_, node) => {
      report(node.range?.[0]);
    },
    // An anchor's node begins after the anchor.
    Value: (_, node) => {
      if (node.anchor) report(frontMatter.lastIndexOf(`&${node.anchor}`, node.range?.[0]));
    },
  });
  return found;
}

/** `title: 关于 #话题# 的事` ends before the first #. A comment that is one has a space after its #. */
function findSwallowedWords(yaml: YamlDocument.Parsed, frontMatter: string): readonly number[] {
  if (!/[ \t]#[^\s#]/.test(frontMatter)) return [];
  const found: number[] = [];
  visit(yaml, {
    Scalar: (_, node) => {
      if (node.range && /^[^\s#]/.test(node.comment ?? '')) found.push(node.range[0]);
    },
  });
  return found;
}

function countLines(source: string, end: number): number {
  let lines = 1;
  for (let at = source.indexOf('\n'); at !== -1 && at < end; at = source.indexOf('\n', at + 1)) lines++;
  return lines;
}

/** The front matter starts with the line break after `---`, so that its line numbers are the file's. */
function positionOf(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

/** One step on the way to a place: where its key and its value stand, and the node to go on from. */
interface Step<Node, Place> {
  readonly key: Place | undefined;
  readonly value: Place | undefined;
  readonly node: Node;
}

/** The last place on the way down the path; undefined when there is none. */
function placeOf<Node, Place>(path: KeyPath, wanted: 'key' | 'value', top: Node, childOf: (node: Node, step: string | number) => Step<Node, Place> | undefined): Place | undefined {
  let node = top;
  let last: Place | undefined;
  for (const [depth, step] of path.entries()) {
    const found = childOf(node, step);
    if (!found) return last;
    const isLast = depth === path.length - 1;
    last = (isLast && wanted === 'value' ? (found.value ?? found.key) : (found.key ?? found.value)) ?? last;
    node = found.node;
  }
  return last;
}

function childOfPlain(node: PlainNode, step: string | number): Step<PlainNode, Position> | undefined {
  const child = node.children.get(Array.isArray(node.value) ? step : String(step));
  return child && { key: child.keyAt, value: child.node.at, node: child.node };
}

function childOfYaml(node: unknown, step: string | number): Step<unknown, number> | undefined {
  if (isMap(node)) {
    const pair = node.items.find((item: Pair) => isScalar(item.key) && String(item.key.value) === String(step));
    return isPair(pair) ? stepTo(asNode(pair.value), asNode(pair.key)) : undefined;
  }
  if (isSeq(node) && typeof step === 'number' && step < node.items.length) return stepTo(asNode(node.items[step]));
  return undefined;
}

function stepTo(node: Node | undefined, key?: Node): Step<unknown, number> {
  return { key: key?.range?.[0], value: isEmptyScalar(node) ? undefined : node?.range?.[0], node };
}

function asNode(value: unknown): Node | undefined {
  return isScalar(value) || isMap(value) || isSeq(value) ? value : undefined;
}

function isEmptyScalar(value: Node | undefined): boolean {
  return isScalar(value) && value.value === '';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

function valueAt(data: unknown, path: KeyPath): unknown {
  let value = data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** An editor who leaves `kicker:` empty says that there is none. Texts lose the spaces around them. */
function withoutEmpty(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() || undefined;
  if (Array.isArray(value)) return value.map(withoutEmpty);
  if (!isRecord(value)) return value ?? undefined;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutEmpty(inner)]));
}
