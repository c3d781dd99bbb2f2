/** Requests as a load generator makes them: kept-alive connections, no parsing, timed to the last byte; and wrk, when the machine has it. */
import { spawn, spawnSync } from 'node:child_process';
import http from 'node:http';

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly body: Buffer;
  /** From the request to the last byte. */
  readonly milliseconds: number;
}

export interface Asker {
  ask(path: string, headers?: http.OutgoingHttpHeaders, method?: string): Promise<Answer>;
  close(): void;
}

/** @param connections How many are kept open at most. */
export function openAsker(origin: string, connections: number): Asker {
  const { hostname, port } = new URL(origin);
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  return {
    ask: (path, headers = { 'accept-encoding': 'br' }, method = 'GET') =>
      new Promise((resolve, reject) => {
        const began = performance.now();
        const request = http.request({ hostname, port, path, method, headers, agent }, (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('error', reject);
          response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks), milliseconds: performance.now() - began }));
        });
        request.on('error', reject).end();
      }),
    close: () => agent.destroy(),
  };
}

/** Calls `work` for each item, `atOnce` at a time, until the items or the time are used up. @returns How many were done. */
export async function eachAtOnce<T>(items: Iterable<T>, atOnce: number, deadline: number, work: (item: T) => Promise<void>): Promise<number> {
  const left = items[Symbol.iterator]();
  let done = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = left.next(); !item.done && performance.now() < deadline; item = left.next()) {
        await work(item.value);
        done += 1;
      }
    }),
  );
  return done;
}

export const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** Requests per second that one address can be asked for on 32 connections. */
export async function askAsFastAsPossible(url: string, seconds: number, headers: Readonly<Record<string, string>>): Promise<number> {
  if (hasWrk) return runWrk(url, seconds, headers);
  const { origin, pathname } = new URL(url);
  const asker = openAsker(origin, 32);
  const began = performance.now();
  const endless = (function* () {
    for (;;) yield pathname;
  })();
  const done = await eachAtOnce(endless, 32, began + seconds * 1000, async (path) => {
    await asker.ask(path, headers);
  });
  asker.close();
  return done / ((performance.now() - began) / 1000);
}

function runWrk(url: string, seconds: number, headers: Readonly<Record<string, string>>): Promise<number> {
  const named = Object.entries(headers).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  return new Promise((resolve, reject) => {
    const wrk = spawn('wrk', ['-t1', '-c32', `-d${seconds}s`, ...named, url]);
    let output = '';
    wrk.stdout.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
    wrk.on('error', reject).on('close', () => {
      const rate = /Requests\/sec:\s+([\d.]+)/.exec(output)?.[1];
      if (!rate || output.includes('Non-2xx')) reject(new Error(`wrk on ${url}: ${output}`));
      else resolve(Number(rate));
    });
  });
}
