/**
 * `desk new`: the files of a new issue or a new article, with every fact asked for and ready to fill in. On a terminal it asks for what
 * the command line leaves open; elsewhere that stays empty and is named. Nothing is overwritten unasked.
 */
import path from 'node:path';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { saveFiles } from '@/lib/desk/import/saving';
import { readIssueFolder } from '@/lib/desk/issue-folder';
import { periodicalsFolder, readShelf, type Shelf } from '@/lib/desk/shelf';
import { isArticleSlug, slugOf } from '@/lib/desk/slug';
import { isRealTime } from '@/lib/locale/dates';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { articleBlank, issueBlank } from './blank';

export const newCommand: Command = {
  name: 'new',
  summary: { zh: '新建一期，或一篇文章的草稿', en: 'Begin an issue, or the draft of an article' },
  words: '<issue <periodical> <date> | article <periodical/date> <title>>',
  wordCount: { least: 3, most: 3 },
  flags: {
    force: { summary: { zh: '文件已存在而内容不同时，覆盖它', en: 'Overwrite a file that exists and differs' } },
    title: { value: '<主题 title>', summary: { zh: '一期：本期主题', en: 'Issue: its theme' } },
    number: { value: '<N>', summary: { zh: '一期：第几期', en: 'Issue: its number within the year' } },
    total: { value: '<N>', summary: { zh: '一期：总第几期', en: 'Issue: its number from the first issue' } },
    column: { value: '<栏目 column>', summary: { zh: '文章：栏目的中文名', en: "Article: the column's Chinese name" } },
    published: { value: '<YYYY-MM-DD HH:MM>', summary: { zh: '文章：发布时间（北京时间）', en: 'Article: the time of publication (China time)' } },
    kicker: { value: '<引题 kicker>', summary: { zh: '文章：引题', en: 'Article: the line above the headline' } },
    slug: { value: '<地址 slug>', summary: { zh: '文章：文件名和地址；不写则取标题的拼音', en: 'Article: file name and address; else the pinyin of the headline' } },
  },
  details: [
    { zh: 'desk new issue jinyuanqu 2023-02-10　　desk new article jinyuanqu/2023-02-10 春天来了', en: 'desk new issue jinyuanqu 2023-02-10, then desk new article jinyuanqu/2023-02-10 "A headline"' },
    { zh: '在终端里会问没有写明的栏目和发布时间；不知道就按回车，留空以后再填。', en: 'On a terminal it asks for column and time when they are not given; press Enter to leave them empty for now.' },
    { zh: '文章是草稿（status: draft），写好后删去那一行就发布。', en: 'The article is a draft (status: draft); take that line out to publish it.' },
  ],
  run: runNew,
};

async function runNew(call: Call, desk: Desk): Promise<ExitCode> {
  const [kind = '', first = '', second = ''] = call.words;
  const shelf = await readShelf(desk.environment.content);
  if (kind === 'issue') return newIssue(`${first}/${second}`, call, shelf, desk);
  if (kind === 'article') return newArticle(first, second, call, shelf, desk);
  return refuse(desk, { zh: `new 后面写 issue 或 article，不是“${kind}”`, en: `After new comes issue or article, not "${kind}"` });
}

async function newIssue(place: string, call: Call, shelf: Shelf, desk: Desk): Promise<ExitCode> {
  const found = findIssue(place, shelf);
  if (!('issue' in found)) return refuse(desk, found);
  const [number, total] = [call.text('number'), call.text('total')];
  for (const [flag, value] of [['--number', number], ['--total', total]] as const) {
    if (value !== undefined && !/^[1-9]\d{0,6}$/.test(value)) return refuse(desk, { zh: `${flag} ${value}：写成从 1 起的整数`, en: `${flag} ${value}: write a whole number from 1` });
  }
  const text = issueBlank({ number: number === undefined ? undefined : Number(number), total: total === undefined ? undefined : Number(total), title: call.text('title') });
  return save(found, 'index.md', text, call.has('force'), desk);
}

async function newArticle(place: string, title: string, call: Call, shelf: Shelf, desk: Desk): Promise<ExitCode> {
  const found = findIssue(place, shelf);
  if (!('issue' in found)) return refuse(desk, found);
  const slug = call.text('slug') ?? slugOf(title);
  if (title.trim() === '' || slug === undefined || !isArticleSlug(slug)) {
    return refuse(desk, { zh: '地址无法由标题得出：用 --slug 写小写字母、数字和连字符，不能是 index', en: 'The address cannot be made from the headline: give --slug in lower-case letters, digits and hyphens, other than index' });
  }
  const [only, ...others] = found.columns;
  const columns = found.columns.join('、');
  const column = call.text('column') ?? (others.length === 0 ? only : await ask(desk, `栏目 / column (${columns}): `));
  if (column !== undefined && !found.columns.includes(column)) {
    return refuse(desk, { zh: `本刊没有栏目“${column}”：用 --column 写 ${columns}`, en: `The periodical has no column "${column}": say --column with one of ${columns}` });
  }
  const published = call.text('published') ?? (await ask(desk, '发布时间 / published (YYYY-MM-DD HH:MM): '));
  if (published !== undefined && !isRealTime(published)) return refuse(desk, { zh: `发布时间 ${published}：写成 2023-02-03 10:20`, en: `The time ${published}: write it as 2023-02-03 10:20` });
  const code = await save(found, `${slug}.md`, articleBlank({ title, published, column, kicker: call.text('kicker'), columns: found.columns }), call.has('force'), desk);
  const open = [...(published === undefined ? ['published'] : []), ...(column === undefined ? ['column'] : [])].join('、');
  if (code === 0 && open) desk.err(`还要填：${open} / Still to fill in: ${open}\n`);
  return code;
}

interface Found {
  readonly periodical: string;
  readonly issue: string;
  readonly columns: readonly string[];
}

function findIssue(place: string, shelf: Shelf): Found | Bilingual {
  const folder = readIssueFolder(place);
  if (!folder) return { zh: `${place}：应写到一期，例如 jinyuanqu/2023-02-03`, en: `${place}: name an issue, such as jinyuanqu/2023-02-03` };
  const periodical = shelf.periodicals.find(({ slug }) => slug === folder.periodical);
  const known = shelf.periodicals.map(({ slug, title }) => `${title} (${slug})`).join('、');
  return periodical ? { ...folder, columns: periodical.columns } : { zh: `没有期刊 ${folder.periodical}。现有期刊：${known || '无'}`, en: `There is no periodical ${folder.periodical}. There are: ${known || 'none'}` };
}

/** The answer of whoever sits at the terminal; undefined for none, or nobody. */
async function ask(desk: Desk, question: string): Promise<string | undefined> {
  const answer = (await desk.ask?.(question))?.trim();
  return answer === '' ? undefined : answer;
}

function refuse(desk: Desk, reason: Bilingual): ExitCode {
  desk.err(`${bothTongues(reason)}\n没有写入文件。 / No file was written.\n`);
  return 2;
}

async function save({ periodical, issue }: Found, name: string, text: string, isForced: boolean, desk: Desk): Promise<ExitCode> {
  const folder = path.join(desk.environment.content, periodicalsFolder, periodical, issue);
  const shown = path.relative(desk.folder, path.join(folder, name));
  const saved = await saveFiles(folder, [{ name, bytes: Buffer.from(text) }], isForced);
  if (typeof saved === 'object') {
    desk.err(`${shown} 已存在而内容不同：要覆盖写 --force，文章要另存写 --slug。 / ${shown} exists and differs: --force overwrites it; --slug saves an article beside it.\n`);
    return 1;
  }
  desk.err(saved === 'unchanged' ? `没有变化：${shown} / Unchanged: ${shown}\n` : `写入：${shown} / Written: ${shown}\n`);
  return 0;
}
