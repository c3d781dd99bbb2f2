/**
 * The environment, read and checked once. README.md has the same table; nothing else reads process.env.
 */
import path from 'node:path';

export interface Environment {
  /** `PORT`: where the press listens. Default 3000. */
  readonly port: number;
  /** `PORTAL_ORIGIN`: scheme, host and port that readers see, without a trailing slash. Default http://localhost:PORT. */
  readonly origin: string;
  /** `PORTAL_CONTENT`: absolute folder of the Markdown files. Default content/. */
  readonly content: string;
  /** `PORTAL_DATA`: absolute folder of what the portal keeps for itself: the index, the counts. Default .portal/. */
  readonly data: string;
}

/**
 * Reads the environment.
 * @throws Error that names the variable, the value and what would be right; the portal does not start on a guess.
 */
export function readEnvironment(from: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const port = readPort(from['PORT']);
  return {
    port,
    origin: readOrigin(from['PORTAL_ORIGIN'], port),
    content: path.resolve(from['PORTAL_CONTENT'] || 'content'),
    data: path.resolve(from['PORTAL_DATA'] || '.portal'),
  };
}

function readPort(text: string | undefined): number {
  if (!text) return 3000;
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65535) throw wrong('PORT', text, '0 到 65535 的整数', 'a whole number from 0 to 65535');
  return port;
}

function readOrigin(text: string | undefined, port: number): string {
  if (!text) return `http://localhost:${port}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isOrigin = url && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash && !url.username;
  if (!isOrigin) throw wrong('PORTAL_ORIGIN', text, '如 https://news.example.cn', 'such as https://news.example.cn');
  return url.origin;
}

function wrong(name: string, value: string, zh: string, en: string): Error {
  return new Error(`${name}="${value}"：应为${zh}。 / ${name}="${value}": must be ${en}.`);
}
