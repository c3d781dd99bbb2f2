/** What the press is measured against: nginx and bare Node sending the same bytes with the same headers, and `next start` on the same build. */
import { fork, spawn, spawnSync, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { findFreePort } from '../portal';
import { openAsker, type Answer } from './asking';

export interface Rival {
  readonly origin: string;
  close(): Promise<void>;
}

/** Headers that a server makes itself for each connection or request. */
const ownHeaders = ['connection', 'date', 'keep-alive', 'transfer-encoding', 'content-length', 'content-encoding', 'content-type', 'etag', 'last-modified', 'vary'];

export const hasNginx = spawnSync('nginx', ['-v']).error === undefined;

/** nginx with one worker, serving the press's gzip bytes of one page from a file with every header the press sent. */
export async function startNginx(pagePath: string, answer: Answer): Promise<Rival> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'bench-nginx-'));
  const port = await findFreePort();
  await fs.chmod(folder, 0o755);
  await fs.writeFile(path.join(folder, 'page.html'), '');
  await fs.writeFile(path.join(folder, 'page.html.gz'), answer.body);
  const headers = Object.entries(answer.headers).flatMap(([name, value]) => (ownHeaders.includes(name) || typeof value !== 'string' ? [] : [`add_header ${name} ${JSON.stringify(value)};`]));
  const configuration = path.join(folder, 'nginx.conf');
  await fs.writeFile(
    configuration,
    `daemon off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 1024; }
http { access_log off; etag on; sendfile on; tcp_nopush on; keepalive_requests 1000000000; client_body_temp_path ${folder}; proxy_temp_path ${folder}; fastcgi_temp_path ${folder}; uwsgi_temp_path ${folder}; scgi_temp_path ${folder};
  open_file_cache max=100; server_tokens off;
  server { listen 127.0.0.1:${port}; location = ${pagePath} { gzip_static always; gzip_vary on; default_type "text/html; charset=utf-8"; types {} alias ${folder}/page.html; ${headers.join(' ')} } } }
`,
  );
  const nginx = spawn('nginx', ['-c', configuration, '-p', folder], { stdio: 'ignore' });
  const origin = `http://127.0.0.1:${port}`;
  await untilListening(origin, pagePath, nginx);
  return { origin, close: () => stop(nginx, folder) };
}

/** Node's http module alone, sending the press's gzip bytes of one page with every header the press sent: what one process of Node can do on this machine. */
export async function startBareNode(pagePath: string, { headers, body }: Answer): Promise<Rival> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const node = fork(path.join(root, 'e2e/bench/bare-node.mjs'), { execArgv: [], stdio: 'ignore' });
  // Node makes these for each answer itself.
  const own = ['connection', 'date', 'keep-alive', 'transfer-encoding'];
  node.send({ headers: Object.entries(headers).flatMap(([name, value]) => (own.includes(name) || typeof value !== 'string' ? [] : [name, value])), body: body.toString('base64'), port });
  await untilListening(origin, pagePath, node);
  return { origin, close: () => stop(node) };
}

/** The framework's own server on the same build and the same index. */
export async function startNext(pagePath: string, place: { readonly content: string; readonly data: string }): Promise<Rival> {
  const port = await findFreePort();
  const origin = `http://127.0.0.1:${port}`;
  const next = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
    cwd: root,
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', PORT: String(port), PORTAL_ORIGIN: origin, PORTAL_CONTENT: place.content, PORTAL_DATA: place.data },
    stdio: 'ignore',
  });
  await untilListening(origin, pagePath, next);
  return { origin, close: () => stop(next) };
}

async function untilListening(origin: string, pagePath: string, server: ChildProcess): Promise<void> {
  const asker = openAsker(origin, 1);
  for (let attempt = 0; attempt < 300; attempt++) {
    if (server.exitCode !== null) throw new Error(`${server.spawnfile} ended with code ${server.exitCode}.`);
    const answer = await asker.ask(pagePath, { 'accept-encoding': 'gzip' }).catch(() => undefined);
    if (answer?.status === 200) {
      asker.close();
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${server.spawnfile} did not answer.`);
}

async function stop(server: ChildProcess, folder?: string): Promise<void> {
  const ended = server.exitCode !== null ? Promise.resolve() : new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGTERM');
  await ended;
  if (folder) await fs.rm(folder, { recursive: true, force: true });
}
