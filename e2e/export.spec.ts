/** The whole portal as plain files: the same pages as the press sends, only what changed the next time, whole again after a kill. */
import { spawn, type ChildProcess } from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { root } from '@/lib/root.mjs';
import { shortCodeOf } from '@/lib/short-code';
import { openPortal, type Portal } from './portal';
import { articlePath, articles } from './places';
import { expect, locales, test } from './reader';

/** Searching takes a running portal: its pages have one link more, the front page a box and one link for browsers too. */
function withoutSearch(page: string): string {
  return page.replace(/<li><a href="\/[a-z-]+(?:\/elder)?\/search"[^>]*>[^<]*<\/a><\/li>/, '').replace(/<link rel="search"[^>]*>|<form class="masthead__search.*?<\/form>/g, '');
}

function plain(bytes: Buffer, coding: 'br' | 'gzip' | 'identity'): string {
  return (coding === 'br' ? brotliDecompressSync(bytes) : coding === 'gzip' ? gunzipSync(bytes) : bytes).toString('latin1');
}

/** Of lists of what to save: pages without the link to search are smaller. */
function withoutMeasures(list: string): string {
  return list.replaceAll(/"bytes":\d+,"version":"[^"]*"/g, '');
}

const manifestName = '.portal-export.jsonl';
const withoutNews = 'news/periodicals/zhoukan/2023-02-03';
/** Issues and articles that show nothing the others do not: each page is printed thrice in this file. */
const more = [
  ...['kejibao/2021-06-25', 'kejibao/2022-06-24', 'kejibao/2023-06-30', 'kejibao/2024-06-28', 'shequ/2020-01-03', 'shequ/2023-01-06', 'shequ/2024-01-05', 'shequ/2024-02-02', 'zhoukan/2022-12-30', 'zhoukan/2023-06-02', 'zhoukan/2024-05-10', 'zhoukan/2025-01-03'],
  ...['about-script-tags.md', 'about-script-tags.en.md'].map((file) => `zhoukan/2025-03-14/${file}`),
  ...['compost.md', 'map-signs.md'].map((file) => `zhoukan/2025-03-07/${file}`),
];

/** As `npm run desk -- export` runs it, beside a running portal and with its settings. */
function start({ origin, content, data }: Pick<Portal, 'origin' | 'content' | 'data'>, ...words: readonly string[]): ChildProcess {
  return spawn(process.execPath, ['lib/desk/start.mjs', 'export', ...words], {
    cwd: root,
    env: { ...process.env, PORTAL_ORIGIN: origin, PORTAL_CONTENT: content, PORTAL_DATA: data },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

interface Said {
  readonly code: number | null;
  readonly words: string;
}

async function saidBy(child: ChildProcess): Promise<Said> {
  let words = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (words += chunk.toString('utf8')));
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, words };
}

test.describe('An export', () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 });
  let portal: Portal;
  let folder: string;
  let site: string;
  test.beforeAll(async () => {
    portal = await openPortal('e2e/content');
    await Promise.all(more.map((place) => fs.rm(path.join(portal.content, 'news/periodicals', place), { recursive: true })));
    await expect.poll(async () => (await ask(`/zh-hans/news/periodicals/${more[0]}`, 'identity')).status, { timeout: 20_000 }).toBe(404);
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'export-'));
    site = path.join(folder, 'site');
  });
  test.afterAll(async () => {
    await portal.stop();
    await fs.rm(folder, { recursive: true, force: true });
  });

  const run = (...words: readonly string[]): Promise<Said> => saidBy(start(portal, ...words));

  test('holds every page, picture and file as the press sends it', async () => {
    const { code, words } = await run(site, '--cards');
    expect(words).toContain('a second');
    expect(code).toBe(0);
    const files = (await list(site)).filter((file) => !file.startsWith('.') && !file.startsWith('_') && !/\.(?:br|gz)$/.test(file) && file !== 'index.html' && !/^s\/\w+\/index\.html$/.test(file));
    const others: string[] = [];
    // Elder mode is made of the finished page: one language of it stands for four.
    for (const file of files.filter((name) => !/^(?!ja)[a-z-]+\/elder\//.test(name))) {
      const isSpare = file.endsWith('404.html');
      const address = isSpare ? `/${path.dirname(file) === '.' ? 'zh-hans' : path.dirname(file)}/no-such-page` : `/${file.replace(/\/index\.html$/, '').split('/').map(encodeURIComponent).join('/')}`;
      for (const [coding, ending] of [['br', '.br'], ['gzip', '.gz'], ['identity', '']] as const) {
        const copy = await fs.readFile(path.join(site, file + ending)).catch(() => undefined);
        const sent = await ask(address, coding);
        if (sent.status !== (isSpare ? 404 : 200)) others.push(`${address} answers ${sent.status}`);
        const isInCoding = (sent.headers['content-encoding'] ?? 'identity') === coding;
        // A file without a copy in the coding is one that the press does not compress either.
        if (isInCoding !== (copy !== undefined)) others.push(`${address} is ${isInCoding ? 'sent' : 'kept'} as ${coding} alone`);
        else if (copy && withoutMeasures(plain(copy, coding)) !== withoutMeasures(withoutSearch(plain(sent.body, coding)))) others.push(`${address} as ${coding}`);
      }
    }
    expect(others).toEqual([]);
    for (const file of ['sitemap.xml', 'robots.txt', 'ja/feed.atom', 'en/news/periodicals/zhoukan/issues.ics', `${articlePath('ja', articles.everything).slice(1)}/cite.bib`]) expect(files).toContain(file);
    expect(files.filter((file) => /^sitemaps\/zhoukan\/\d{4}-\d{2}\.xml$/.test(file)).length).toBeGreaterThan(3);
    expect(files).toContain(`${articlePath('ja', articles.everything).slice(1)}/card.png`);
    for (const path of [articlePath('ja', articles.untranslated), articlePath('zh-hans', articles.withdrawn)]) expect(files).not.toContain(`${path.slice(1)}/card.png`);
    const short = shortCodeOf(articles.everything);
    expect(await fs.readFile(path.join(site, `s/${short}/index.html`), 'utf8'), 'the short address leads to the page in the Original').toContain(`content="0; url=/zh-hans/s/${short}"`);
    for (const file of [...locales.map((locale) => `${locale}/s/${short}/index.html`), `s/${short}/qr.svg`]) expect(files).toContain(file);
    for (const locale of locales) for (const place of [articles.everything, articles.withdrawn, articles.pictures]) expect(files).toContain(`${articlePath(locale, place).slice(1)}/index.html`);
    for (const place of [articles.draft, articles.scheduled]) expect(files).not.toContain(`${articlePath('zh-hans', place).slice(1)}/index.html`);
  });

  test('lists what to save of an issue, in the sizes in which it lies there', async () => {
    for (const mode of ['', '/elder']) {
      const list = JSON.parse(await fs.readFile(path.join(site, `ja${mode}/news/periodicals/zhoukan/2025-03-14/offline.json`), 'utf8')) as Record<'pages' | 'files', { path: string; bytes: number }[]> & { pictures: { path: string; bytes: number }[][] };
      expect(list.pages.length).toBeGreaterThan(5);
      expect(list.pictures.length).toBeGreaterThan(5);
      for (const { path: address, bytes } of [...list.pages, ...list.files, ...list.pictures.flat()]) {
        const file = path.join(site, decodeURIComponent(address), list.pages.some((page) => page.path === address) ? 'index.html' : '');
        const { size } = await fs.stat(`${file}.br`).catch(() => fs.stat(file));
        expect.soft(bytes, address).toBe(size);
      }
    }
  });

  test('leaves no link of its pages without a file, counts apart, nor a way to search', async () => {
    const files = new Set(await list(site));
    const dead = new Set<string>();
    for (const file of [...files].filter((name) => name.endsWith('.html'))) {
      const html = await fs.readFile(path.join(site, file), 'utf8');
      const tags = [...html.matchAll(/<[a-z](?:[^>"]|"[^"]*")*>/g)].map(([tag]) => tag).join('');
      for (const [, value = ''] of tags.matchAll(/\s(?:href|src|srcset|action|data-[a-z-]+)="([^"]*)"/gi)) {
        for (const [address] of value.matchAll(/(?<![^\s,])\/[^\s,"#?]*/g)) {
          if (address.startsWith('/api/')) continue;
          const name = decodeURIComponent(address.replace(/&#x27;/g, "'")).slice(1);
          if (![name, `${name}/index.html`, name === '' ? 'index.html' : name].some((one) => files.has(one))) dead.add(`${file}: ${address}`);
        }
      }
    }
    expect([...dead]).toEqual([]);
  });

  test('tells the host the headers of the press', async () => {
    const rules = parseHeaders(await fs.readFile(path.join(site, '_headers'), 'utf8'));
    const picture = (await list(path.join(site, 'media'))).find((file) => file.endsWith('.jpg')) ?? '';
    const recording = (await list(path.join(site, 'recordings'))).find((file) => file.endsWith('.mp3')) ?? '';
    const style = (await list(path.join(site, '_next'))).find((file) => file.endsWith('.css')) ?? '';
    for (const address of ['/', '/en', articlePath('ja', articles.everything), `/media/${picture}`, `/recordings/${recording}`, `/_next/${style}`, '/speculation-rules.json', '/ja/feed.atom', '/sitemap.xml', `${articlePath('en', articles.everything)}/cite.ris`]) {
      const { headers } = await ask(address, 'identity');
      const told = new Map<string, string>();
      for (const { pattern, lines } of rules) {
        const isMeant = pattern.endsWith('*') ? address.startsWith(pattern.slice(0, -1)) : address === pattern;
        for (const line of isMeant ? lines : []) {
          const [name = '', value = ''] = line.split(/: (.*)/);
          if (name.startsWith('! ')) told.delete(name.slice(2));
          else {
            expect(told.has(name), `${address} is told ${name} twice`).toBe(false);
            told.set(name, value);
          }
        }
      }
      // What a page has and a feed among the pages has not does no harm there.
      told.delete('Speculation-Rules');
      for (const [name, value] of told) expect(headers[name.toLowerCase()], `${address} ${name}`).toBe(value);
      for (const name of ['Cache-Control', 'Content-Security-Policy', 'X-Content-Type-Options', 'Cross-Origin-Resource-Policy']) expect([...told.keys()]).toContain(name);
    }
    // A host takes only so many rules: what every article has may need none of its own.
    expect(rules.filter(({ pattern }) => pattern.includes('/cite.'))).toEqual([]);
    expect(await fs.readFile(path.join(site, '_redirects'), 'utf8')).toBe('/ /zh-hans 302\n');
  });

  test('writes nothing when nothing changed', async () => {
    const before = await stamps(site);
    const { code, words } = await run(site, '--cards');
    expect([code, words]).toEqual([0, expect.stringContaining('printed 0 ')]);
    expect(await stamps(site)).toEqual(before);
  });

  test('writes what shows a change, removes what is gone, and takes nothing from the running portal', async () => {
    const changed = path.join(portal.content, 'news/periodicals/zhoukan/2025-03-14/tables-and-notes.md');
    await fs.writeFile(changed, (await fs.readFile(changed, 'utf8')).replace(/^title: .*$/m, 'title: 换了一个标题'));
    await fs.rm(path.join(portal.content, withoutNews), { recursive: true });
    const before = await stamps(site);
    const { code } = await run(site, '--cards');
    expect(code).toBe(0);
    const after = await stamps(site);
    const written = [...after].filter(([file, stamp]) => before.get(file) !== stamp).map(([file]) => file);
    for (const locale of locales) {
      const page = `${articlePath(locale, articles.untranslated).slice(1)}/index.html`;
      expect(written).toContain(page);
      expect(written).toContain(`${page}.br`);
      expect(written).toContain(`${path.dirname(path.dirname(page))}/index.html`);
    }
    expect(await fs.readFile(path.join(site, articlePath('zh-hans', articles.untranslated), 'index.html'), 'utf8')).toContain('换了一个标题');
    // An article of another issue shows nothing of it.
    expect(written.filter((file) => file.includes('/2024-02-29/bus-stops/'))).toEqual([]);
    expect(written.filter((file) => /(?:^|\/)s\//.test(file)).every((file) => file.includes(shortCodeOf(articles.untranslated)))).toBe(true);
    expect([...after.keys()].filter((file) => file.includes('/2023-02-03/') || file.includes(shortCodeOf(articles.least)))).toEqual([]);
    await expect(fs.access(path.join(site, 'en', withoutNews))).rejects.toThrow();
    await expect.poll(async () => (await ask(articlePath('zh-hans', articles.untranslated), 'identity')).body.toString()).toContain('换了一个标题');
    expect((await ask(articlePath('zh-hans', articles.least), 'identity')).status).toBe(404);
  });

  /** One answer of the running press, as it comes over the wire. */
  function ask(address: string, coding: string): Promise<{ readonly status: number; readonly headers: http.IncomingHttpHeaders; readonly body: Buffer }> {
    return new Promise((resolve, reject) => {
      http.get(`${portal.origin}${address}`, { headers: { 'accept-encoding': coding } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }));
        response.on('error', reject);
      }).on('error', reject);
    });
  }
});

/** What does not depend on how much there is is tried with one issue. */
test.describe('An export of one issue', () => {
  test.describe.configure({ mode: 'serial', timeout: 120_000 });
  let folder: string;
  let site: string;
  let content: string;
  test.beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'export-'));
    [site, content] = [path.join(folder, 'site'), path.join(folder, 'content')];
    await fs.cp('e2e/content', content, { recursive: true });
    const periodicals = path.join(content, 'news/periodicals');
    const issues = (await fs.readdir(path.join(periodicals, 'zhoukan'))).filter((name) => /^\d/.test(name) && name !== '2024-02-29');
    for (const name of ['kejibao', 'shequ', ...issues.map((issue) => `zhoukan/${issue}`)]) await fs.rm(path.join(periodicals, name), { recursive: true });
    expect((await run(site, '--cards')).code).toBe(0);
  });
  test.afterAll(() => fs.rm(folder, { recursive: true, force: true }));

  const begin = (...words: readonly string[]): ChildProcess => start({ origin: 'http://127.0.0.1:3000', content, data: path.join(folder, 'data') }, ...words);
  const run = (...words: readonly string[]): Promise<Said> => saidBy(begin(...words));

  test('has no cards unless they are asked for, and then names none', async () => {
    expect((await run(site)).code).toBe(0);
    const files = await list(site);
    expect(files.filter((file) => file.endsWith('card.png'))).toEqual([]);
    for (const file of files.filter((name) => name.endsWith('.html'))) expect(await fs.readFile(path.join(site, file), 'utf8'), file).not.toContain('og:image');
  });

  test('neither overwrites nor removes what is not of it, unless forced', async () => {
    const [notes, taken] = [path.join(site, 'en/notes.txt'), path.join(site, 'zh-hans/volunteers/index.html')];
    await fs.mkdir(path.dirname(taken), { recursive: true });
    await Promise.all([notes, taken].map((file) => fs.writeFile(file, 'somebody else')));
    await fs.writeFile(path.join(content, 'pages/volunteers.md'), '---\ntitle: 志愿者\n---\n\n志愿者名单。\n');
    const { code, words } = await run(site);
    expect([code, words]).toEqual([1, expect.stringContaining('zh-hans/volunteers/index.html')]);
    expect(await fs.readFile(taken, 'utf8')).toBe('somebody else');
    expect((await run(site, '--force')).code).toBe(0);
    expect(await fs.readFile(taken, 'utf8')).toContain('志愿者名单');
    expect(await fs.readFile(notes, 'utf8')).toBe('somebody else');
    await fs.rm(notes);
    const full = path.join(folder, 'full');
    await fs.mkdir(full);
    await fs.writeFile(path.join(full, 'notes.txt'), '');
    expect((await run(full)).code).toBe(2);
    expect(await fs.readdir(full)).toEqual(['notes.txt']);
    expect((await run(content)).code).toBe(2);
    expect((await run()).code).toBe(2);
    expect((await run('--help')).code).toBe(0);
  });

  test('goes on after a kill, and is then as if it had not been killed', async () => {
    const again = path.join(folder, 'again');
    const child = begin(again);
    const ended = new Promise((resolve) => child.once('close', resolve));
    await expect.poll(() => pagesNoted(again), { timeout: 120_000, intervals: [20] }).toBeGreaterThan(20);
    child.kill('SIGKILL');
    await ended;
    const noted = await pagesNoted(again);
    const { code, words } = await run(again);
    expect(code).toBe(0);
    const [, pages = '0', printed = '0'] = /(\d+) pages; printed (\d+) /.exec(words) ?? [];
    expect(Number(printed)).toBeLessThanOrEqual(Number(pages) - noted);
    const files = (await list(site)).filter((file) => file !== manifestName);
    expect((await list(again)).filter((file) => file !== manifestName)).toEqual(files);
    for (const file of files) expect((await fs.readFile(path.join(again, file))).equals(await fs.readFile(path.join(site, file))), file).toBe(true);
  });
});

/** Files below a folder, with forward slashes, in order. */
async function list(folder: string): Promise<readonly string[]> {
  const names = await fs.readdir(folder, { recursive: true });
  const files = await Promise.all(names.map(async (name) => ((await fs.stat(path.join(folder, name))).isFile() ? [name.split(path.sep).join('/')] : [])));
  return files.flat().sort();
}

/** When each file was last written; the manifest apart. */
async function stamps(folder: string): Promise<ReadonlyMap<string, number>> {
  const files = (await list(folder)).filter((file) => file !== manifestName);
  return new Map(await Promise.all(files.map(async (file) => [file, (await fs.stat(path.join(folder, file))).mtimeMs] as const)));
}

async function pagesNoted(folder: string): Promise<number> {
  const text = await fs.readFile(path.join(folder, manifestName), 'utf8').catch(() => '');
  return text.split('\n').filter((line) => line.includes('"kind":"page"') && line.endsWith('}')).length;
}

function parseHeaders(text: string): readonly { readonly pattern: string; readonly lines: readonly string[] }[] {
  return text.split('\n\n').map((block) => {
    const [pattern = '', ...lines] = block.split('\n').filter((line) => line !== '');
    return { pattern, lines: lines.map((line) => line.trim()) };
  });
}
