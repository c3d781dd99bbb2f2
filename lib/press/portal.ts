/**
 * The portal: opens what it needs in order, and closes it in order. It serves readers from the press, or developers from Next's development
 * server.
 */
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer, type Change, type Indexer } from '@/lib/content/indexer';
import type { Following } from '@/lib/content/watch';
import type { Environment } from '@/lib/environment';
import { locales } from '@/lib/locale/locales';
import { pathOf, type Address } from '@/lib/routes';
import { openViews } from '@/lib/store/open-views';
import { openWire } from '@/lib/wire/wire';
import { openAnswering, openOwnAnswers, type TryAnswer } from './answering';
import { hasFontsForCards } from './card-drawing';
import { openCards } from './cards';
import { openCounting } from './counting';
import { develop } from './developing';
import { openEditions } from './editions';
import { wireHeaders } from './headers';
import { explain, type Log } from './log';
import { openPictures } from './pictures';
import { openPrintingRoom, readPortalFiles, startFramework } from './printing-room';
import type { Printing } from './printing';
import { openProgress } from './progress';
import { stalePages } from './publishing';
import { openRecordings } from './recordings';
import { openRedirecting } from './redirecting';
import { listen } from './server';
import { watchForReaders } from './watching';
import { answerFromWire } from './wire-composing';

const root = process.cwd();

/** What was opened, to be closed the other way round. */
const opened: (() => Promise<void> | void)[] = [];

/** What was begun before this file was loaded. */
export interface Begun {
  readonly following: Following;
  /** A look at all files, where there is an index to compare them with and it takes a while. */
  readonly ahead: Promise<readonly string[]> | undefined;
}

export async function openForReaders(environment: Environment, log: Log, { following, ahead }: Begun): Promise<void> {
  const { origin } = environment;
  const press = await listen(environment, log);
  const indexer = openIndexer(environment);
  opened.push(() => indexer.close());
  const reading = readContent(indexer, ahead);
  const framework = startFramework(environment, root);
  const compressing = readPortalFiles(environment, root);
  // Whoever waits for one of them hears of its trouble; until then another may be in trouble as well.
  for (const begun of [reading, framework, compressing]) begun.catch(() => undefined);
  const hasCards = await canDrawCards(environment, log);
  // All is made ready on the index of the last time, where there is one, while the files are looked at.
  if (!indexer.isFilled) await reading;
  const { has, own, catalogue, pictures, store } = await openContent(environment, log, hasCards);

  const files = await compressing;
  const room = await openPrintingRoom(environment, root, {
    framework,
    forReaders: { views: store, files, pictures },
    onTrouble: (error) => log.say('error', 'spare-page-failed', { error: explain(error) }),
  });
  opened.push(() => room.close());
  const { printing, search, hasFile } = room;
  // Where the look takes a while there is time for the pages that are asked for first.
  if (ahead) await Promise.race([reading, printFrontPages(printing)]);
  const changes = await reading;
  if (changes.length > 0) printing.publish(stalePages(changes));
  // Composing pages leaves much behind. Unasked, V8 lets three times what is alive gather before it clears up, in memory that the machine
  // may need. With half of that, more than one page in a hundred waits for the clearing; and reading an archive leaves far more behind, and
  // would take a fifth longer.
  setFlagsFromString('--heap-growing-percent=250');
  const watching = watchForReaders({ indexer, log, printing, following });
  opened.push(() => watching.close());
  const moved = openRedirecting({ origin, findRedirect: catalogue.findRedirect, hasFile });
  press.open({ shelf: printing.shelf, files, answer: openAnswering({ origin, own, moved, printing, search, has, hasFile }) });
  // Closed first: answers under way need all the rest.
  opened.push(() => press.close());
  greet(environment, press.port);
}

/** One after the other; trouble is met by whoever asks for the page. */
async function printFrontPages({ print }: Pick<Printing, 'print'>): Promise<void> {
  for (const locale of locales) await print(pathOf({ kind: 'front', locale })).catch(() => undefined);
}

export async function openForDevelopers(environment: Environment, log: Log): Promise<void> {
  const indexer = openIndexer(environment);
  opened.push(() => indexer.close());
  await readContent(indexer);
  const { own, catalogue } = await openContent(environment, log, await canDrawCards(environment, log));
  const { origin } = environment;
  const wire = openWire({ catalogue, origin });
  const fromWire = answerFromWire(wire, wireHeaders(origin));
  const moved = openRedirecting({ origin, findRedirect: catalogue.findRedirect, hasFile: (path) => wire.has(path) });
  const answer: TryAnswer = async (...asked) => (await own(...asked)) ?? (await fromWire(...asked)) ?? moved(...asked);
  const watching = watchForReaders({ indexer, log });
  opened.push(() => watching.close());
  opened.push(await develop(environment, answer, log));
  greet(environment, environment.port);
}

async function openContent(environment: Environment, log: Log, hasCards: boolean) {
  const catalogue = openCatalogue(environment);
  opened.push(() => catalogue.close());
  const pictures = await openPictures(path.join(environment.data, 'pictures'), (folder, name, hash) => catalogue.findPictureFile(folder, name, hash));
  const { origin, data, database, proxies } = environment;
  const cards = hasCards ? await openCards(path.join(data, 'cards'), catalogue) : undefined;
  const store = openViews({ file: path.join(data, 'views.sqlite'), ...(database && { databaseUrl: database }) });
  opened.push(() => store.close());
  const has = (address: Address): boolean => catalogue.has(address);
  const views = openCounting({ origin, proxies, views: store, catalogue, log });
  const editions = openEditions((address) => catalogue.findEditionFile(address));
  const recordings = openRecordings((folder, name, hash) => catalogue.findRecordingFile(folder, name, hash));
  return { has, pictures, own: openOwnAnswers({ origin, pictures, editions, recordings, views, ...(cards && { cards }) }), catalogue, store };
}

/** Without fonts, pages are told to name no cards: they are composed in this process, and read its environment. */
async function canDrawCards({ cards }: Environment, log: Log): Promise<boolean> {
  if (!cards || (await hasFontsForCards())) return cards;
  process.env['PORTAL_CARDS'] = 'no';
  log.say('warning', 'no-fonts-for-cards', { remedy: 'apt-get install fonts-noto-cjk' });
  return false;
}

/** @returns What readers see differently since the last time. */
async function readContent(indexer: Indexer, ahead?: Promise<readonly string[]>): Promise<readonly Change[]> {
  const began = performance.now();
  let files = 0;
  const count = openProgress('正在为内容建立索引 / Indexing the content');
  const changes = await indexer.refresh({
    ...(ahead && { ahead }),
    progress: (done, total) => {
      files = total;
      count(done, total);
    },
  });
  if (files > 0) console.error(`已索引 ${files} 个文件，用时 ${seconds(began)} 秒。 / Indexed ${files} files in ${seconds(began)} s.`);
  return changes;
}

function greet({ host, origin }: Environment, port: number): void {
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
  console.error(`门户已启动：${origin}（监听 ${address}）。按 Ctrl+C 停止。 / The portal is at ${origin} (listening at ${address}). Ctrl+C stops it.`);
}

/** Whatever was opened. */
export async function close(log: Log): Promise<void> {
  for (const end of opened.reverse()) {
    try {
      await end();
    } catch (error) {
      log.say('error', 'closing-failed', { error: explain(error) });
    }
  }
  log.flush();
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1_000).toFixed(1);
}
