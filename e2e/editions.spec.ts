/** Editions of an issue: made by the desk, linked and sent by the press; read back by a PDF library and by epubcheck. */
import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs/promises';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { editionName, editionPathOf, pathOf, type EditionFormat } from '@/lib/routes';
import { readPaper, squeeze } from './paper';
import { getDocument } from './pdf';
import { articles, fullIssue } from './places';
import { openPortal, type Portal } from './portal';
import { expect, locales, test, words, type Locale } from './reader';

const formats: readonly EditionFormat[] = ['pdf', 'epub', 'txt', 'json'];

interface Told {
  readonly columns: readonly { readonly name: string; readonly articles: readonly { readonly slug: string; readonly title: string; readonly text: string }[] }[];
}

interface OutlineItem {
  readonly title: string;
  readonly items: readonly unknown[];
}

test.describe('Editions', () => {
  test.describe.configure({ mode: 'serial', timeout: 400_000 });
  let portal: Portal;
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
  });
  test.afterAll(() => portal.stop());

  const folder = (): string => path.join(portal.content, 'news/periodicals', fullIssue.periodical, fullIssue.issue, 'editions');
  const fileOf = (locale: Locale, format: EditionFormat): string => path.join(folder(), editionName({ locale, ...fullIssue, format }));
  const issuePage = async (locale: Locale): Promise<string> => (await fetch(portal.origin + pathOf({ kind: 'issue', locale, ...fullIssue }))).text();
  const tell = async (locale: Locale): Promise<Told> => JSON.parse(await fs.readFile(fileOf(locale, 'json'), 'utf8')) as Told;

  async function desk(...words_: readonly string[]): Promise<{ readonly code: number | null; readonly said: string }> {
    const child = spawn(process.execPath, ['lib/desk/start.mjs', ...words_], { cwd: root, env: { ...process.env, PORTAL_ORIGIN: portal.origin, PORTAL_CONTENT: portal.content, PORTAL_DATA: portal.data } });
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, said };
  }

  test('are made in every language and linked at once, with their size', async () => {
    expect(await issuePage('zh-hans')).not.toContain(words('zh-hans').editions.title);
    const { code, said } = await desk('editions', `${fullIssue.periodical}/${fullIssue.issue}`);
    expect([code, said]).toEqual([0, expect.stringContaining(editionName({ locale: 'ja', ...fullIssue, format: 'pdf' }))]);
    for (const locale of locales) {
      await expect.poll(() => issuePage(locale)).toContain(words(locale).editions.title);
      const page = await issuePage(locale);
      expect(page).not.toContain(words(locale).editions.outdated);
      for (const format of formats) {
        const address = editionPathOf({ locale, ...fullIssue, format });
        expect(page).toContain(`href="${address}"`);
        const answer = await fetch(portal.origin + address);
        expect([answer.status, Buffer.from(await answer.arrayBuffer()).equals(await fs.readFile(fileOf(locale, format)))], address).toEqual([200, true]);
        expect(answer.headers.get('etag')).toMatch(/^"[0-9a-f]{32}"$/);
        const part = await fetch(portal.origin + address, { headers: { range: 'bytes=0-3' } });
        expect([part.status, (await part.arrayBuffer()).byteLength]).toEqual([206, 4]);
      }
    }
    // The ledger, a name of another language, a way out of the folder: no such thing.
    for (const name of ['editions/editions.json', editionName({ locale: 'en', ...fullIssue, format: 'pdf' }), '..%2fsite.md', 'editions']) expect((await fetch(`${portal.origin}${pathOf({ kind: 'issue', locale: 'ja', ...fullIssue })}/${name}`)).status, name).toBe(404);
    expect((await desk('check')).said, 'the check has nothing to say of them').not.toContain('editions');
  });

  for (const locale of locales) {
    test(`the PDF is whole, and its contents tell the right pages: ${locale}`, async () => {
      const bytes = await fs.readFile(fileOf(locale, 'pdf'));
      const { sheets, missingFonts, fonts } = await readPaper(bytes);
      expect([missingFonts, fonts.length > 0]).toEqual([[], true]);
      const contents = sheets[1]?.text ?? '';
      const { columns } = await tell(locale);
      for (const { name, articles: told } of columns) {
        for (const { title, text } of told) {
          const lines = text.split('\n').filter((line) => !/^[[>*]|\|/.test(line)).map(squeeze).filter((line) => line.length > 4);
          const number = Number(/^\d+/.exec(contents.slice(contents.indexOf(squeeze(title)) + squeeze(title).length).replace(/^\D*/, ''))?.[0]);
          const first = sheets[number - 1]?.text ?? '';
          expect.soft(first, `${title} begins on page ${number}`).toContain(squeeze(title));
          expect.soft(first.slice(0, 100), 'running header').toContain(squeeze(name));
          expect.soft(first + (sheets[number]?.text ?? ''), title).toContain((lines[0] ?? '').slice(0, 16));
          const whole = sheets.slice(number - 1).map((sheet) => sheet.text).join('');
          expect.soft(whole, title).toContain((lines.at(-1) ?? '').slice(-8));
        }
      }
      for (const [place, { text, pictures }] of sheets.entries()) {
        expect.soft(pictures > 0 || text.length > 60, `sheet ${place + 1} is not blank`).toBe(true);
        // U+FFFD and .notdef come out as these.
        expect.soft(text, `sheet ${place + 1}`).not.toMatch(/[\ufffd\0]/);
        expect.soft(text.includes(`${place + 1}/${sheets.length}`)).toBe(place > 0);
      }
      const document = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
      const outline = await document.getOutline();
      const flat = (items: readonly OutlineItem[]): readonly string[] => items.flatMap(({ title, items: inner }) => [squeeze(title), ...flat(inner as readonly OutlineItem[])]);
      for (const { name, articles: told } of columns) for (const heading of [name, ...told.map(({ title }) => title)]) expect.soft(flat(outline), 'outline').toContain(squeeze(heading));
      expect(await document.getMarkInfo()).toMatchObject({ Marked: true });
      await document.destroy();
    });
  }

  test('epubcheck finds neither error nor warning in any language', () => {
    const checker = ['/usr/share/java/epubcheck.jar', '/usr/bin/epubcheck'];
    for (const locale of locales) {
      const { status, stdout, stderr } = spawnSync('sh', ['-c', `for jar in ${checker.join(' ')}; do [ -f "$jar" ] && exec java -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -jar "$jar" --failonwarnings "$1"; done; echo "apt-get install epubcheck"; exit 127`, 'sh', fileOf(locale, 'epub')], { encoding: 'utf8' });
      expect([status, stdout + stderr], locale).toEqual([0, expect.stringContaining('0 fatals / 0 errors / 0 warnings')]);
    }
  });

  test('text and JSON hold every article', async () => {
    for (const locale of locales) {
      const text = await fs.readFile(fileOf(locale, 'txt'), 'utf8');
      const { columns } = await tell(locale);
      expect(columns.flatMap((column) => column.articles).length).toBe(5);
      for (const { articles: told } of columns) for (const article of told) expect.soft(text, article.slug).toContain(article.text.split('\n\n').at(-1) ?? '-');
      expect(text).not.toMatch(/<\/?(?:p|div|h2)>|undefined|\[object/);
    }
  });

  test('the same content gives the same bytes', async () => {
    const before = await Promise.all(formats.map((format) => fs.readFile(fileOf('en', format))));
    await Promise.all(formats.map((format) => fs.rm(fileOf('en', format))));
    expect((await desk('editions', `${fullIssue.periodical}/${fullIssue.issue}`, '--lang', 'en')).code).toBe(0);
    const after = await Promise.all(formats.map((format) => fs.readFile(fileOf('en', format))));
    for (const [place, format] of formats.entries()) expect(after[place]?.equals(before[place] ?? Buffer.alloc(0)), format).toBe(true);
  });

  test('a change of the issue is said beside them, and a withdrawn article takes them away', async () => {
    const english = path.join(portal.content, 'news/periodicals', fullIssue.periodical, fullIssue.issue, `${articles.everything.slug}.en.md`);
    await fs.appendFile(english, '\nOne sentence more.\n');
    await expect.poll(() => issuePage('en')).toContain(words('en').editions.outdated);
    expect(await issuePage('ja'), 'another language is not touched').not.toContain(words('ja').editions.outdated);
    const article = path.join(portal.content, 'news/periodicals', fullIssue.periodical, fullIssue.issue, `${articles.untranslated.slug}.md`);
    await fs.writeFile(article, (await fs.readFile(article, 'utf8')).replace('---\n', '---\nstatus: withdrawn\nwithdrawal:\n  date: 2025-03-20\n  reason: 需要核实。\n'));
    await expect.poll(() => issuePage('ja')).not.toContain(words('ja').editions.title);
    expect((await fetch(portal.origin + editionPathOf({ locale: 'ja', ...fullIssue, format: 'pdf' }))).status).toBe(404);
  });
});
