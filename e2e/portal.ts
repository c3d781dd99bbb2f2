/**
 * A portal to test or to measure: the production press with data of its own, on a free loopback port.
 * Promises that it answers when `startPress` returns, and that nothing of it runs after `stop`; `openPortal` also gives it its own copy
 * of a content folder and removes that again.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';

export interface Press {
  /** Scheme, host and port: `http://127.0.0.1:4600`. */
  readonly origin: string;
  readonly pid: number;
  /** Milliseconds from the start of the process to the first page. */
  readonly startedIn: number;
  /** What the press has written to its log so far; only the end of it when it is long. */
  log(): string;
  /** Ends it as an operator would (SIGTERM) and gives the exit code. */
  stop(): Promise<number | undefined>;
  /** Ends it as a power cut would (SIGKILL). */
  kill(): Promise<void>;
}

export interface Portal extends Press {
  /** The copy that this portal publishes: a test may write into it when the portal is the test's own. */
  readonly content: string;
  readonly data: string;
}

/** The first start may have to build. */
const patience = 300_000;
const ports = { first: 4600, last: 4699 };
const longestLog = 1_000_000;

/**
 * Starts the press as `npm start` does, without npm between.
 * @param home The folder of the portal.
 * @throws Error with the end of its log when it ends early or does not answer.
 */
export async function startPress(place: { readonly content: string; readonly data: string }, settings: Readonly<Record<string, string>> = {}, home: string = root): Promise<Press> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const began = performance.now();
  // Into a file, as an operator would: to take in tens of thousands of lines a second is work that the measures would be measuring.
  const logFile = path.join(await fs.mkdtemp(path.join(os.tmpdir(), 'press-')), 'log');
  const output = openSync(logFile, 'a');
  const child = spawn(process.execPath, ['lib/press/start.mjs'], {
    cwd: home,
    env: { MALLOC_ARENA_MAX: '2', ...process.env, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port), PORTAL_ORIGIN: origin, PORTAL_CONTENT: place.content, PORTAL_DATA: place.data, ...settings },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const finish = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<number | undefined> => {
    const code = await end(child, signal);
    await fs.rm(path.dirname(logFile), { recursive: true, force: true });
    return code;
  };
  try {
    await untilAnswered(origin, child);
  } catch (trouble) {
    const said = readLog(logFile).slice(-4000);
    await finish('SIGTERM');
    throw new Error(`${String(trouble)}\n${said}`, { cause: trouble });
  }
  return {
    origin,
    pid: child.pid ?? 0,
    startedIn: performance.now() - began,
    log: () => readLog(logFile),
    stop: () => finish('SIGTERM'),
    kill: async () => {
      await finish('SIGKILL');
    },
  };
}

function readLog(file: string): string {
  return readFileSync(file, 'utf8').slice(-longestLog);
}

/** The press on a copy of `source` (a folder of the repository), with the files of `overlay` put over it. */
export async function openPortal(source: string, overlay?: string): Promise<Portal> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-'));
  const [content, data] = [path.join(folder, 'content'), path.join(folder, 'data')];
  await fs.cp(path.join(root, source), content, { recursive: true });
  if (overlay) await fs.cp(path.join(root, overlay), content, { recursive: true });
  const press = await startPress({ content, data }).catch(async (trouble: unknown) => {
    await fs.rm(folder, { recursive: true, force: true });
    throw trouble;
  });
  const stop = async (): Promise<number | undefined> => {
    const code = await press.stop();
    await fs.rm(folder, { recursive: true, force: true });
    return code;
  };
  return { ...press, content, data, stop };
}

async function untilAnswered(origin: string, press: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (press.exitCode !== null) throw new Error(`The press ended with code ${press.exitCode}.`);
    const answer = await fetch(`${origin}/zh-hans`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`The press did not answer within ${patience / 1000} s.`);
}

async function end(press: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<number | undefined> {
  if (press.exitCode !== null || press.signalCode !== null) return press.exitCode ?? undefined;
  const ended = new Promise<number | undefined>((resolve) => press.once('exit', (code) => resolve(code ?? undefined)));
  press.kill(signal);
  const last = setTimeout(() => press.kill('SIGKILL'), 15_000);
  const code = await ended;
  clearTimeout(last);
  return code;
}

/** A port of our range that nobody listens on. */
export async function findFreePort(): Promise<number> {
  // Two workers start portals at the same time: begin at different places.
  const span = ports.last - ports.first + 1;
  const start = Math.floor(Math.random() * span);
  for (let step = 0; step < span; step++) {
    const port = ports.first + ((start + step) % span);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port from ${ports.first} to ${ports.last}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
