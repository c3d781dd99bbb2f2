/**
 * `desk preview`: the portal as it will be when all is out, for editors, on this machine. It runs the real press in a process of its own,
 * with an index of its own, and never beyond this machine unless told to by name.
 */
import { isIP } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Call, Command, Desk, ExitCode } from '@/lib/desk/command';
import { build, isStale } from '@/lib/press/build.mjs';
import { bothTongues, type Bilingual } from '@/lib/problem';
import { findFreePort, isFree, loopback, previewPorts as ports, startPreviewer, type PreviewPlace } from './starting';

export const previewCommand: Command = {
  name: 'preview',
  summary: { zh: '预览：草稿、定时的文章都显示出来，保存文件网页自己更新，稿件的问题写在网页上面', en: 'Preview: drafts and scheduled articles are shown, pages reload by themselves when a file is saved, Problems stand on top of the page' },
  words: '',
  wordCount: { least: 0, most: 0 },
  flags: {
    port: { value: '<N>', summary: { zh: '端口；不写就从 3100 起找一个空的', en: 'Where to listen; else the first free port from 3100' } },
    host: { value: '<IP>', summary: { zh: '让同一网络里的人也能看：写本机的 IP 地址。没有密码，能连上的人都看得到草稿', en: 'Let others in the network look: an IP address of this machine. There is no password: whoever can connect sees the drafts' } },
  },
  details: [
    { zh: '只有这台机器能打开，不影响正在运行的门户，也不计浏览量。按 Ctrl+C 停止。', en: 'Only this machine can open it; a running portal is not touched, and no view is counted. Ctrl+C stops it.' },
    { zh: '读者还看不到的文章，网页上面有“草稿”或“定时发布”的标记；有错误的文件显示上一个正确的版本，问题和改法写在网页上面。', en: 'Articles that readers cannot see yet are marked as draft or scheduled; a file with an error is shown as it last was right, with the Problem and its remedy on top.' },
  ],
  run: runPreview,
};

async function runPreview(call: Call, desk: Desk): Promise<ExitCode> {
  const host = call.text('host') ?? loopback;
  const trouble = findTroubleWithHost(host);
  if (trouble) return refuse(desk, trouble);
  const wanted = call.text('port');
  if (wanted !== undefined && (!/^\d{1,5}$/.test(wanted) || Number(wanted) < 1 || Number(wanted) > 65535)) return refuse(desk, { zh: `--port ${wanted}：写 1 到 65535 的整数`, en: `--port ${wanted}: write a whole number from 1 to 65535` });
  const port = wanted === undefined ? await findFreePort(host) : Number(wanted);
  if (port === undefined || !(await isFree(host, port))) return refuse(desk, { zh: `端口 ${port ?? `${ports.first}–${ports.last}`} 已被占用：用 --port 换一个`, en: `Port ${port ?? `${ports.first}–${ports.last}`} is in use: choose another with --port` });
  if (await isStale()) {
    desk.err('正在编译，约半分钟…… / Building, about half a minute…\n');
    await build();
  }
  const origin = `http://${isLoopback(host) ? 'localhost' : isIP(host) === 6 ? `[${host}]` : host}:${port}`;
  // A folder for each port, so that two previews at a time do not write into one index.
  return await follow(desk, { host, port, origin, data: path.join(desk.environment.data, 'preview', String(port)) });
}

/** Runs the previewer until it ends. */
function follow(desk: Desk, place: PreviewPlace): Promise<ExitCode> {
  const { host, origin } = place;
  const child = startPreviewer(desk.environment, place);
  child.on('message', () => {
    if (!isLoopback(host)) desk.err(`${bothTongues(warning(origin))}\n`);
    desk.out(`预览：${origin}/　　按 Ctrl+C 停止。 / The preview is at ${origin}/. Ctrl+C stops it.\n`);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0 ? 0 : 2));
  });
}

/** Only one address by its name, so that it is always said which network is let in. */
function findTroubleWithHost(host: string): Bilingual | undefined {
  const own = Object.values(os.networkInterfaces()).flatMap((network) => network ?? []);
  if (own.some(({ address }) => address === host)) return undefined;
  const others = own.filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address);
  return {
    zh: `--host ${host}：写本机的一个 IP 地址${others.length > 0 ? `，如 ${others.join('、')}` : ''}`,
    en: `--host ${host}: write one IP address of this machine${others.length > 0 ? `, such as ${others.join(', ')}` : ''}`,
  };
}

function isLoopback(host: string): boolean {
  return host.startsWith('127.') || host === '::1';
}

function warning(origin: string): Bilingual {
  return {
    zh: `！！注意：预览对网络开放了。没有密码，能连上 ${origin} 的人都看得到草稿和没有发布的文章。用完请立即停止。`,
    en: `!! Beware: this preview is open to the network. There is no password: whoever can reach ${origin} sees drafts and unpublished articles. Stop it when you are done.`,
  };
}

function refuse(desk: Desk, message: Bilingual): ExitCode {
  desk.err(`${bothTongues(message)}\n`);
  return 2;
}
