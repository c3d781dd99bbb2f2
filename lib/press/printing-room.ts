/**
 * The press without its server: Next, cleaned and compressed pages, and the files beside them. The server sends them to readers, the
 * desk puts them into folders; both get the same bytes and headers from here.
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
 * @param onTrouble Told when the pages for what is missing and what failed could not be printed anew.
 * @throws Error when it is not built, or Next does not start.
 */
export async function openPrintingRoom({ origin, host, port, shelf }: Environment, root: string, onTrouble: (error: unknown) => void = () => undefined): Promise<PrintingRoom> {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, hostname: host, port, quiet: true });
  await app.prepare();
  const handler: Handler = app.getRequestHandler();
  const printing = await openPrinting({
    compose: openComposing(handler, origin),
    shelf,
    headers: [...speculationHeader, ...securityHeaders(origin)],
    onTrouble,
  });
  return { printing, close: () => app.close() };
}

/** Everything that is served by its name and is no page: public/, style sheets, the reader's script, the speculation rules. By path. */
export async function readPortalFiles({ origin }: Pick<Environment, 'origin'>, root: string): Promise<ReadonlyMap<string, Print>> {
  const headers = securityHeaders(origin);
  const [rulesPath, rules] = await speculationFile(headers);
  return new Map([...(await readFiles(portalFolders(root), headers)), [rulesPath, rules]]);
}
