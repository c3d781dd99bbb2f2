/**
 * Editions of an issue: files that the desk has made of it (PDF, EPUB, text, JSON), which lie beside its texts in a folder of their own
 * with a ledger that says what each was made from. Promises that nothing is offered which the ledger does not list, and nothing that holds
 * an article which readers may no longer see.
 */
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { locales, originalLocale, type Locale } from '@/lib/locale/locales';
import { editionFormats, editionName, editionPathOf, type EditionAddress, type EditionFormat } from '@/lib/routes';
import { editionsFolder, fileOf, issueFolder, ledgerName, type TextPlace } from './place';
import { ignoreMissing } from './scan';
import type { Shelves } from './shelves';

/** An edition as the issue's page offers it. */
export interface Edition {
  readonly format: EditionFormat;
  /** Its address. */
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  /** False when the issue has changed since it was made. */
  readonly isCurrent: boolean;
}

export interface EditionFile {
  /** Absolute. */
  readonly file: string;
  readonly type: string;
  readonly size: number;
  /** SHA-256 of its bytes, in hex. */
  readonly hash: string;
}

const recordSchema = z.object({
  locale: z.enum(locales),
  format: z.enum(editionFormats),
  size: z.number().int().nonnegative(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** What the issue was when the edition was made; see `stampOf`. */
  stamp: z.string(),
  /** The slugs of the articles in it. */
  articles: z.array(z.string()),
});
const ledgerSchema = z.object({ version: z.literal(1), editions: z.array(recordSchema) });

export type EditionRecord = z.infer<typeof recordSchema>;

interface IssuePlace {
  readonly periodical: string;
  readonly issue: string;
}

export const editionTypes: Readonly<Record<EditionFormat, string>> = {
  pdf: 'application/pdf',
  epub: 'application/epub+zip',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
};

/** Where the editions of an issue lie; absolute. */
export function editionsFolderOf(content: string, place: IssuePlace): string {
  return path.join(content, issueFolder(place), editionsFolder);
}

/** What the ledger of an issue says; nothing when there is none, or it is none of ours. */
export function readLedger(content: string, place: IssuePlace): readonly EditionRecord[] {
  let text: string;
  try {
    text = fs.readFileSync(path.join(editionsFolderOf(content, place), ledgerName), 'utf8');
  } catch (error) {
    ignoreMissing(error as NodeJS.ErrnoException);
    return [];
  }
  const ledger = ledgerSchema.safeParse(parseJson(text));
  return ledger.success ? ledger.data.editions : [];
}

/** The text of a ledger: in the order of languages and formats, so that the same editions make the same ledger. */
export function writeLedger(records: readonly EditionRecord[]): string {
  const rankOf = ({ locale, format }: EditionRecord): number => locales.indexOf(locale) * editionFormats.length + editionFormats.indexOf(format);
  const editions = records.toSorted((a, b) => rankOf(a) - rankOf(b)).map(({ locale, format, size, hash, stamp, articles }) => ({ locale, format, size, hash, stamp, articles }));
  return `${JSON.stringify({ version: 1, editions }, undefined, 2)}\n`;
}

/** The catalogue's answers about editions. */
export function openEditionDesk(content: string, shelves: Shelves, clock: () => string) {
  const listSlugs = ({ periodical, issue }: IssuePlace): readonly string[] => shelves.articlesOfIssue(periodical, issue, clock()).map(({ slug }) => slug);

  /** Everything that the issue's page in this language is made of, as one short text: another when a reader would see a difference. */
  function stampOf(locale: Locale, place: IssuePlace): string {
    const { periodical, issue } = place;
    const texts: readonly TextPlace[] = [{ kind: 'site', locale }, { kind: 'periodical', periodical, locale }, { kind: 'issue', ...place, locale }, ...listSlugs(place).map((slug): TextPlace => ({ kind: 'article', periodical, issue, slug, locale }))];
    const files = texts.flatMap((text) => [...new Set([fileOf({ ...text, locale: originalLocale }), fileOf(text)])]);
    const told = files.map((file) => [file, shelves.words(file)?.data ?? '', shelves.body(file)]);
    const pictures = shelves.picturesOf(`${periodical}/${issue}`).map(({ name, hash }) => [name, hash]);
    return createHash('sha256').update(JSON.stringify([told, pictures])).digest('hex').slice(0, 16);
  }

  const fileOfEdition = (address: EditionAddress): string => path.join(editionsFolderOf(content, address), editionName(address));
  const isWhole = (record: EditionRecord, place: IssuePlace): boolean => fs.statSync(fileOfEdition({ ...place, locale: record.locale, format: record.format }), { throwIfNoEntry: false })?.size === record.size;

  /** What may be offered: an edition with an article in it that was withdrawn, or taken away, is not; nor one whose file has gone or is not whole. */
  function offered(locale: Locale, place: IssuePlace): readonly EditionRecord[] {
    const records = readLedger(content, place).filter((record) => record.locale === locale);
    if (records.length === 0) return [];
    const listed = new Set(listSlugs(place));
    return records.filter((record) => record.articles.every((slug) => listed.has(slug)) && isWhole(record, place));
  }

  return {
    stampOf,
    listEditions(locale: Locale, place: IssuePlace): readonly Edition[] {
      const records = offered(locale, place);
      if (records.length === 0) return [];
      const now = stampOf(locale, place);
      return records.map(({ format, size, stamp }) => ({ format, path: editionPathOf({ ...place, locale, format }), size, isCurrent: stamp === now }));
    },
    findEditionFile(address: EditionAddress): EditionFile | undefined {
      const record = offered(address.locale, address).find(({ format }) => format === address.format);
      return record && { file: fileOfEdition(address), type: editionTypes[record.format], size: record.size, hash: record.hash };
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
