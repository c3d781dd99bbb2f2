/**
 * `desk check`: every Problem of the content folder, or of one file or folder in it, for people, as JSON or for GitHub: what the
 * files say wrongly, and what a proofreader finds in their words and links (check/find-problems.ts).
 */
import fs from 'node:fs/promises';
import path from 'node:path';
import { plainProblem } from '@/lib/problem';
import { findProblems } from './check/find-problems';
import { githubReport } from './check/github-report';
import type { Call, Command, Desk, ExitCode } from './command';
import { findInContent } from './content-path';
import { problemReport } from './problem-report';

export const checkCommand: Command = {
  name: 'check',
  summary: { zh: '检查稿件：哪个文件、哪一行、什么问题、怎么改', en: 'Check the content: which file, which line, what is wrong, how to mend it' },
  words: '[path]',
  wordCount: { least: 0, most: 1 },
  flags: {
    format: { value: '<human|json|github>', choices: ['human', 'json', 'github'], summary: { zh: 'human 给人看（默认）；json 是一个数组；github 显示在拉取请求的行旁', en: 'human for people (the default); json is an array; github shows beside the lines of a pull request' } },
  },
  details: [{ zh: '不写路径就检查全部；写一个文件或文件夹就只检查它。', en: 'Without a path, everything; with a file or folder, only that.' }],
  run: runCheck,
};

async function runCheck(call: Call, desk: Desk): Promise<ExitCode> {
  const { content, data } = desk.environment;
  const [wanted] = call.words;
  const only = wanted === undefined ? undefined : await findInContent(wanted, desk);
  const problems = await findProblems(content, { only, data });
  const folder = path.relative(desk.folder, content);
  const shownFolder = folder === '' ? '' : `${folder}${path.sep}`;
  if (call.text('format') === 'github') desk.out(githubReport(problems, shownFolder.replaceAll(path.sep, '/')));
  else if (call.text('format') === 'json') desk.out(`${JSON.stringify(problems.map(plainProblem), null, 2)}\n`);
  else {
    const sources = new Map<string, readonly string[]>();
    for (const file of new Set(problems.map((problem) => problem.file))) {
      if (/\.(?:md|txt)$/.test(file)) sources.set(file, (await fs.readFile(path.join(content, file), 'utf8').catch(() => '')).split(/\r?\n/));
    }
    desk.out(problemReport(problems, (file) => sources.get(file), desk.isColoured.out, shownFolder));
  }
  return problems.length > 0 ? 1 : 0;
}
