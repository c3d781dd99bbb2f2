/** `desk editions`: a whole issue as files to take away, each in the languages that have words of their own. */
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { openProgress } from '@/lib/desk/progress';
import { readIssueFolder } from '@/lib/desk/issue-folder';
import { isLocale, locales } from '@/lib/locale/locales';
import { root } from '@/lib/root.mjs';
import { editionName } from '@/lib/routes';
import { makeEditions, type EditionsReport } from './making';

export const editionsCommand: Command = {
  name: 'editions',
  summary: { zh: '把一期做成 PDF、EPUB 电子书、纯文本和 JSON，供读者下载', en: 'Make a PDF, an EPUB, a plain text and a JSON of an issue for readers to take away' },
  words: '<periodical>/<date>',
  wordCount: { least: 1, most: 1 },
  flags: {
    lang: { value: '<language>', choices: locales, summary: { zh: '只做这一种文字', en: 'Only in this language' } },
  },
  details: [
    { zh: '文件放在这一期文件夹的 editions/ 里，这一期的页面随即列出下载链接；这一期以后有改动，页面会注明，重新运行一次就好。', en: "The files lie in editions/ of the issue's folder, and the issue's page links them at once; when the issue changes later the page says so: run it again." },
    { zh: 'PDF 由本机的 Chromium 排版，先要运行 npm run build；没有 Chromium 就只做其余几种，退出码 1。', en: 'The PDF is set by the Chromium of this machine, after npm run build; without one the others are made, with exit code 1.' },
    { zh: '没有一篇译文的文种不做，除非用 --lang 指定。文件里的网址按 PORTAL_ORIGIN 写。', en: 'Languages without a single translated article are left out unless --lang names them. Addresses in the files are those of PORTAL_ORIGIN.' },
    { zh: '同样的内容，每次做出的文件一字节不差。', en: 'The same content gives the same bytes each time.' },
  ],
  run: runCommand,
};

async function runCommand(call: Call, desk: Desk): Promise<ExitCode> {
  const [name = ''] = call.words;
  const place = readIssueFolder(name);
  if (!place) throw new Error(`${name}：写成 刊名/日期，如 jinyuanqu/2023-02-03。 / ${name}: write periodical/date, such as jinyuanqu/2023-02-03.`);
  if (/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(desk.environment.origin)) {
    desk.err(`注意：文件里写的网址是 ${desk.environment.origin}；正式制作请设 PORTAL_ORIGIN。 / Note: the files will name ${desk.environment.origin}; set PORTAL_ORIGIN for the real ones.\n`);
  }
  const lang = call.text('lang');
  const progress = openProgress(process.stderr);
  try {
    const report = await makeEditions(desk.environment, root, place, isLocale(lang) ? [lang] : undefined, progress);
    progress.close();
    desk.out(words(report));
    return report.contentErrors > 0 || report.pdfTrouble !== undefined ? 1 : 0;
  } finally {
    progress.close();
  }
}

function words({ folder, made, contentErrors, pdfTrouble }: EditionsReport): string {
  const lines = made.map(({ address, size, isNew }) => `${editionName(address)}  ${(size / 1024).toFixed(0)} KB${isNew ? '' : '  没有变化 / unchanged'}`);
  return [
    folder,
    ...lines.map((line) => `  ${line}`),
    ...(pdfTrouble === undefined ? [] : [`没有做 PDF：${pdfTrouble} / No PDF was made.`]),
    ...(contentErrors > 0 ? [`这一期有 ${contentErrors} 处错误，出错的文件用的是上一个正确的版本，或者没有收入：npm run desk -- check。 / The issue has ${contentErrors} errors; files with errors are in their last good version, or not in it: npm run desk -- check.`] : []),
    '',
  ].join('\n');
}
