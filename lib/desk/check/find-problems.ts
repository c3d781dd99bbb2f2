/**
 * All Problems of a content folder as the desk sees them: what the files say wrongly (lib/content/check.ts), and what a proofreader
 * finds in their words, links and dates. Every file is read once; what it held is remembered until its bytes or the rules change.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { checkContent, isPartOf, type ScannedContent } from '@/lib/content/check';
import { parseDocument, type TextDocument } from '@/lib/content/document';
import { outlineOf } from '@/lib/content/markdown';
import { parsePlace, type Misplaced, type Place } from '@/lib/content/place';
import { loadContentFile } from '@/lib/content/reading';
import { scanFile, scanTree } from '@/lib/content/scan';
import { readMisprints, readSpellings } from '@/lib/desk/misprints';
import { readShelf } from '@/lib/desk/shelf';
import { chinaTime } from '@/lib/locale/dates';
import { byPlace, type Problem } from '@/lib/problem';
import { checkedText, type CheckContext, type Checker } from './checked-text';
import { columns } from './columns';
import { dates } from './dates';
import { doubled } from './doubled';
import { halfWidth } from './half-width';
import { headings } from './headings';
import { hijacked } from './hijacked';
import { links } from './links';
import { hashOfProgram, openMemory, type Memory, type RememberedFile } from './memory';
import { misprinted } from './misprinted';
import type { ContentTree, JointChecker, NotedText, Notes } from './notes';
import { paragraphsOf } from './paragraphs';
import { pictureSize } from './picture-size';
import { ruby } from './ruby';
import { tables } from './tables';
import { translations } from './translations';

const checkers: readonly Checker[] = [hijacked, headings, tables, halfWidth, doubled, misprinted, ruby];
const jointCheckers: readonly JointChecker[] = [links, dates, columns, pictureSize, translations];

export interface CheckWishes {
  /** A file or folder, relative with forward slashes; everything when absent. */
  readonly only?: string | undefined;
  /** The folder to remember in; nothing is remembered without it. */
  readonly data?: string;
  readonly now?: Date;
}

/**
 * @returns By place; empty when all is well.
 * @throws Error when the content folder or what is asked for is missing, or a list of the editors' cannot be read.
 */
export async function findProblems(content: string, { only, data, now }: CheckWishes = {}): Promise<readonly Problem[]> {
  const { memory, examine, tree } = await openCheck(content, data, now);
  const problems = await checkContent(content, only, examine);
  const found = await proofreadTexts([...memory.seen.keys()].filter((file) => isPartOf(file, only)), tree);
  await memory.keep(only === undefined || only === '');
  return [...problems, ...found].sort(byPlace);
}

/**
 * What the proofreader alone finds, for whoever has the Problems of the files already; nothing is remembered.
 * @param only A file or folder; one that is not there has no words.
 */
export async function proofread(content: string, only: string, now?: Date): Promise<readonly Problem[]> {
  const { tree } = await openCheck(content, undefined, now);
  const inFolder = only.endsWith('.md') ? [only] : [...scanTree(content, only)].flatMap(({ folder, files }) => [...files.keys()].map((name) => `${folder}/${name}`));
  return [...(await proofreadTexts(inFolder, tree))].sort(byPlace);
}

async function openCheck(content: string, data: string | undefined, now = new Date()): Promise<{ readonly memory: Memory; readonly examine: ExamineFile; readonly tree: CheckedTree }> {
  const { place } = await readShelf(content);
  const context: CheckContext = { ...(place !== undefined && { sitePlace: place }), misprints: await readMisprints(content), spellings: await readSpellings(content) };
  const memory = await openMemory(data, data === undefined ? '' : JSON.stringify([await hashOfProgram(), path.resolve(content), context]));
  const examine = examineWith(memory, context);
  return { memory, examine, tree: openTree(content, memory, examine, chinaTime(now)) };
}

async function proofreadTexts(files: readonly string[], tree: CheckedTree): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const file of files) {
    const text = await tree.text(file);
    if (!text) continue;
    problems.push(...text.findings);
    for (const checker of jointCheckers) problems.push(...(await checker.judge(text, tree)));
  }
  return problems;
}

type ExamineFile = (place: Place | Misplaced, found: ScannedContent) => Promise<RememberedFile | undefined>;

/** A tree that gives the findings in each text too. */
interface CheckedTree extends ContentTree {
  text(file: string): Promise<(NotedText & { readonly findings: readonly Problem[] }) | undefined>;
}

/** Reads a file that is not remembered, and lets every checker look at it. */
function examineWith(memory: Memory, context: CheckContext): ExamineFile {
  return async (place, found) => {
    const known = memory.find(found);
    if (known) return known;
    const loaded = await loadContentFile(place, found, memory.hashOf(found.file));
    if (!loaded) return undefined;
    const { hash, reading, document } = loaded;
    if (!reading) return memory.learn(found, hash);
    const { problems, claims, outline } = reading;
    if (!document || !('locale' in place)) {
      const picture = reading.picture && { hash: reading.picture.hash, bytes: found.size, width: reading.picture.width, height: reading.picture.height };
      return memory.learn(found, hash, { problems, claims, outline, findings: [], ...(picture && { picture }) });
    }
    const text = checkedText(place, document);
    const notes = jointCheckers.reduce<Notes>((all, checker) => ({ ...all, ...checker.note(text) }), {});
    return memory.learn(found, hash, { problems, claims, outline, findings: checkers.flatMap((checker) => checker.check(text, context)), notes });
  };
}

function openTree(content: string, memory: Memory, examine: ExamineFile, now: string): CheckedTree {
  const folders = new Map<string, readonly string[]>();
  /** Read now when a part of the folder is checked, and a file outside it is asked for. */
  const remembered = async (file: string): Promise<{ readonly place: Place; readonly examined: RememberedFile } | undefined> => {
    const place = parsePlace(file);
    if (!place || place.kind === 'misplaced') return undefined;
    const disk = path.join(content, file);
    const scanned = memory.seen.has(file) ? undefined : scanFile(disk);
    const examined = memory.seen.get(file)?.examined ?? (scanned && (await examine(place, { file, disk, ...scanned })));
    return examined && { place, examined };
  };
  const text = async (file: string): Promise<(NotedText & RememberedFile) | undefined> => {
    const { place, examined } = (await remembered(file)) ?? {};
    return place && 'locale' in place && examined?.notes ? { ...examined, file, place, notes: examined.notes } : undefined;
  };
  const document = async (file: string): Promise<TextDocument | undefined> => {
    const parsed = parseDocument(file, await fs.readFile(path.join(content, file)));
    return 'data' in parsed ? parsed : undefined;
  };
  return {
    now,
    text,
    async names(folder) {
      const known = folders.get(folder) ?? (await fs.readdir(path.join(content, folder)).catch(() => [])).sort();
      folders.set(folder, known);
      return known;
    },
    async anchors(file) {
      const known = await text(file);
      if (!known || known.anchors) return known?.anchors ?? [];
      const anchors = outlineOf((await document(file))?.body ?? '').headings.map(({ id }) => id);
      memory.learnMore(file, { anchors });
      return anchors;
    },
    async paragraphs(file) {
      const known = await text(file);
      if (!known || known.paragraphs) return known?.paragraphs;
      const read = await document(file);
      const paragraphs = read && paragraphsOf(read);
      if (paragraphs) memory.learnMore(file, { paragraphs });
      return paragraphs;
    },
    async picture(file) {
      return (await remembered(file))?.examined.picture;
    },
  };
}
