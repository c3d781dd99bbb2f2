/**
 * The process of a preview: the portal's press on an index of its own in which everything is out, dressed with what an editor wants to
 * see. It is started by `desk preview`, tells it when the pages are there, and ends when told to or when it is alone.
 */
import path from 'node:path';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer } from '@/lib/content/indexer';
import { watchContent } from '@/lib/content/watch';
import { readEnvironment } from '@/lib/environment';
import { originalLocale } from '@/lib/locale/locales';
import { explain, type Log } from '@/lib/press/log';
import { openPictures } from '@/lib/press/pictures';
import { openPrintingRoom, readPortalFiles, type PrintingRoom } from '@/lib/press/printing-room';
import { openRecordings } from '@/lib/press/recordings';
import { openProgress } from '@/lib/press/progress';
import { stalePages } from '@/lib/press/publishing';
import { listen } from '@/lib/press/server';
import { root } from '@/lib/root.mjs';
import { parseShown } from '@/lib/routes';
import { openPreviewAnswering } from './answering';
import { readAssets } from './assets';
import { openChanges } from './changes';
import { openDraftPrinter, previewHeaders } from './draft-printer';
import { openPageProblems } from './page-problems';
import { openPreviewPages } from './pages';

/** How often it is looked whether a scheduled article has come out, in milliseconds. */
const lookAtClock = 5_000;

/** On the terminal an editor hears of what failed; Problems stand on the pages. */
const log: Log = {
  request: () => undefined,
  say(level, event, facts) {
    if (level === 'error') console.error(`${event}: ${JSON.stringify(facts)}`);
  },
  problem: () => undefined,
  flush: () => undefined,
};

/** What was opened, to be closed the other way round. */
const opened: (() => Promise<void> | void)[] = [];

async function run(): Promise<void> {
  const environment = readEnvironment();
  const { origin, data } = environment;
  const makePrint = openDraftPrinter(origin);
  const press = await listen(environment, log);
  const indexer = openIndexer(environment);
  opened.push(() => indexer.close());
  await indexer.refresh({ progress: openProgress('正在读取稿件 / Reading the content') });
  const catalogue = openCatalogue(environment);
  opened.push(() => catalogue.close());
  const pictures = await openPictures(path.join(data, 'pictures'), (folder, name, hash) => catalogue.findPictureFile(folder, name, hash));
  const recordings = openRecordings((folder, name, hash) => catalogue.findRecordingFile(folder, name, hash));

  let room: PrintingRoom | undefined;
  const openRoom = async (): Promise<void> => {
    if (room || !hasSite()) return;
    room = await openPrintingRoom(environment, root, { onTrouble: (error) => log.say('error', 'spare-page-failed', { error: explain(error) }) });
  };
  const hasSite = (): boolean => {
    try {
      return catalogue.findSite(originalLocale).name !== '';
    } catch {
      return false;
    }
  };
  opened.push(async () => room?.close());
  await openRoom();

  const findPage = openPreviewPages({ catalogue, printing: () => room?.printing, findProblems: openPageProblems(indexer), makePrint });
  const changes = openChanges({
    headers: previewHeaders(origin),
    async versionAt(target) {
      const address = parseShown(target)?.address;
      return address && (await findPage(address, target)).version;
    },
  });
  const watch = watchContent(indexer, {
    onChange(news) {
      if (news.length > 0) room?.printing.publish(stalePages(news));
      openRoom().then(() => changes.tell(), fail);
    },
    onTrouble: (error) => log.say('error', 'watching-failed', { error: explain(error) }),
  });
  opened.push(() => watch.close());
  let seen = new Date();
  const clock = setInterval(() => {
    const now = new Date();
    if (indexer.dueBetween(seen, now).length > 0) changes.tell();
    seen = now;
  }, lookAtClock).unref();
  await watch.followed;

  const files = new Map([...(await readPortalFiles(environment, root)), ...(await readAssets(makePrint))]);
  const emptyShelf = { find: () => undefined, count: 0, bytes: 0 };
  press.open({ shelf: emptyShelf, files, answer: openPreviewAnswering({ origin, catalogue, pictures, recordings, changes: changes.answer, findPage, room: () => room, makePrint }) });
  opened.push(async () => {
    clearInterval(clock);
    changes.close();
    await press.close();
  });
  process.send?.({ isReady: true });
}

let isClosing = false;
async function close(code: number): Promise<void> {
  if (isClosing) return;
  isClosing = true;
  for (const end of opened.reverse()) {
    try {
      await end();
    } catch (error) {
      log.say('error', 'closing-failed', { error: explain(error) });
    }
  }
  process.exit(code);
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : error);
  void close(2);
}

for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.on(signal, () => void close(0));
run().catch(fail);
