/**
 * How many pages articles take on paper: each is printed by this machine's Chromium, from a preview of the portal that lives as long as
 * that takes.
 */
import { once } from 'node:events';
import path from 'node:path';
import type { Environment } from '@/lib/environment';
import { findChromium } from '@/lib/desk/chromium';
import { loopback, findFreePort, startPreviewer } from '@/lib/desk/preview/starting';
import { isStale } from '@/lib/press/build.mjs';
import type { Bilingual } from '@/lib/problem';
import { countPrintedPages } from './printed-pages';

export interface Measured {
  /** By path of the article; those that could not be printed are not there. */
  readonly counts: ReadonlyMap<string, number>;
  /** Why nothing was printed. */
  readonly trouble?: Bilingual;
}

const none: ReadonlyMap<string, number> = new Map();

/** @param paths Addresses of articles that a preview shows. */
export async function measurePages(environment: Environment, paths: readonly string[]): Promise<Measured> {
  const chromium = findChromium();
  if (chromium === undefined) return { counts: none, trouble: { zh: '这台机器没有 Chromium', en: 'there is no Chromium on this machine' } };
  if (await isStale()) return { counts: none, trouble: { zh: '门户还没有编译（npm run build）', en: 'the portal is not built (npm run build)' } };
  const port = await findFreePort(loopback);
  if (port === undefined) return { counts: none, trouble: { zh: '没有空的端口', en: 'no port is free' } };
  const origin = `http://localhost:${port}`;
  const previewer = startPreviewer(environment, { host: loopback, port, origin, data: path.join(environment.data, 'preview', 'proof') });
  const ended = once(previewer, 'exit');
  try {
    const isReady = await Promise.race([once(previewer, 'message').then(() => true), ended.then(() => false)]);
    if (!isReady) return { counts: none, trouble: { zh: '预览没有启动', en: 'the preview did not start' } };
    const counts = new Map<string, number>();
    for (const target of paths) {
      const count = await countPrintedPages(chromium, origin + target).catch(() => undefined);
      if (count !== undefined) counts.set(target, count);
    }
    return { counts };
  } finally {
    if (previewer.connected) previewer.disconnect();
    await ended;
  }
}
