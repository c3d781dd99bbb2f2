/**
 * `desk import`: a saved page or pasted text becomes an article in its issue's folder, or is refused with the reason.
 * The order: bytes to text, hijackers' markup out, page to manuscript, cleaners, destination, file. Nothing is overwritten unasked.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { readMisprints } from '@/lib/desk/misprints';
import { problemReport } from '@/lib/desk/problem-report';
import { periodicalsFolder, readShelf } from '@/lib/desk/shelf';
import { parseArticle } from '@/lib/content/article';
import { checkContent } from '@/lib/content/check';
import { parseDocument } from '@/lib/content/document';
import { isRealTime } from '@/lib/locale/dates';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { articleFile } from './article-file';
import { noteBy, withNotes } from './cleaner';
import { clean } from './cleaning';
import { decode } from './decode';
import { findDestination, type Destination } from './destination';
import { takeOutHijackedMarkup } from './hijacked-markup';
import { isMarkup } from './is-markup';
import type { Manuscript } from './manuscript';
import { readPage } from './page/read-page';
import { takePictures } from './pictures';
import { readText } from './read-text';
import { importReport } from './report';
import { saveFiles, type NewFile } from './saving';

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
  const context = { ...(shelf.place !== undefined && { place: shelf.place }), misprints: await readMisprints(content) };
  const manuscript = withGiven(clean(readInputText(text), context), title, published);
  const wishes = { into: call.text('into'), column: call.text('column'), slug: call.text('slug') };
  const destination = findDestination(manuscript.facts, wishes, shelf);
  const isFound = 'slug' in destination;
  const missing = [...listMissing(manuscript), ...(isFound ? [] : destination)];
  const told = withNotes(manuscript, missing.map((words) => note('refused', words)));
  if (!isFound || told.notes.some(({ kind }) => kind === 'refused')) {
    desk.err(importReport(told.notes, desk.isColoured.err));
    desk.err('没有写入文件。 / No file was written.\n');
    return 1;
  }
  const { manuscript: illustrated, pictures } = await takePictures(told, name === '-' ? undefined : path.dirname(path.resolve(desk.folder, name)), destination.slug);
  desk.err(importReport(illustrated.notes, desk.isColoured.err));
  const file = articleFile(illustrated, destination.column);
  assertReadable(file);
  if (call.has('dry-run')) {
    desk.out(file);
    return 0;
  }
  return save(destination, [...pictures, { name: `${destination.slug}.md`, bytes: Buffer.from(file) }], call.has('force'), desk);
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

/** The page as a manuscript. */
function readInputText(source: string): Manuscript {
  const { text, notes } = takeOutHijackedMarkup(source);
  return withNotes(isMarkup(text) ? readPage(text) : readText(text), notes);
}

/** What the flags say stands before what the page says. */
function withGiven(manuscript: Manuscript, title: string | undefined, published: string | undefined): Manuscript {
  return { ...manuscript, facts: { ...manuscript.facts, ...(title !== undefined && { title }), ...(published !== undefined && { published }) } };
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

async function save({ periodical, issue, slug }: Destination, files: readonly NewFile[], isForced: boolean, desk: Desk): Promise<ExitCode> {
  const { content } = desk.environment;
  const folder = path.join(content, periodicalsFolder, periodical, issue);
  const shown = path.relative(desk.folder, path.join(folder, `${slug}.md`));
  const saved = await saveFiles(folder, files, isForced);
  if (typeof saved === 'object') {
    const names = saved.conflicts.map((name) => path.relative(desk.folder, path.join(folder, name))).join('、');
    desk.err(`${names} 已存在而内容不同：要覆盖写 --force，要另存写 --slug。 / ${names} exists and differs: --force overwrites it, --slug saves beside it.\n`);
    return 1;
  }
  desk.err(saved === 'unchanged' ? `没有变化：${shown} / Unchanged: ${shown}\n` : `写入：${shown} / Written: ${shown}\n`);
  // What the page did not bring along (a picture, its alt text) keeps the article from being published: say so at once.
  const problems = await checkContent(content, `${periodicalsFolder}/${periodical}/${issue}/${slug}.md`);
  if (problems.length === 0) return 0;
  const lines = Buffer.from(files.at(-1)?.bytes ?? '').toString().split('\n');
  desk.err(problemReport(problems, () => lines, desk.isColoured.err, `${path.relative(desk.folder, content)}${path.sep}`));
  return 1;
}
