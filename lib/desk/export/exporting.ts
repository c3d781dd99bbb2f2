/**
 * One export from its beginning to its end. It looks at the content through an index of its own, notes in the manifest which pages show
 * what changed since the last look, and has them printed, until nothing has come due in the meantime.
 * Promises that what was not done stays noted, so that the next export does it.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { openCatalogue } from '@/lib/content/catalogue';
import { openIndexer, type Indexer } from '@/lib/content/indexer';
import { ignoreMissing } from '@/lib/content/scan';
import type { Environment } from '@/lib/environment';
import { hasFontsForCards } from '@/lib/press/card-drawing';
import { openCards } from '@/lib/press/cards';
import { openPictures } from '@/lib/press/pictures';
import { openRecordings } from '@/lib/press/recordings';
import { readPortalFiles } from '@/lib/press/printing-room';
import { stalePages } from '@/lib/press/publishing';
import { openJob, type Outcome } from './job';
import { openManifest, type Manifest } from './manifest';
import { openPrinters } from './printers';
import type { Progress } from '@/lib/desk/progress';

export interface Wishes {
  /** Absolute. */
  readonly folder: string;
  /** The folder of the built portal. */
  readonly root: string;
  /** Print everything anew, and write over files that are not the export's. */
  readonly isForced: boolean;
  /** Whether the pictures for social networks go with the pages, which name them then. */
  readonly hasCards: boolean;
}

export interface ExportReport extends Outcome {
  readonly printers: number;
  /** Errors in the content, whose files the export passes over. */
  readonly contentErrors: number;
}

/** Copies of pictures only pass through. */
const roomForCopies = 64 * 1024 * 1024;

/** @throws Error when the portal is not built, the disk fails, or the printers do. */
export async function runExport(environment: Environment, { folder, root, isForced, hasCards }: Wishes, progress: Progress): Promise<ExportReport> {
  if (hasCards && !(await hasFontsForCards())) throw new Error('没有可用的中文字体，请先安装 fonts-noto-cjk，或者不带 --cards。 / There is no Chinese font: install fonts-noto-cjk, or leave out --cards.');
  const edition = await editionOf(root, environment.origin, hasCards);
  const manifest = await openManifest(folder);
  // After one that broke off, files may stand in the folder that the manifest does not know yet.
  const mayOverwrite = isForced || !manifest.isComplete;
  // An index of its own: a portal that is running must hear of changes itself, and not find them taken in already.
  const own = { ...environment, cards: hasCards, data: path.join(environment.data, 'exports', manifest.id) };
  const opened: (() => Promise<void> | void)[] = [];
  try {
    const indexer = openIndexer(own, { isSearched: false });
    opened.push(() => indexer.close());
    await look(manifest, indexer, isForced ? undefined : edition, progress);
    const catalogue = openCatalogue(own);
    opened.push(() => catalogue.close());
    const pictures = await openPictures(path.join(own.data, 'pictures'), (where, name, hash) => catalogue.findPictureFile(where, name, hash), roomForCopies);
    const recordings = openRecordings((where, name, hash) => catalogue.findRecordingFile(where, name, hash));
    const cards = hasCards ? await openCards(path.join(own.data, 'cards'), catalogue, roomForCopies) : undefined;
    const printers = openPrinters(own, root);
    opened.push(() => printers.close());
    const files = await readPortalFiles(own, root);
    const job = openJob({ environment: own, folder, isForced, mayOverwrite, manifest, catalogue, pictures, recordings, cards, printers, files, progress });
    await job.print();
    for (let due = dueSince(manifest, indexer); due.length > 0; due = dueSince(manifest, indexer)) {
      await manifest.recordLook({ edition, asOf: new Date().toISOString() }, stalePages(due));
      await job.print();
    }
    const outcome = await job.finish();
    return { ...outcome, printers: printers.count, contentErrors: indexer.problems().filter(({ level }) => level === 'error').length };
  } finally {
    for (const close of opened.reverse()) await close();
  }

  /** @param known The edition whose pages need not be printed again. */
  async function look(into: Manifest, indexer: Indexer, known: string | undefined, shown: Progress): Promise<void> {
    const before = into.look;
    const now = new Date();
    await into.recordIntent();
    const changes = await indexer.refresh({ progress: (done, total) => shown.show('读取稿件 / reading the content', done, total) });
    const isStale = before && before.edition === known ? stalePages([...changes, ...indexer.dueBetween(new Date(before.asOf), now)]) : () => true;
    await into.recordLook({ edition, asOf: now.toISOString() }, isStale);
  }
}

function dueSince({ look }: Manifest, indexer: Indexer) {
  return look ? indexer.dueBetween(new Date(look.asOf), new Date()) : [];
}

/** What pages depend on beside the content: the build, the address they name, and whether they name cards. */
async function editionOf(root: string, origin: string, hasCards: boolean): Promise<string> {
  const build = await fs.readFile(path.join(root, '.next/BUILD_ID'), 'utf8').catch(ignoreMissing);
  if (build === undefined) throw new Error('门户还没有编译，请先运行 npm run build。 / The portal is not built yet: run npm run build first.');
  return createHash('sha256').update(`${build}\n${origin}${hasCards ? '\ncards' : ''}`).digest('hex').slice(0, 16);
}
