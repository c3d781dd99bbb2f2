/**
 * The environment, read and checked once. README.md has the same table; nothing else reads process.env.
 */
import { isIP } from 'node:net';
import path from 'node:path';

export interface Environment {
  /** `PORT`: where the press listens. Default 3000. */
  readonly port: number;
  /** `PORTAL_ORIGIN`: scheme, host and port that readers see, without a trailing slash. Default http://localhost:PORT. */
  readonly origin: string;
  /** `PORTAL_CONTENT`: absolute folder of the Markdown files. Default content/. */
  readonly content: string;
  /** `PORTAL_DATA`: absolute folder of what the portal keeps for itself: the index, the counts, small pictures. Default .portal/. */
  readonly data: string;
  /** `HOST`: the network address the press listens at. Default 127.0.0.1, this machine only; 0.0.0.0 for all. */
  readonly host: string;
  /** `PORTAL_SHELF`: memory for finished pages, in bytes; given in MB. Default 64 MB. */
  readonly shelf: number;
  /** `PORTAL_PROXIES`: how many proxies of ours stand before the press, each adding the caller to X-Forwarded-For. Default 0. */
  readonly proxies: number;
  /** `PORTAL_LOG`: `requests`, a line for each, or `problems` only. Default requests. */
  readonly log: 'requests' | 'problems';
  /** `PORTAL_CARDS`: `yes`, or `no` for pages that name no picture of our own to those who link to them. Default yes. */
  readonly cards: boolean;
  /** `DATABASE_URL`: the PostgreSQL database that counts views for several machines. Without it, a SQLite file in PORTAL_DATA does. */
  readonly database?: string;
  /**
   * `PORTAL_PREVIEW`: what readers must not see yet is shown. `desk preview` sets it for processes of its own, which read a separate index;
   * whatever else is started with it refuses (`requirePublic`).
   */
  readonly isPreview?: true;
}

/**
 * Reads the environment.
 * @throws Error that names the variable, the value and what would be right; the portal does not start on a guess.
 */
export function readEnvironment(from: Readonly<Record<string, string | undefined>> = process.env): Environment {
  const port = readNumber('PORT', from['PORT'], 3000, [0, 65535]);
  return {
    port,
    origin: readOrigin(from['PORTAL_ORIGIN'], port),
    content: path.resolve(/* turbopackIgnore: true */ from['PORTAL_CONTENT'] || 'content'),
    data: path.resolve(/* turbopackIgnore: true */ from['PORTAL_DATA'] || '.portal'),
    host: readHost(from['HOST']),
    shelf: readNumber('PORTAL_SHELF', from['PORTAL_SHELF'], 64, [1, 65536]) * 1024 * 1024,
    proxies: readNumber('PORTAL_PROXIES', from['PORTAL_PROXIES'], 0, [0, 9]),
    log: readLog(from['PORTAL_LOG']),
    cards: readYesOrNo('PORTAL_CARDS', from['PORTAL_CARDS']),
    ...readDatabase(from['DATABASE_URL']),
    ...readPreview(from['PORTAL_PREVIEW']),
  };
}

/** @throws Error when these are the settings of a preview: drafts would go out to readers. */
export function requirePublic(environment: Environment): Environment {
  if (environment.isPreview) throw new Error('PORTAL_PREVIEW：只有 npm run desk -- preview 可以用，由它自己设置；请去掉。 / PORTAL_PREVIEW is for npm run desk -- preview alone, which sets it itself: take it out.');
  return environment;
}

function readNumber(name: string, text: string | undefined, usual: number, [least, most]: readonly [number, number]): number {
  if (!text) return usual;
  const number = Number(text);
  if (!/^\d+$/.test(text) || number < least || number > most) throw wrong(name, text, `${least} 到 ${most} 的整数`, `a whole number from ${least} to ${most}`);
  return number;
}

function readYesOrNo(name: string, text: string | undefined): boolean {
  if (!text || text === 'yes') return true;
  if (text === 'no') return false;
  throw wrong(name, text, 'yes 或 no', 'yes or no');
}

function readHost(text: string | undefined): string {
  if (!text) return '127.0.0.1';
  if (text !== 'localhost' && !isIP(text)) throw wrong('HOST', text, '本机的 IP 地址，如 127.0.0.1 或 0.0.0.0', 'an IP address of this machine, such as 127.0.0.1 or 0.0.0.0');
  return text;
}

function readLog(text: string | undefined): Environment['log'] {
  if (!text || text === 'requests') return 'requests';
  if (text === 'problems') return text;
  throw wrong('PORTAL_LOG', text, 'requests 或 problems', 'requests or problems');
}

function readDatabase(text: string | undefined): Pick<Environment, 'database'> {
  if (!text) return {};
  const isPostgres = URL.canParse(text) && /^postgres(?:ql)?:$/.test(new URL(text).protocol);
  // The value is not quoted: it holds a password.
  if (!isPostgres) throw wrong('DATABASE_URL', '…', '如 postgres://user:password@host:5432/portal', 'such as postgres://user:password@host:5432/portal');
  return { database: text };
}

function readPreview(text: string | undefined): Pick<Environment, 'isPreview'> {
  if (!text) return {};
  if (text !== 'yes') throw wrong('PORTAL_PREVIEW', text, '空', 'empty');
  return { isPreview: true };
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
