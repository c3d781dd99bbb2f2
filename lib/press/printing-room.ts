/**
 * The press without its server: Next, cleaned and compressed pages, and the files beside them, for whoever puts them somewhere else
 * than on a reader's screen. Promises the same bytes and headers that the server sends.
 */
import type { Environment } from '@/lib/environment';
import { openComposing, type Handler } from './composing';
import { portalFolders, readFiles } from './files';
import { securityHeaders } from './headers';
import type { Print } from './print';
import { openPrinting, type Printing } from './printing';
import { speculationFile, speculationHeader } from './speculation';

export interface PrintingRoom {
  readonly printing: Printing;
  close(): Promise<void>;
}

/**
 * @param root The folder of the built portal.
 * @throws Error when it is not built, or Next does not start.
 */
export async function openPrintingRoom({ origin, host, port, shelf }: Environment, root: string): Promise<PrintingRoom> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, hostname: host, port, quiet: true });
  await app.prepare();
  const handler: Handler = app.getRequestHandler();
  const printing = await openPrinting({
    compose: openComposing(handler, origin),
    shelf,
    headers: [...speculationHeader, ...securityHeaders(origin)],
    onTrouble: () => undefined,
  });
  return { printing, close: () => app.close() };
}

/** Everything that is served by its name and is no page: public/, style sheets, the reader's script, the speculation rules. By path. */
export async function readPortalFiles({ origin }: Pick<Environment, 'origin'>, root: string): Promise<ReadonlyMap<string, Print>> {
  const headers = securityHeaders(origin);
  const [rulesPath, rules] = await speculationFile(headers);
  return new Map([...(await readFiles(portalFolders(root), headers)), [rulesPath, rules]]);
}
