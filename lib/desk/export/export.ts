/** `desk export`: the whole portal as plain files, for a CDN or an object store; only what changed since the last time. */
import path from 'node:path';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { runExport, type ExportReport } from './exporting';
import { openProgress } from '@/lib/desk/progress';
import { root } from '@/lib/root.mjs';
import { requireTarget } from './target';

const mostTold = 20;

export const exportCommand: Command = {
  name: 'export',
  summary: { zh: '把整个门户导出为静态文件，供 CDN 或对象存储使用', en: 'Export the whole portal as plain files for a CDN or an object store' },
  words: '<folder>',
  wordCount: { least: 1, most: 1 },
  flags: {
    cards: { summary: { zh: '连同供社交平台显示的题图（每篇文章每种文字一张，约 30 KB）', en: 'With the pictures that social networks show (one for each article and language, some 30 KB)' } },
    force: { summary: { zh: '全部重新打印，并覆盖文件夹里同名的其他文件', en: 'Print everything anew, and overwrite other files of the same names' } },
  },
  details: [
    { zh: '先运行 npm run build，并用 PORTAL_ORIGIN 写明读者看到的网址，如 PORTAL_ORIGIN=https://news.example.cn npm run desk -- export site。', en: 'Run npm run build first, and say in PORTAL_ORIGIN where readers will find the portal: PORTAL_ORIGIN=https://news.example.cn npm run desk -- export site.' },
    { zh: '再次导出同一个文件夹，只打印和写入有变化的网页，并删除已不存在的；中断后重来，接着上次做。不是导出的文件，不覆盖也不删除。', en: 'The same folder again: only changed pages are printed and written, and what is gone is removed; after a break it goes on where it was. Files that are not of the export are neither overwritten nor removed.' },
    { zh: '浏览量和站内搜索要靠运行中的门户，静态文件里没有。', en: 'Counts of views and the search need a running portal; plain files have neither.' },
    { zh: '退出码 1：有稿件错误、没能打印的网页，或占了位置的其他文件。', en: 'Exit code 1: errors in the content, pages that could not be printed, or other files in the way.' },
  ],
  run: runCommand,
};

async function runCommand(call: Call, desk: Desk): Promise<ExitCode> {
  const [name = ''] = call.words;
  const folder = path.resolve(desk.folder, name);
  const isForced = call.has('force');
  const hasCards = call.has('cards');
  await requireTarget(folder, desk.environment, isForced);
  if (/^https?:\/\/(?:localhost|127\.|\[::1\])/.test(desk.environment.origin)) {
    desk.err(`注意：网页里写的网址是 ${desk.environment.origin}；正式导出请设 PORTAL_ORIGIN。 / Note: the pages will name ${desk.environment.origin}; set PORTAL_ORIGIN for the real export.\n`);
  }
  const began = performance.now();
  const progress = openProgress(process.stderr);
  try {
    const report = await runExport(desk.environment, { folder, root, isForced, hasCards }, progress);
    progress.close();
    desk.out(words(report, folder, (performance.now() - began) / 1000));
    return report.failures.length + report.foreign.length + report.contentErrors > 0 ? 1 : 0;
  } finally {
    progress.close();
  }
}

function words({ pages, printed, printingSeconds, printers, written, removed, foreign, failures, contentErrors }: ExportReport, folder: string, seconds: number): string {
  const rate = printed > 0 ? (printed / printingSeconds).toFixed(0) : '0';
  const lines = [
    `${folder}：共 ${pages} 个网页，这次打印 ${printed} 个（${printers} 个进程，每秒 ${rate} 个），写入 ${written} 个文件，删除 ${removed} 个，用时 ${seconds.toFixed(1)} 秒。`,
    `${folder}: ${pages} pages; printed ${printed} (${printers} ${printers === 1 ? 'process' : 'processes'}, ${rate} a second), wrote ${written} files, removed ${removed}, in ${seconds.toFixed(1)} s.`,
    ...(contentErrors > 0 ? [`稿件有 ${contentErrors} 处错误，出错的文件没有导出：npm run desk -- check。 / The content has ${contentErrors} errors, whose files are not exported: npm run desk -- check.`] : []),
    ...some(failures).map(({ path: page, message }) => `没能打印 / could not be printed: ${page}: ${message}`),
    ...some(foreign).map((file) => `不是导出的文件，没有覆盖（--force 覆盖） / not a file of the export, left alone (--force overwrites it): ${file}`),
    ...(failures.length + foreign.length > 2 * mostTold ? ['……'] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function some<Item>(items: readonly Item[]): readonly Item[] {
  return items.slice(0, mostTold);
}
