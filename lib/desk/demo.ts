/**
 * `npm run demo`: the portal on a made-up archive, so that a full front page can be seen without anybody's real news.
 * Keeps its archive and its data apart from the portal's own, under the data folder, and uses them again when nothing changed.
 * Ends with the press; exit code 2 when it could not run.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeArchive } from '@/lib/archive/archive';
import type { ArchiveOptions } from '@/lib/archive/plan';
import { readEnvironment } from '@/lib/environment';
import { root } from '@/lib/root.mjs';

const usage = `npm run demo [-- 选项 / options]

  用虚构的“示例园区”稿库启动门户，原有内容不受影响。
  Starts the portal on an archive of a fictional Example Park; your own content is left alone.

  --articles N   文章数，默认 1000 / how many articles, 1000 unless told (1 to 200000)
  --port P       端口，默认 3000 / where to listen, 3000 unless told
  --seed WORD    换一个词，换一批文章 / another word makes another archive
  --help         显示本说明 / show this
`;

interface Wishes {
  readonly articles: number;
  readonly port: number;
  readonly seed: string;
}

/** What the command line asks for, or undefined for `--help`. @throws Error that says what is wrong with an option. */
function readWishes(words: readonly string[]): Wishes | undefined {
  const { values } = parseArgs({
    args: [...words],
    options: { articles: { type: 'string' }, port: { type: 'string' }, seed: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) return undefined;
  return {
    articles: readNumber('--articles', values.articles ?? '1000', 1, 200_000),
    port: readNumber('--port', values.port ?? String(readEnvironment().port), 1, 65_535),
    seed: values.seed ?? 'demo',
  };
}

function readNumber(option: string, text: string, low: number, high: number): number {
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < low || number > high) {
    throw new Error(`${option} ${text}：应为 ${low} 到 ${high} 的整数。 / ${option} ${text}: must be a whole number from ${low} to ${high}.`);
  }
  return number;
}

/** The archive's folder; made now unless the same archive is there already. */
async function prepareArchive(folder: string, options: ArchiveOptions): Promise<string> {
  const content = path.join(folder, 'content');
  const label = path.join(folder, 'archive.json');
  const wanted = JSON.stringify(options);
  if ((await fs.readFile(label, 'utf8').catch(() => '')) === wanted) return content;
  await fs.rm(folder, { recursive: true, force: true });
  const started = Date.now();
  let shown = 0;
  const { files } = await writeArchive(content, options, (done, total) => {
    const percent = Math.floor((done / total) * 100);
    if (!process.stdout.isTTY && percent < shown + 10 && percent < 100) return;
    shown = percent;
    process.stdout.write(`${process.stdout.isTTY ? '\r' : ''}生成稿库 / writing the archive: ${done} / ${total}${process.stdout.isTTY ? ' ' : '\n'}`);
  });
  process.stdout.write(`${process.stdout.isTTY ? '\n' : ''}${files} 个文件 / files, ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
  await fs.writeFile(label, wanted);
  return content;
}

/** The last Friday before today, in China: the day the weekly came out. */
function lastFriday(now: Date): string {
  const china = new Date(now.getTime() + 8 * 3_600_000);
  const back = ((china.getUTCDay() + 1) % 7) + 1;
  return new Date(china.getTime() - back * 86_400_000).toISOString().slice(0, 10);
}

async function runDemo(wishes: Wishes): Promise<void> {
  const folder = path.join(readEnvironment().data, `demo-${wishes.articles}`);
  const content = await prepareArchive(folder, { articles: wishes.articles, seed: wishes.seed, newest: lastFriday(new Date()) });
  const origin = `http://localhost:${wishes.port}`;
  console.log(`${content}\n启动后请打开 / open when ready: ${origin}/`);
  const press = spawn(process.execPath, ['lib/press/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(wishes.port), PORTAL_ORIGIN: origin, PORTAL_CONTENT: content, PORTAL_DATA: path.join(folder, 'data') },
    stdio: 'inherit',
  });
  // Ctrl-C reaches the press by itself (same process group); a signal sent to this process alone has to be handed on.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => press.kill('SIGTERM'));
  press.on('exit', (code) => process.exit(code ?? 0));
  press.on('error', fail);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  process.exit(2);
}

try {
  const wishes = readWishes(process.argv.slice(2));
  if (wishes) runDemo(wishes).catch(fail);
  else process.stdout.write(usage);
} catch (error) {
  console.error(usage);
  fail(error);
}
