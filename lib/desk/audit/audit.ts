/** `desk audit`: reads a running portal as the inspectors of government sites do, and prints their sheet. */
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { openProgress } from '@/lib/desk/progress';
import { runAudit } from './auditing';
import { recordAudit } from './recording';
import { notSeen, rules } from './rules';
import { plainSheetOf, sheetOf, titleOf } from './sheet';

const usualPages = 500;
const mostPages = 20_000;

export const auditCommand: Command = {
  name: 'audit',
  summary: { zh: '体检：逐页读运行中的门户，按政府网站的检查规则列出问题', en: 'Read a running portal page by page and hold it against the rules for government sites' },
  words: '[address]',
  wordCount: { least: 0, most: 1 },
  flags: {
    format: { value: '<human|json>', choices: ['human', 'json'], summary: { zh: 'human 给人看（默认）；json 给程序用', en: 'human for people (the default); json for programs' } },
    record: { summary: { zh: '把结果写进 compliance.md，登在“关于本站”下面的自查页；只用于本门户', en: 'Write the result into compliance.md, shown on the page below "about"; for this portal only' } },
    pages: { value: '<number>', summary: { zh: `最多读多少个网页，默认 ${usualPages}`, en: `How many pages are read at most; ${usualPages} unless told` } },
  },
  details: [
    { zh: '不写网址就读本门户（PORTAL_ORIGIN）。只访问这一个网站，同时最多 4 个地址，15 秒不答算失败；外部网站只列出，不访问。', en: 'Without an address, this portal (PORTAL_ORIGIN). Only that one site is asked, four addresses at a time, and 15 seconds without an answer are a failure; foreign sites are listed, not visited.' },
    { zh: list('检查的规则：', rules.map(({ id }) => `${id} ${titleOf(id).zh}`)), en: list('The rules:', rules.map(({ id }) => `${id} ${titleOf(id).en}`)) },
    { zh: list('从外面看不到的：', notSeen.map(({ zh }) => zh)), en: list('What is not seen from outside:', notSeen.map(({ en }) => en)) },
  ],
  run: runCommand,
};

async function runCommand(call: Call, desk: Desk): Promise<ExitCode> {
  const start = readAddress(call.words[0] ?? desk.environment.origin);
  const limit = readLimit(call.text('pages'));
  const { content, origin } = desk.environment;
  if (call.has('record') && start.href !== `${origin}/`) throw new Error(`--record 只记录本门户 ${origin} 的结果。 / --record is for this portal, ${origin}, alone.`);
  const progress = openProgress(process.stderr);
  try {
    const audit = await runAudit({ start, limit, onProgress: (done, total) => progress.show('读网页 / reading pages', done, total) });
    progress.close();
    desk.out(call.text('format') === 'json' ? `${JSON.stringify(plainSheetOf(audit), null, 2)}\n` : sheetOf(audit, desk.isColoured.out));
    if (call.has('record')) desk.err(`结果写进了 / the result is in ${await recordAudit(content, audit)}\n`);
    return audit.findings.length > 0 ? 1 : 0;
  } finally {
    progress.close();
  }
}

/** @throws Error when it is no address of a site. */
function readAddress(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol) || url.username) throw new Error(`“${text}”不是网址，要像 https://news.example.cn。 / "${text}" is no address such as https://news.example.cn.`);
  return url;
}

/** @throws Error when it is no number of pages. */
function readLimit(text: string | undefined): number {
  if (text === undefined) return usualPages;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < 1 || number > mostPages) throw new Error(`--pages ${text}：应为 1 到 ${mostPages} 的整数。 / --pages ${text}: must be a whole number from 1 to ${mostPages}.`);
  return number;
}

function list(heading: string, lines: readonly string[]): string {
  return [heading, ...lines.map((line) => `  ${line}`)].join('\n');
}
