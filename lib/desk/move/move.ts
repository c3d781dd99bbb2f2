/**
 * `desk move`: gives an article another name or another issue, or an issue another date, with its translations and pictures; links in the
 * content follow, and the old address leads to the new one.
 * Promises: everything is written at its new place before anything is taken from the old one, so a running portal answers both all the
 * time, and whoever breaks it off loses nothing and runs it again.
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { issueFolder } from '@/lib/content/place';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { copyWhole, writeWhole } from '@/lib/desk/export/folder';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { sharedPathOf } from '@/lib/routes';
import { readDestination, readMovable } from './movable';
import { planMove, type MovePlan } from './plan';

export const moveCommand: Command = {
  name: 'move',
  summary: { zh: '给文章改名、换期，或给一期改日期；旧网址跳到新网址', en: 'Rename an article, move it to another issue, or redate an issue; the old address leads to the new one' },
  words: '<from> <to>',
  wordCount: { least: 2, most: 2 },
  flags: {
    'dry-run': { summary: { zh: '只说要做什么，不动文件', en: 'Say what would be done and touch no file' } },
  },
  details: [
    { zh: '改名：desk move jinyuanqu/2023-02-03/jiu xin　　换期：desk move jinyuanqu/2023-02-03/jiu jinyuanqu/2023-02-10　　改日期：desk move jinyuanqu/2023-02-03 2023-02-10', en: 'Rename: desk move jinyuanqu/2023-02-03/old new. Another issue: desk move jinyuanqu/2023-02-03/old jinyuanqu/2023-02-10. Another date: desk move jinyuanqu/2023-02-03 2023-02-10.' },
    { zh: '译文和只有它用的图片跟着走；别的文章也用的图片复制一份。所有稿件里指向它的链接一起改好；redirects.txt 加上跳转，以前的跳转改为直达；addresses.txt 登记新网址。草稿没有网址，不加跳转。', en: 'Translations go along, and pictures that it alone shows; pictures that others show too are copied. Links to it in all content are changed, redirects.txt gets its line and older lines lead straight on, addresses.txt gets the new address. A draft has no address yet and needs no redirect.' },
    { zh: '中途断了，再运行一次同样的命令就行。文章里的日期不会改；移完请运行 check。', en: 'If it is broken off, run the same command again. Dates in the articles stay as they are; run check afterwards.' },
  ],
  run: runMove,
};

async function runMove(call: Call, desk: Desk): Promise<ExitCode> {
  const { content } = desk.environment;
  const [first = '', second = ''] = call.words;
  const from = readMovable(first);
  if (!from) return refuse(desk, { zh: `“${first}”不是一篇文章或一期：写成 jinyuanqu/2023-02-03/gan-wei 或 jinyuanqu/2023-02-03`, en: `"${first}" is neither an article nor an issue: write jinyuanqu/2023-02-03/gan-wei or jinyuanqu/2023-02-03` });
  const to = readDestination(second, from);
  if (!to) return refuse(desk, { zh: `“${second}”不能是它的新网址：名字用小写英文字母、数字和单个连字符，日期写成 2023-02-03`, en: `"${second}" cannot be its new address: names are lower-case letters, digits and single hyphens, a date is written 2023-02-03` });
  const plan = await planMove(content, from, to);
  if ('zh' in plan) return refuse(desk, plan);
  desk.out(`${sharedPathOf(from)} → ${sharedPathOf(to)}\n${wordsOf(plan)}`);
  if (call.has('dry-run')) {
    desk.out('没有动文件。 / No file was touched.\n');
    return 0;
  }
  await carryOut(content, plan);
  // Only an empty folder goes.
  if (from.kind === 'issue') await fs.rmdir(path.join(content, issueFolder(from))).catch(() => undefined);
  desk.out('移好了；请运行 npm run desk -- check。 / Moved; now run npm run desk -- check.\n');
  return 0;
}

/** Written before anything is removed; see the promise above. */
async function carryOut(content: string, { copies, rewritten, lists, removals }: MovePlan): Promise<void> {
  const disk = (file: string): string => path.join(content, file);
  for (const { from, to, text } of copies) await (text === undefined ? copyWhole(disk(from), disk(to)) : writeWhole(disk(to), text));
  for (const { file, text } of [...lists, ...rewritten]) await writeWhole(disk(file), text);
  for (const file of removals) await fs.rm(disk(file), { force: true });
}

function wordsOf({ copies, rewritten, redirects, lists, removals }: MovePlan): string {
  const lines = [
    ...copies.map(({ from, to }) => `  ${removals.includes(from) ? '移动 / moves' : '复制 / is copied'}  ${from} → ${to}`),
    ...rewritten.map(({ file, count }) => `  改链接 / links   ${file}（${count}）`),
    ...redirects.map(({ from, to }) => `  跳转 / redirect  ${from} → ${to}`),
    ...lists.map(({ file }) => `  改写 / writes    ${file}`),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function refuse(desk: Desk, reason: Bilingual): ExitCode {
  desk.err(`${bothTongues(reason)}\n没有动文件。 / No file was touched.\n`);
  return 2;
}
