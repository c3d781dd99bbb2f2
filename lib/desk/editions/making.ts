/**
 * Makes the editions of an issue and puts them beside its texts. It looks at the content through an index of its own, so that a portal that
 * is running hears of changes itself. Promises that a file is whole before the ledger names it, and that the same bytes are not written again.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs/promises';
import path from 'node:path';
import { openCatalogue, type Catalogue } from '@/lib/content/catalogue';
import { editionsFolderOf, readLedger, writeLedger, type EditionRecord } from '@/lib/content/editions';
import { openIndexer } from '@/lib/content/indexer';
import { issueFolder, ledgerName } from '@/lib/content/place';
import { ignoreMissing } from '@/lib/content/scan';
import { writeWhole } from '@/lib/desk/export/folder';
import type { Progress } from '@/lib/desk/progress';
import type { Environment } from '@/lib/environment';
import { locales, type Locale } from '@/lib/locale/locales';
import { editionName, type EditionAddress, type EditionFormat } from '@/lib/routes';
import { writeEpub } from './epub';
import { writeJson } from './json';
import { openPdfPrinter, type PdfPrinter } from './pdf';
import { writePlainText } from './plain-text';
import { articlesOf, gatherIssue, type WholeIssue } from './whole-issue';

export interface EditionsReport {
  /** Where they lie. */
  readonly folder: string;
  readonly made: readonly { readonly address: EditionAddress; readonly size: number; readonly isNew: boolean }[];
  /** Errors in the files of the issue. */
  readonly contentErrors: number;
  /** Why there is no PDF, when there is none. */
  readonly pdfTrouble: string | undefined;
}

interface IssuePlace {
  readonly periodical: string;
  readonly issue: string;
}

type Write = (whole: WholeIssue, catalogue: Catalogue) => Buffer | Promise<Buffer>;

const writers: readonly (readonly [format: EditionFormat, write: Write])[] = [
  ['txt', writePlainText],
  ['json', writeJson],
  ['epub', writeEpub],
];

/**
 * @param root The folder of the built portal. @param wished The languages to make; those with words of their own when left out.
 * @throws Error when there is no such issue, or the disk fails.
 */
export async function makeEditions(environment: Environment, root: string, place: IssuePlace, wished: readonly Locale[] | undefined, progress: Progress): Promise<EditionsReport> {
  const { content, origin } = environment;
  const own = { ...environment, data: path.join(environment.data, 'editions') };
  const indexer = openIndexer(own);
  try {
    await indexer.refresh({ progress: (done, total) => progress.show('读取稿件 / reading the content', done, total) });
    const catalogue = openCatalogue(own);
    try {
      const folder = editionsFolderOf(content, place);
      const wholes = (wished ?? languagesOf(catalogue, place)).flatMap((locale) => {
        const stamp = catalogue.stampOf(locale, place);
        const whole = gatherIssue(catalogue, origin, locale, place);
        return whole ? [{ whole, stamp }] : [];
      });
      if (wholes.length === 0) throw new Error(`${place.periodical}/${place.issue}：没有这一期，或者还没有发布的文章。 / ${place.periodical}/${place.issue}: there is no such issue, or no published article in it.`);
      const made: { address: EditionAddress; size: number; isNew: boolean; record: EditionRecord }[] = [];
      const total = wholes.length * (writers.length + 1);
      progress.show('制作 / making', 0, total);
      const { pdfPrinter, pdfTrouble } = await openPdf(own, root, catalogue);
      const all: typeof writers = pdfPrinter ? [['pdf', (whole) => pdfPrinter.print(whole)], ...writers] : writers;
      try {
        for (const { whole, stamp } of wholes) {
          for (const [format, write] of all) {
            const address: EditionAddress = { locale: whole.locale, ...place, format };
            const bytes = await write(whole, catalogue);
            const isNew = await put(path.join(folder, editionName(address)), bytes);
            const hash = createHash('sha256').update(bytes).digest('hex');
            made.push({ address, size: bytes.length, isNew, record: { locale: whole.locale, format, size: bytes.length, hash, stamp, articles: articlesOf(whole).map(({ id }) => id.slug) } });
            progress.show('制作 / making', made.length, total);
          }
        }
      } finally {
        await pdfPrinter?.close();
      }
      const others = readLedger(content, place).filter((record) => !made.some(({ record: { locale, format } }) => record.locale === locale && record.format === format));
      await put(path.join(folder, ledgerName), Buffer.from(writeLedger([...others, ...made.map(({ record }) => record)])));
      const contentErrors = indexer.problems().filter(({ level, file }) => level === 'error' && file.startsWith(`${issueFolder(place)}/`)).length;
      return { folder, made, contentErrors, pdfTrouble };
    } finally {
      catalogue.close();
    }
  } finally {
    indexer.close();
  }
}

/** Without a browser there are all the other editions. */
async function openPdf(environment: Environment, root: string, catalogue: Catalogue): Promise<{ readonly pdfPrinter?: PdfPrinter; readonly pdfTrouble: string | undefined }> {
  try {
    return { pdfPrinter: await openPdfPrinter(environment, root, catalogue), pdfTrouble: undefined };
  } catch (error) {
    return { pdfTrouble: error instanceof Error ? error.message : String(error) };
  }
}

/** The Chinese ones, and those in which an article of the issue has words of its own. */
function languagesOf(catalogue: Catalogue, place: IssuePlace): readonly Locale[] {
  const real = new Set(catalogue.listInventory(place.periodical, place.issue).flatMap((entry) => entry.locales));
  return locales.filter((locale) => real.has(locale));
}

/** @returns Whether it was written: the same bytes are left alone. */
async function put(file: string, bytes: Buffer): Promise<boolean> {
  const before = await fs.readFile(file).catch(ignoreMissing);
  if (before?.equals(bytes)) return false;
  await writeWhole(file, bytes);
  return true;
}
