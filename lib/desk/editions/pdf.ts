/**
 * An issue as a PDF: the page of the portal that is made for paper, set by Chromium, tagged and with an outline. It is set twice: the first
 * time tells on which page each article begins, the second has the numbers in its contents. The browser asks nobody but this process: every
 * address is answered here, at the portal's own origin, so that links in the PDF lead to the portal.
 */
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright';
import type { Catalogue } from '@/lib/content/catalogue';
import { openPrinters, type Printers } from '@/lib/desk/export/printers';
import type { Environment } from '@/lib/environment';
import { machineTime, plainDate } from '@/lib/locale/dates';
import { fill, messages } from '@/lib/locale/messages';
import { openPictures, type Pictures } from '@/lib/press/pictures';
import type { Print } from '@/lib/press/print';
import { readPortalFiles } from '@/lib/press/printing-room';
import { pathOf } from '@/lib/routes';
import { escapeXml } from '@/lib/wire/xml';
import { openPdfBrowser } from './pdf-browser';
import { readPageNumbers, settlePdf, type PageNumbers } from './pdf-file';
import type { WholeIssue } from './whole-issue';

export interface PdfPrinter {
  /** @throws Error when the page cannot be set, or its pages still move the second time. */
  print(whole: WholeIssue): Promise<Buffer>;
  close(): Promise<void>;
}

interface Answer {
  readonly type: string;
  readonly body: Buffer;
}

/**
 * @param environment Its index is filled. @param root The folder of the built portal.
 * @throws Error when there is no browser, or the portal is not built.
 */
export async function openPdfPrinter(environment: Environment, root: string, catalogue: Pick<Catalogue, 'findPictureFile'>): Promise<PdfPrinter> {
  if (!(await fs.stat(path.join(root, '.next/BUILD_ID')).catch(() => undefined))) throw new Error('门户还没有编译，请先运行 npm run build。 / The portal is not built yet: run npm run build first.');
  const browser = await openPdfBrowser();
  const drafts = await fs.mkdtemp(path.join(os.tmpdir(), 'editions-'));
  try {
    const printers = openPrinters(environment, root, 1);
    const files = await readPortalFiles(environment, root);
    const pictures = await openPictures(path.join(environment.data, 'pictures'), (folder, name, hash) => catalogue.findPictureFile(folder, name, hash));
    const find = openFinding({ printers, files, pictures, drafts });
    return {
      print: (whole) => setTwice(browser, whole, find),
      async close() {
        await printers.close();
        await browser.close();
        await fs.rm(drafts, { recursive: true, force: true });
      },
    };
  } catch (error) {
    await browser.close();
    await fs.rm(drafts, { recursive: true, force: true });
    throw error;
  }
}

type Find = (path: string) => Promise<Answer | undefined>;

interface Sources {
  readonly printers: Printers;
  readonly files: ReadonlyMap<string, Print>;
  readonly pictures: Pictures;
  /** A folder to print into. */
  readonly drafts: string;
}

/** What the portal would answer. */
function openFinding({ printers, files, pictures, drafts }: Sources): Find {
  let count = 0;
  return async (address) => {
    const file = files.get(address)?.in('identity');
    if (file) return { type: typeOf(file.headers), body: file.body };
    if (address.startsWith('/media/')) {
      const picture = await pictures.find(address);
      return picture && { type: picture.type, body: await fs.readFile(picture.file) };
    }
    const draft = path.join(drafts, String((count += 1)));
    const report = await printers.print({ page: { kind: 'page', path: address }, file: draft }).catch(() => undefined);
    return report && { type: typeOf(report.headers), body: await fs.readFile(draft) };
  };
}

function typeOf(headers: readonly string[]): string {
  return headers[headers.indexOf('Content-Type') + 1] ?? 'application/octet-stream';
}

async function setTwice(browser: Browser, whole: WholeIssue, find: Find): Promise<Buffer> {
  // Two digits, as most issues need: the contents take the same room both times.
  let numbers: PageNumbers | undefined;
  for (let time = 0; time < 3; time++) {
    const pdf = await set(browser, whole, find, numbers);
    const found = readPageNumbers(pdf);
    if (numbers && isSame(numbers, found)) return settlePdf(pdf, new Date(machineTime(whole.updated)));
    numbers = found;
  }
  throw new Error('目录里的页码定不下来。 / The page numbers of the contents do not settle.');
}

function isSame(before: PageNumbers, after: PageNumbers): boolean {
  return before.size === after.size && [...before].every(([name, number]) => after.get(name) === number);
}

async function set(browser: Browser, whole: WholeIssue, find: Find, numbers: PageNumbers | undefined): Promise<Buffer> {
  const { locale, origin, issue } = whole;
  const address = pathOf({ kind: 'issue-print', locale, periodical: issue.periodical, issue: issue.date });
  const context = await browser.newContext({ javaScriptEnabled: false, colorScheme: 'light' });
  try {
    const lacking: string[] = [];
    await context.route('**/*', async (route) => {
      const url = new URL(route.request().url());
      const answer = url.origin === origin ? await find(url.pathname) : undefined;
      if (!answer) {
        lacking.push(url.href);
        await route.abort();
        return;
      }
      const body = url.pathname === address ? Buffer.from(dress(answer.body.toString(), whole, numbers)) : answer.body;
      await route.fulfill({ body, contentType: answer.type });
    });
    const page = await context.newPage();
    await page.goto(origin + address, { waitUntil: 'load' });
    if (lacking.length > 0) throw new Error(`这些文件没有取到 / these could not be had: ${lacking.join(' ')}`);
    return await page.pdf({ format: 'A4', preferCSSPageSize: true, tagged: true, outline: true });
  } finally {
    await context.close();
  }
}

/** The page as it is set: called by the issue's name, its pictures not waiting for a reader to come near, numbers in its contents. */
function dress(html: string, { locale, issue }: WholeIssue, numbers: PageNumbers | undefined): string {
  const title = fill(messages(locale).issue.title, { periodical: issue.periodicalTitle, date: plainDate(issue.date, locale) });
  return html
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escapeXml(title)}</title>`)
    .replaceAll(' loading="lazy"', '')
    .replace(/(<span class="print-contents__page" data-page-of="([^"]+)">)<\/span>/g, (_, start: string, name: string) => `${start}${numbers?.get(name) ?? '00'}</span>`);
}
