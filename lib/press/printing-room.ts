/**
 * The press without its server: Next, cleaned and compressed pages, and the files beside them. The server sends them to readers, the
 * desk puts them into folders; both get the same bytes and headers from here.
 */
import { openCatalogue } from '@/lib/content/catalogue';
import type { Environment } from '@/lib/environment';
import type { Views } from '@/lib/store/views';
import { openWire, type Wire } from '@/lib/wire/wire';
import { openComposing, type Handler } from './composing';
import { openElderMode } from './elder-mode';
import { portalFolders, readFiles } from './files';
import { securityHeaders, wireHeaders } from './headers';
import type { Print } from './print';
import { openPrinting, type Printing } from './printing';
import { openSearching, type Search } from './searching';
import { speculationFile, speculationHeader } from './speculation';
import { withMostRead } from './most-read';
import { withWire } from './wire-composing';

export interface PrintingRoom {
  readonly printing: Printing;
  /** Files for programs; `printing` prints them by their paths. */
  readonly wire: Wire;
  readonly search: Search;
  close(): Promise<void>;
}

/**
 * @param root The folder of the built portal.
 * @param views The counts; without them the page of what was read most stays empty.
 * @param onTrouble Told when the pages for what is missing and what failed could not be printed anew.
 * @throws Error when it is not built, or Next does not start.
 */
export async function openPrintingRoom(environment: Environment, root: string, onTrouble: (error: unknown) => void = () => undefined, views?: Pick<Views, 'listMostViewed'>): Promise<PrintingRoom> {
  const { origin, host, port, shelf } = environment;
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, hostname: host, port, quiet: true });
  await app.prepare();
  const handler: Handler = app.getRequestHandler();
  const catalogue = openCatalogue(environment);
  const wire = openWire({ catalogue, origin });
  const headers = [...speculationHeader, ...securityHeaders(origin)];
  const toElder = await openElderMode(root);
  const composeAny = withWire(wire, openComposing(handler, origin));
  const printing = await openPrinting({
    toElder,
    compose: views ? withMostRead(views, composeAny) : composeAny,
    shelf,
    headers,
    fileHeaders: wireHeaders(origin),
    onTrouble,
  });
  return {
    printing,
    wire,
    search: openSearching(handler, origin, headers, toElder),
    async close() {
      await app.close();
      catalogue.close();
    },
  };
}

/** Everything that is served by its name and is no page: public/, style sheets, the reader's script, the speculation rules. By path. */
export async function readPortalFiles({ origin }: Pick<Environment, 'origin'>, root: string): Promise<ReadonlyMap<string, Print>> {
  const headers = securityHeaders(origin);
  const [rulesPath, rules] = await speculationFile(headers);
  return new Map([...(await readFiles(portalFolders(root), headers)), [rulesPath, rules]]);
}
