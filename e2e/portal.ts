/**
 * A portal to test: the production press on a copy of a content folder, with data of its own, on a free loopback port.
 * Promises that it answers when `openPortal` returns, and that nothing of it is left after `stop`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

export interface Portal {
  /** Scheme, host and port: `http://127.0.0.1:4600`. */
  readonly origin: string;
  /** The copy that this portal publishes: a test may write into it when the portal is the test's own. */
  readonly content: string;
  readonly data: string;
  /** What the press has written to its log so far. */
  log(): string;
  /** Ends it as an operator would (SIGTERM) and gives the exit code; removes the folders. */
  stop(): Promise<number | undefined>;
}

const root = path.resolve(import.meta.dirname, '..');
/** The first start may have to build. */
const patience = 300_000;
const ports = { first: 4600, last: 4699 };

/**
 * Starts the press on a copy of `source`.
 * @throws Error with the end of its log when it ends early or does not answer.
 */
export async function openPortal(source: string, overlay?: string): Promise<Portal> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'portal-'));
  const [content, data] = [path.join(folder, 'content'), path.join(folder, 'data')];
  await fs.cp(path.join(root, source), content, { recursive: true });
  if (overlay) await fs.cp(path.join(root, overlay), content, { recursive: true });
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const press = spawn(process.execPath, ['lib/press/start.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), PORTAL_ORIGIN: origin, PORTAL_CONTENT: content, PORTAL_DATA: data, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  for (const stream of [press.stdout, press.stderr]) stream.on('data', (chunk: Buffer) => (log += chunk.toString('utf8')));
  const stop = async (): Promise<number | undefined> => {
    const code = await end(press);
    await fs.rm(folder, { recursive: true, force: true });
    return code;
  };
  try {
    await untilAnswered(origin, press);
  } catch (trouble) {
    await stop();
    throw new Error(`${String(trouble)}\n${log.slice(-4000)}`, { cause: trouble });
  }
  return { origin, content, data, log: () => log, stop };
}

async function untilAnswered(origin: string, press: ChildProcess): Promise<void> {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (press.exitCode !== null) throw new Error(`The press ended with code ${press.exitCode}.`);
    const answer = await fetch(`${origin}/zh-hans`, { signal: AbortSignal.timeout(5_000) }).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The press did not answer within ${patience / 1000} s.`);
}

async function end(press: ChildProcess): Promise<number | undefined> {
  if (press.exitCode !== null) return press.exitCode;
  const ended = new Promise<number | undefined>((resolve) => press.once('exit', (code) => resolve(code ?? undefined)));
  press.kill('SIGTERM');
  const last = setTimeout(() => press.kill('SIGKILL'), 15_000);
  const code = await ended;
  clearTimeout(last);
  return code;
}

async function findFreePort(): Promise<number> {
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
