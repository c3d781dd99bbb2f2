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
import type { Pictures } from './pictures';
import { openSavingLists } from './saving-lists';
import { openSearching, type Search } from './searching';
import { speculationFiles, speculationHeader } from './speculation';
import { withMostRead } from './most-read';
import { withWire } from './wire-composing';

export interface PrintingRoom {
  readonly printing: Printing;
  /** Files for programs; `printing` prints them by their paths. */
  readonly wire: Wire;
  /** Whether there is a file at the path that `printing` prints and that is no page. */
  hasFile(path: string): boolean;
  readonly search: Search;
  close(): Promise<void>;
}

/** What readers of a running portal have beside pages. */
interface ForReaders {
  /** The counts; without them the page of what was read most stays empty. */
  readonly views: Pick<Views, 'listMostViewed'>;
  /** By path; with the pictures, what is listed for those who save an issue. */
  readonly files: ReadonlyMap<string, Print>;
  readonly pictures: Pictures;
}

interface RoomOptions {
  /** Told when the pages for what is missing and what failed could not be printed anew. */
  readonly onTrouble?: (error: unknown) => void;
  readonly forReaders?: ForReaders;
  /** Next, where it was started before. */
  readonly framework?: ReturnType<typeof startFramework>;
}

/**
 * Starts Next on the built portal. It needs no content, so that it can start while the files are looked at.
 * @param root The folder of the built portal.
 * @throws Error when it is not built, or Next does not start.
 */
export async function startFramework({ host, port }: Pick<Environment, 'host' | 'port'>, root: string) {
  const { default: next } = await import('next');
  const app = next({ dev: false, dir: root, hostname: host, port, quiet: true });
  await app.prepare();
  return app;
}

/** @throws Error as `startFramework` does. */
export async function openPrintingRoom(environment: Environment, root: string, { onTrouble = () => undefined, forReaders, framework = startFramework(environment, root) }: RoomOptions = {}): Promise<PrintingRoom> {
  const { origin, shelf } = environment;
  const app = await framework;
  const handler: Handler = app.getRequestHandler();
  const catalogue = openCatalogue(environment);
  const wire = openWire({ catalogue, origin });
  const headers = [...speculationHeader, ...securityHeaders(origin)];
  const toElder = await openElderMode(root);
  const composeAny = withWire(wire, openComposing(handler, origin));
  const hasOnWire = (path: string): boolean => wire.has(path);
  const lists = forReaders && openSavingLists({ ...forReaders, catalogue, print: async (path) => printing.shelf.find(path) ?? printing.print(path), hasFile: hasOnWire });
  const printing: Printing = await openPrinting({
    toElder,
    compose: forReaders && lists ? lists.with(withMostRead(forReaders.views, composeAny)) : composeAny,
    shelf,
    headers,
    fileHeaders: wireHeaders(origin),
    onTrouble,
  });
  return {
    printing,
    wire,
    hasFile: (path) => hasOnWire(path) || lists?.has(path) === true,
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
  return new Map([...(await readFiles(portalFolders(root), headers)), ...(await speculationFiles(headers))]);
}
