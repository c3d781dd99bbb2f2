/** Starts the process that shows a preview (previewer.ts), and finds it a port. */
import { fork, type ChildProcess } from 'node:child_process';
import net from 'node:net';
import path from 'node:path';
import type { Environment } from '@/lib/environment';
import { root } from '@/lib/root.mjs';

export interface PreviewPlace {
  readonly host: string;
  readonly port: number;
  /** Scheme, host and port by which it answers. */
  readonly origin: string;
  /** A folder for its index alone: no other preview may write there at the same time. */
  readonly data: string;
}

export const loopback = '127.0.0.1';
export const previewPorts = { first: 3100, last: 3199 };

/** The portal is built. It says `{ isReady: true }` when its pages are there, and ends when the channel closes. */
export function startPreviewer({ content }: Pick<Environment, 'content'>, { host, port, origin, data }: PreviewPlace): ChildProcess {
  const settings = {
    ...{ NODE_ENV: 'production' as const, NEXT_TELEMETRY_DISABLED: '1', PORTAL_PREVIEW: 'yes' },
    ...{ HOST: host, PORT: String(port), PORTAL_ORIGIN: origin, PORTAL_CONTENT: content, PORTAL_DATA: data },
  };
  // Next says on standard output what is for developers; what goes wrong comes on the other.
  return fork(path.join(root, '.build/previewer.mjs'), { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'], env: { ...process.env, ...settings } });
}

/** The first port of ours that nobody listens at. */
export async function findFreePort(host: string): Promise<number | undefined> {
  for (let port = previewPorts.first; port <= previewPorts.last; port++) if (await isFree(host, port)) return port;
  return undefined;
}

export function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = net.createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
