/**
 * `desk import`: a saved page or pasted text becomes an article in its issue's folder, or is refused with the reason.
 * The order: bytes to text, hijackers' markup out, page to manuscript, cleaners, destination, file. Nothing is overwritten unasked.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { readMisprints } from '@/lib/desk/misprints';
import { periodicalsFolder, readShelf } from '@/lib/desk/shelf';
import { parseArticle } from '@/lib/content/article';
import { parseDocument } from '@/lib/content/document';
import { isRealTime } from '@/lib/locale/dates';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { articleFile } from './article-file';
import { noteBy, withNotes } from './cleaner';
import { clean } from './cleaning';
import { decode } from './decode';
import { findDestination, type Destination } from './destination';
import { takeOutHijackedMarkup } from './hijacked-markup';
import type { Facts, Manuscript } from './manuscript';
import { readText } from './read-text';
import { importReport } from './report';

const note = noteBy('import');

export const importCommand: Command = {
  name: 'import',
  summary: { zh: '把保存的网页或粘贴的文字变成一篇文章', en: 'Turn a saved page or pasted text into an article' },
  words: '<file|->',
  wordCount: { least: 1, most: 1 },
  flags: {
    'dry-run': { summary: { zh: '只看结果：文章写到标准输出，报告写到标准错误，不写文件', en: 'Only show: the article on standard output, the report on standard error, nothing written' } },
    force: { summary: { zh: '文件已存在而内容不同时，覆盖它', en: 'Overwrite a file that exists and differs' } },
    into: { value: '<期刊/日期 periodical/date>', summary: { zh: '放进哪一期，如 jinyuanqu/2023-02-03；不写则看面包屑', en: 'The issue it goes into, such as jinyuanqu/2023-02-03; else the breadcrumb tells' } },
    column: { value: '<栏目 column>', summary: { zh: '栏目的中文名；不写则看面包屑', en: "The column's Chinese name; else the breadcrumb tells" } },
    slug: { value: '<地址 slug>', summary: { zh: '文件名和地址；不写则取标题的拼音', en: 'File name and address; else the pinyin of the headline' } },
    title: { value: '<标题 headline>', summary: { zh: '标题；不写则从页面认出', en: 'The headline; else found in the page' } },
    published: { value: '<YYYY-MM-DD HH:MM>', summary: { zh: '发布时间（北京时间）；不写则从页面认出', en: 'The time of publication (China time); else found in the page' } },
  },
  details: [
    { zh: '读一个文件，写 - 则读标准输入。认不准的不猜：拒绝并说明在第几行、要写什么（退出码 1）。', en: 'Reads a file, or standard input for -. What cannot be told is not guessed: the import is refused, saying where and what to type (exit code 1).' },
    { zh: '同样的输入总得到同样的文件；文件已存在且相同时不动它。', en: 'The same input always gives the same file; a file that is there and the same is left alone.' },
    { zh: '误字只按 content/misprints.txt 改正，并写在报告里。', en: 'Misprints are corrected only as content/misprints.txt says, and reported.' },
  ],
  run: runImport,
};

async function runImport(call: Call, desk: Desk): Promise<ExitCode> {
  const [name = '-'] = call.words;
  const { content } = desk.environment;
  const [title, published] = [call.text('title'), call.text('published')];
  if (published !== undefined && !isRealTime(published)) {
    desk.err(`--published ${published}：写成 2023-02-03 10:20。 / --published ${published}: write it as 2023-02-03 10:20.\n`);
    return 2;
  }
  const input = await readInput(name, desk);
  const { text, encoding } = decode(input);
  desk.err(`${name === '-' ? '标准输入 / standard input' : path.basename(name)}（${encoding}，${text.split('\n').length} 行 / lines）\n`);
  const shelf = await readShelf(content);
  const manuscript = clean(readPage(text, { ...(title !== undefined && { title }), ...(published !== undefined && { published }) }), {
    ...(shelf.place !== undefined && { place: shelf.place }),
    misprints: await readMisprints(content),
  });
  const wishes = { into: call.text('into'), column: call.text('column'), slug: call.text('slug') };
  const destination = findDestination(manuscript.facts, wishes, shelf);
  const isFound = 'slug' in destination;
  const missing = [...listMissing(manuscript), ...(isFound ? [] : destination)];
  const told = withNotes(manuscript, missing.map((words) => note('refused', words)));
  desk.err(importReport(told.notes, desk.isColoured.err));
  if (!isFound || told.notes.some(({ kind }) => kind === 'refused')) {
    desk.err('没有写入文件。 / No file was written.\n');
    return 1;
  }
  const file = articleFile(told, destination.column);
  assertReadable(file);
  if (call.has('dry-run')) {
    desk.out(file);
    return 0;
  }
  return writeArticle(content, destination, file, call.has('force'), desk);
}

async function readInput(name: string, desk: Desk): Promise<Buffer> {
  if (name === '-') return desk.readStandardInput();
  try {
    return await fs.readFile(path.resolve(desk.folder, name));
  } catch (error) {
    const reason = error instanceof Error && 'code' in error && error.code === 'ENOENT' ? '没有这个文件 / there is no such file' : String(error);
    throw new Error(`${name}：${reason}`, { cause: error });
  }
}

/** The page as a manuscript; what the flags say stands before what the page says. */
function readPage(source: string, given: Partial<Pick<Facts, 'title' | 'published'>>): Manuscript {
  const { text, notes } = takeOutHijackedMarkup(source);
  const read = withNotes(readText(text), notes);
  return { ...read, facts: { ...read.facts, ...given } };
}

function listMissing({ facts, blocks }: Manuscript): readonly Bilingual[] {
  return [
    ...(facts.title === undefined ? [{ zh: '没有认出标题：用 --title 写明', en: 'No headline was found: give --title' }] : []),
    ...(facts.published === undefined ? [{ zh: '没有认出发布时间：用 --published "2023-02-03 10:20" 写明', en: 'No time of publication was found: give --published "2023-02-03 10:20"' }] : []),
    ...(blocks.length === 0 ? [{ zh: '没有正文', en: 'There is no body' }] : []),
  ];
}

/** @throws Error when our own writer wrote what our own reader refuses: better no file than a broken one. */
function assertReadable(file: string): void {
  const document = parseDocument('import.md', Buffer.from(file));
  const problems = 'data' in document ? parseArticle(document).problems : document;
  const [error] = problems.filter(({ level }) => level === 'error');
  if (error) throw new Error(`${bothTongues(error.message)} (${error.rule}, ${error.line}:${error.column})`);
}

async function writeArticle(content: string, { periodical, issue, slug }: Destination, file: string, isForced: boolean, desk: Desk): Promise<ExitCode> {
  const folder = path.join(content, periodicalsFolder, periodical, issue);
  const target = path.join(folder, `${slug}.md`);
  const shown = path.relative(desk.folder, target);
  const existing = await fs.readFile(target, 'utf8').catch(() => undefined);
  if (existing === file) {
    desk.err(`没有变化：${shown} / Unchanged: ${shown}\n`);
    return 0;
  }
  if (existing !== undefined && !isForced) {
    desk.err(`${shown} 已存在而内容不同：要覆盖写 --force，要另存写 --slug。 / ${shown} exists and differs: --force overwrites it, --slug saves beside it.\n`);
    return 1;
  }
  await fs.mkdir(folder, { recursive: true });
  // Beside the target and under a name the portal ignores: a half-written file is never published.
  const draft = path.join(folder, `.${slug}.md.tmp`);
  await fs.writeFile(draft, file);
  await fs.rename(draft, target);
  desk.err(`写入：${shown} / Written: ${shown}\n`);
  return 0;
}
