/**
 * `desk proof`: one HTML file for the editor-in-chief, with every article of an issue and what is wrong with it, before it goes out.
 * It reads the files as they stand, so that a broken article is in it like any other.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { issueFolder } from '@/lib/content/place';
import { findProblems } from '@/lib/desk/check/find-problems';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { readIssueFolder } from '@/lib/desk/issue-folder';
import { chinaTime } from '@/lib/locale/dates';
import { originalLocale } from '@/lib/locale/locales';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { root } from '@/lib/root.mjs';
import { pathOf } from '@/lib/routes';
import type { ProofedArticle } from './article-section';
import { describedIn, renderText } from './article-text';
import { estimatePages } from './estimate';
import { readFolderPictures, type FolderPicture } from './folder-pictures';
import { linksOf } from './links';
import { measurePages, type Measured } from './measure';
import { proofMark, proofPage } from './proof-page';
import { readIssue, type IssuePlace, type ProofArticle, type ProofIssue } from './read-issue';

export const proofCommand: Command = {
  name: 'proof',
  summary: { zh: '校样：把一期做成一个网页文件，给总编辑出刊前通看', en: 'A proof: one HTML file of an issue, for the editor-in-chief to read before it goes out' },
  words: '<periodical/date>',
  wordCount: { least: 1, most: 1 },
  flags: {
    out: { value: '<file.html>', summary: { zh: '写到哪里；不写就是当前文件夹里的 刊名-日期-proof.html', en: 'Where to write it; else periodical-date-proof.html in this folder' } },
    estimate: { summary: { zh: '页数只估算，不印出来数；快一些', en: 'Estimate the numbers of pages instead of printing and counting them; faster' } },
    force: { summary: { zh: '那里已有别的文件时，覆盖它', en: 'Overwrite another file that is there' } },
  },
  details: [
    { zh: 'desk proof jinyuanqu/2023-02-03', en: 'desk proof jinyuanqu/2023-02-03' },
    { zh: '按栏目次序列出每篇文章：状态、时间、文种、图片、链接、印刷页数、问题和改法，以及正文。图片都在文件里，可以打印，也可以发给别人；没有发布的内容请小心转发。', en: 'Every article in the order of the columns: status, time, languages, pictures, links, printed pages, Problems with remedies, and its text. The pictures are in the file: print it or send it on, with care for what is not published yet.' },
    { zh: '印刷页数：机器上有 Chromium、门户编译过，就逐篇印成 A4 来数；不然就估算，并注明 *。', en: 'Printed pages: where there is a Chromium and the portal is built, every article is printed on A4 and counted; else they are estimated and marked *.' },
    { zh: '退出码 1：这一期有错误或提醒。', en: 'Exit code 1: the issue has errors or warnings.' },
  ],
  run: runProof,
};

async function runProof(call: Call, desk: Desk): Promise<ExitCode> {
  const { content, data, origin } = desk.environment;
  const [wanted = ''] = call.words;
  const place = readIssueFolder(wanted);
  if (!place) return refuse(desk, { zh: `${wanted}：写成 刊名/日期，如 jinyuanqu/2023-02-03`, en: `${wanted}: write periodical/date, such as jinyuanqu/2023-02-03` });
  const out = path.resolve(desk.folder, call.text('out') ?? `${place.periodical}-${place.issue}-proof.html`);
  const trouble = await findTroubleWithTarget(out, content, call.has('force'));
  if (trouble) return refuse(desk, trouble);
  const folder = issueFolder(place);
  if (!(await fs.stat(path.join(content, folder)).catch(() => undefined))?.isDirectory()) return refuse(desk, { zh: `没有这一期：${folder}`, en: `There is no such issue: ${folder}` });
  const now = new Date();
  const problems = await findProblems(content, { only: folder, data, now });
  const issue = await readIssue(content, place, problems, chinaTime(now));
  if (!issue) return refuse(desk, { zh: `没有这一期：${folder}`, en: `There is no such issue: ${folder}` });
  const pictures = await readFolderPictures(content, place, issue.pictureNames, path.join(data, 'proof'));
  const sound = issue.articles.filter(({ state }) => state !== 'broken');
  const asked: Measured = call.has('estimate') ? { counts: new Map(), trouble: { zh: '没有要求印', en: 'printing was not asked for' } } : await measurePages(desk.environment, sound.map((article) => pathOfArticle(place, article)));
  const articles = issue.articles.map((article) => proofed(article, pictures, origin, asked.counts.get(pathOfArticle(place, article))));
  const style = await fs.readFile(path.join(root, 'lib/desk/proof/proof.css'), 'utf8');
  const html = proofPage({ issue, articles, unusedPictures: unusedIn(issue, articles, pictures), made: chinaTime(now), whyEstimated: asked.trouble ?? whyNotPrinted }, style);
  await write(out, html);
  const errors = problems.filter(({ level }) => level === 'error').length;
  const told: Bilingual = { zh: `${out}：${articles.length} 篇，错误 ${errors}，提醒 ${problems.length - errors}。`, en: `${articles.length} articles, ${errors} errors, ${problems.length - errors} warnings.` };
  desk.out(`${bothTongues(told)}\n`);
  return problems.length > 0 ? 1 : 0;
}

/** For articles that are not as they stand in their files on any page. */
const whyNotPrinted: Bilingual = { zh: '有错误的文章印不出来', en: 'articles with errors cannot be printed' };

function pathOfArticle(place: IssuePlace, { slug }: ProofArticle): string {
  return pathOf({ kind: 'article', locale: originalLocale, ...place, slug });
}

function proofed(article: ProofArticle, pictures: ReadonlyMap<string, FolderPicture>, origin: string, printed: number | undefined): ProofedArticle {
  const { document, slug, problems } = article;
  const text = document && renderText(document, slug, pictures, origin);
  return {
    article,
    text,
    pictures: text?.pictures ?? [],
    links: document ? linksOf(document, problems) : [],
    pages: { count: printed ?? (text ? estimatePages(text) : 0), isMeasured: printed !== undefined },
  };
}

function unusedIn({ document, pictureNames }: ProofIssue, articles: readonly ProofedArticle[], pictures: ReadonlyMap<string, FolderPicture>): readonly string[] {
  const used = new Set([...articles.flatMap((one) => one.pictures), ...(document ? describedIn(document, pictures) : [])].map(({ name }) => name));
  return pictureNames.filter((name) => !used.has(name));
}

/** A proof of ours may be written over; nothing else unasked, and nothing among the editors' files. */
async function findTroubleWithTarget(out: string, content: string, isForced: boolean): Promise<Bilingual | undefined> {
  const inside = path.relative(content, out);
  if (!inside.startsWith('..') && !path.isAbsolute(inside)) return { zh: `${out}：不要放进内容文件夹`, en: `${out}: not into the content folder` };
  const existing = await fs.readFile(out, 'utf8').catch(() => undefined);
  if (existing === undefined || isForced || existing.includes(proofMark)) return undefined;
  return { zh: `${out} 已经有了，不是校样；用 --out 换个名字，或用 --force 覆盖`, en: `${out} exists and is no proof: choose another name with --out, or overwrite it with --force` };
}

async function write(file: string, text: string): Promise<void> {
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(`${file}.tmp`, text);
  await fs.rename(`${file}.tmp`, file);
}

function refuse(desk: Desk, message: Bilingual): ExitCode {
  desk.err(`${bothTongues(message)}\n`);
  return 2;
}

