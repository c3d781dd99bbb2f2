/**
 * One file of the content folder as a value: what its bytes say, what is wrong with them, what they claim about other files.
 * The editors' check and the index both read through here, so they can never disagree.
 */
import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import { originalLocale } from '@/lib/locale/locales';
import type { Bilingual, Problem } from '@/lib/problem';
import { parseArticle, parseArticleTranslation } from './article';
import type { Claim, Outline, Parsed } from './claim';
import { parseCompliance } from './compliance';
import { contentProblem, start } from './content-problem';
import { maximumTextBytes, parseDocument, type TextDocument } from './document';
import { notUtf8 } from './document-problems';
import { findTangle } from './markdown/tangle';
import { parseIssue, parseIssueTranslation } from './issue';
import { parsePage, parsePageTranslation } from './page';
import { parsePeriodical, parsePeriodicalTranslation } from './periodical';
import { maximumPictureBytes, measurePicture, type MeasuredPicture } from './picture';
import { fileOf, isText, type Misplaced, type Place, type TextPlace } from './place';
import { maximumRecordingBytes, measureRecording, type MeasuredRecording } from './recording';
import { parseRedirects, type Redirect } from './redirects';
import { readWhole } from './scan';
import { parseSite, parseSiteTranslation } from './site';

export interface Reading {
  /** Problems of the file alone. */
  readonly problems: readonly Problem[];
  readonly claims: readonly Claim[];
  readonly outline: Outline;
  /** The text, when nothing inside the file stands in the way of publishing it. */
  readonly text?: { readonly data: object; readonly body: string };
  readonly picture?: MeasuredPicture;
  readonly recording?: MeasuredRecording;
  /** What redirects.txt says, when all of it can be followed. */
  readonly redirects?: readonly Redirect[];
}

/** A file as found by a scan. */
export interface FoundFile {
  /** Absolute. */
  readonly disk: string;
  readonly size: number;
}

/** What was found in a file: its bytes' hash, and what they say unless it was known. */
export interface LoadedFile {
  readonly hash: string;
  readonly reading?: Reading;
  /** The text taken apart, where it could be. Not in the reading, which may be kept for long. */
  readonly document?: TextDocument;
}

/**
 * Loads a file and reads it for what it is in its place.
 * @param knownHash When the bytes have this hash they are not read again, and `reading` is undefined.
 * @returns Undefined when the file is gone by now.
 */
export async function loadContentFile(place: Place | Misplaced, { disk, size }: FoundFile, knownHash?: string): Promise<LoadedFile | undefined> {
  const isNeeded = place.kind !== 'misplaced' && size <= mostBytesOf(place);
  const bytes = isNeeded ? readWhole(disk) : Buffer.alloc(0);
  if (!bytes) return undefined;
  const hash = isNeeded ? createHash('sha256').update(bytes).digest('base64') : `${size}`;
  if (hash === knownHash) return { hash };
  const isTooLarge = !isNeeded && place.kind !== 'misplaced';
  return { hash, ...(isTooLarge ? { reading: refuse(place, size) } : await read(place, bytes)) };
}

async function read(place: Place | Misplaced, bytes: Buffer): Promise<Pick<LoadedFile, 'reading' | 'document'>> {
  if (place.kind === 'misplaced') {
    const claims: Claim[] = place.meant ? [{ kind: 'address', meant: place.meant, at: start }] : [];
    return { reading: { problems: [place.problem], claims, outline: {} } };
  }
  if (place.kind === 'redirects') return { reading: readRedirects(fileOf(place), bytes) };
  if (place.kind === 'picture') return { reading: await readPicture(fileOf(place), bytes) };
  if (place.kind === 'recording') return { reading: readRecording(fileOf(place), place.name, bytes) };
  // What a ledger says is read when it is asked for; here it counts that it is another.
  return isText(place) ? readText(place, bytes) : { reading: { problems: [], claims: [], outline: {} } };
}

function mostBytesOf({ kind }: Place): number {
  return kind === 'picture' ? maximumPictureBytes : kind === 'recording' ? maximumRecordingBytes : maximumTextBytes;
}

/** Whether the Problems keep the file from being published. */
export function hasError(problems: readonly Problem[]): boolean {
  return problems.some(({ level }) => level === 'error');
}

function readText(place: TextPlace, bytes: Buffer): Pick<LoadedFile, 'reading' | 'document'> {
  const document = parseDocument(fileOf(place), bytes);
  if (!('data' in document)) return { reading: { problems: document, claims: [], outline: {} } };
  const { data, problems: own, claims, outline = {} } = parseText(place, document);
  const problems = [...document.warnings, ...own, ...findTangledBody(document)];
  const isSound = data !== undefined && !hasError(problems);
  return { reading: { problems, claims, outline, ...(isSound && { text: { data, body: document.body } }) }, document };
}

/** An error: such a body could only be shown as its bare lines. */
function findTangledBody({ file, body, bodyLine }: TextDocument): readonly Problem[] {
  const at = findTangle(body);
  if (!at) return [];
  return [
    contentProblem(
      file,
      { line: bodyLine + at.line - 1, column: at.column },
      'body-tangled',
      { zh: '这里的引文、列表、括号或强调符号一层套一层，多得不像文章', en: 'Quotations, lists, brackets or signs of emphasis are nested here beyond what any text needs' },
      { zh: '删去多余的 >、-、[、*、~；要显示这些符号就放进一对反引号 ` 里', en: 'Take out the surplus >, -, [, * and ~; put them between backticks to show them' },
    ),
  ];
}

function parseText(place: TextPlace, document: TextDocument): Parsed {
  const isOriginal = place.locale === originalLocale;
  switch (place.kind) {
    case 'site':
      return isOriginal ? parseSite(document) : parseSiteTranslation(document);
    case 'compliance':
      return parseCompliance(document);
    case 'page':
      return isOriginal ? parsePage(document) : parsePageTranslation(document);
    case 'periodical':
      return isOriginal ? parsePeriodical(document) : parsePeriodicalTranslation(document);
    case 'issue':
      return isOriginal ? parseIssue(document) : parseIssueTranslation(document);
    case 'article':
      return isOriginal ? parseArticle(document) : parseArticleTranslation(document);
  }
}

function readRedirects(file: string, bytes: Buffer): Reading {
  if (!isUtf8(bytes)) return { problems: [notUtf8(file, bytes)], claims: [], outline: {} };
  const { redirects, problems } = parseRedirects(bytes.toString('utf8'));
  return { problems, claims: [], outline: {}, ...(!hasError(problems) && { redirects }) };
}

async function readPicture(file: string, bytes: Buffer): Promise<Reading> {
  const picture = await measurePicture(bytes);
  if (picture) return { problems: [], claims: [], outline: {}, picture };
  return brokenFile(
    file,
    'image-broken',
    { zh: '图片打不开：不是图片，或者没有传完', en: 'The picture cannot be opened: it is no picture, or it is cut short' },
    { zh: '重新导出这张图片再放进来', en: 'Export the picture again and put it in anew' },
  );
}

function readRecording(file: string, name: string, bytes: Buffer): Reading {
  const recording = measureRecording(name, bytes);
  if (recording) return { problems: [], claims: [], outline: {}, recording };
  return brokenFile(
    file,
    'audio-broken',
    { zh: '录音不能用：不是扩展名所说的格式，或者没有传完', en: 'The recording cannot be used: it is not of the format that its name tells, or it is cut short' },
    { zh: '重新导出成 MP3，或者 M4A（AAC），不带视频，再放进来', en: 'Export it again as MP3, or as M4A (AAC) without video, and put it in anew' },
  );
}

/** There is a file, but none that a text may show or offer. */
function brokenFile(file: string, rule: string, message: Bilingual, remedy: Bilingual): Reading {
  return { problems: [contentProblem(file, start, rule, message, remedy)], claims: [], outline: { isBroken: true } };
}

function refuse(place: Place, size: number): Reading {
  const inKilobytes = (bytes: number): string => `${Math.ceil(bytes / 1024)} KB`;
  const limit = inKilobytes(mostBytesOf(place));
  const problem = contentProblem(
    fileOf(place),
    start,
    'file-too-large',
    { zh: `文件有 ${inKilobytes(size)}，最多 ${limit}`, en: `The file has ${inKilobytes(size)}; ${limit} is the most` },
    remedyOfSize(place),
  );
  return { problems: [problem], claims: [], outline: { isBroken: place.kind === 'picture' || place.kind === 'recording' } };
}

function remedyOfSize({ kind }: Place): Bilingual {
  switch (kind) {
    case 'picture':
      return { zh: '缩小到长边 3000 像素以内再放进来', en: 'Scale it down to 3000 pixels on its longer side' };
    case 'recording':
      return { zh: '用单声道、64 kbit/s 重新导出，一小时约 28 MB', en: 'Export it again in mono at 64 kbit/s: an hour has about 28 MB' };
    case 'redirects':
      return { zh: '删去从来没有发布过的旧网址', en: 'Remove old addresses that were never published' };
    default:
      return { zh: '图片要另存成文件，不要嵌进正文', en: 'Save pictures as files of their own instead of embedding them in the text' };
  }
}
