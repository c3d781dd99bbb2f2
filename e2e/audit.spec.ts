/** The inspector's sheet: nothing on a portal without a fault, ten faults planted in a copy of it, ten named. */
import { spawn } from 'node:child_process';
import fs from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { root } from '@/lib/root.mjs';
import { expect, locales, test, words } from './reader';
import { startPress, type Press } from './portal';

const day = 24 * 60 * 60 * 1000;
const daysAgo = (days: number): string => new Date(Date.now() + 8 * 60 * 60 * 1000 - days * day).toISOString().slice(0, 10);
const [current, earlier] = [daysAgo(2), daysAgo(9)];
const issue = (date: string): string => `news/periodicals/zhoukan/${date}`;

function article(title: string, column: string, date: string): string {
  const body = '示例园区步道旁边的三十张旧长椅都修好了，沿湖散步的居民又可以坐下来看看湖水和对岸的树。';
  return `---\ntitle: ${title}\npublished: ${date} 10:20\ncolumn: ${column}\nkeywords: [长椅]\nsource:\n  name: 示例日报\n---\n\n${body}\n`;
}

/** What a portal without a fault is made of. */
const content: Readonly<Record<string, string>> = {
  'site.md': `---
name: 示例新闻中心
organisation: 示例园区管理处
place: 示例园区
description: 一个虚构园区的新闻中心。
contact: { email: editor@example.com, telephone: 000-00000000 }
marks:
  icp: 示例ICP备00000000号
  police: 示例公网安备00000000000000号
  siteCode: "0000000000"
  identity: https://bszs.conac.cn/
  report: https://example.com/report
footer: [about, site-map]
---
`,
  'pages/about.md': '---\ntitle: 关于本站\n---\n\n说明，见[新闻](/zh-hans/news)。\n',
  'pages/site-map.md': '---\ntitle: 网站地图\n---\n\n全部页面。\n',
  'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ndescription: 虚构的周刊，每周一期。\ncolumns:\n  - { slug: yaowen, name: 要闻 }\n  - { slug: minsheng, name: 民生 }\n---\n',
  [`${issue(current)}/bench.md`]: article('长椅修好了', '要闻', current),
  [`${issue(current)}/path.md`]: article('步道通了', '要闻', current),
  [`${issue(current)}/tea.md`]: article('茶角开放', '民生', current),
  [`${issue(earlier)}/choir.md`]: article('合唱之夜', '要闻', earlier),
};

const home = '/zh-hans';
const pathOf = (date: string, slug: string): string => `${home}/${issue(date)}/${slug}`;
/** Ten faults: where, what is spoilt, and the rule that names it. */
const planted: readonly (readonly [page: string, from: string | RegExp, to: string, rule: string, isVeto?: true])[] = [
  [pathOf(current, 'bench'), new RegExp(`${current}([ T])10:20`, 'g'), `${daysAgo(-3)}$110:20`, 'D40', true],
  [home, new RegExp(`datetime="(?:${current}|${earlier})`, 'g'), `datetime="${daysAgo(40)}`, 'D42', true],
  ['/en/about', /<meta name="SiteIDCode"[^>]*>/, '', 'D3'],
  [pathOf(current, 'path'), /<meta name="ArticleTitle" content="/, '$&快讯：', 'D8'],
  [pathOf(earlier, 'choir'), `datetime="${earlier}T10:20`, `datetime="${earlier}T11:20`, 'D9'],
  ['/ja/about', /<(\/?)main\b/g, '<$1div', 'D26'],
  [`/en/${issue(current)}`, /<a href="https:\/\/example\.com\/report">[^<]*<\/a>/, '', 'D27'],
  [`${home}/about`, 'href="/zh-hans/news">新闻', 'href="/zh-hans/news-of-old">新闻', 'D30'],
  [pathOf(current, 'tea'), new RegExp(`${current}([ T])10:20`, 'g'), `${daysAgo(30)}$110:20`, 'D43'],
  ['/zh-hant/site-map', 'initial-scale=1', 'initial-scale=1, user-scalable=no', 'D60'],
];

test.describe('The audit', () => {
  test.describe.configure({ mode: 'serial', timeout: 180_000 });
  let portal: Press;
  let folder: string;
  test.beforeAll(async () => {
    folder = await fs.mkdtemp(path.join(os.tmpdir(), 'audit-'));
    for (const [file, text] of Object.entries(content)) {
      await fs.mkdir(path.dirname(path.join(folder, 'content', file)), { recursive: true });
      await fs.writeFile(path.join(folder, 'content', file), text);
    }
    portal = await startPress({ content: path.join(folder, 'content'), data: path.join(folder, 'data') });
  });
  test.afterAll(async () => {
    await portal.stop();
    await fs.rm(folder, { recursive: true, force: true });
  });

  /** As an editor runs it; without an address it reads the portal of the environment. */
  async function audit(...words: readonly string[]): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
    const env = { ...process.env, PORTAL_ORIGIN: portal.origin, PORTAL_CONTENT: path.join(folder, 'content'), PORTAL_DATA: path.join(folder, 'data') };
    const child = spawn(process.execPath, ['lib/desk/start.mjs', 'audit', ...words], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
    const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { code, out, err };
  }

  test('finds nothing on a portal without a fault', async () => {
    const { code, out } = await audit();
    expect(out).toContain('Nothing found.');
    expect(code, out).toBe(0);
  });

  test('names ten faults planted in a copy, vetoes first, and nothing else', async () => {
    const copy = await serveCopy(portal.origin);
    try {
      const { code, out } = await audit(copy.origin, '--format', 'json');
      const { findings } = JSON.parse(out) as { findings: { rule: string; page: string; isVeto: boolean; line: number; column: number }[] };
      const wanted = planted.map(([page, , , rule, isVeto = false]) => `${rule} ${page} ${isVeto}`);
      expect(findings.map(({ rule, page, isVeto }) => `${rule} ${page} ${isVeto}`).toSorted(), out).toEqual(wanted.toSorted());
      expect(findings.slice(0, 2).map(({ isVeto }) => isVeto)).toEqual([true, true]);
      expect(copy.unspoilt(), 'every fault was really planted').toEqual([]);
      expect(code).toBe(1);
      const sheet = await audit(copy.origin);
      expect(sheet.out).toContain('单项否决 2，扣分项 8。');
      expect(sheet.out).toMatch(/D30 .*\n.*news-of-old.*404.*\n {2}\/zh-hans\/about:1:\d+\n {4}<a href="\/zh-hans\/news-of-old">/);
      expect(sheet.code).toBe(1);
    } finally {
      copy.close();
    }
  });

  test('records what it found for readers, within a second and in four languages', async ({ request }) => {
    const page = (locale: string): string => `${portal.origin}/${locale}/about/compliance`;
    expect((await request.get(page('en'))).status(), 'nothing is recorded yet').toBe(404);
    expect(await (await request.get(`${portal.origin}/ja/about`)).text()).not.toContain('about/compliance');
    const { code, err } = await audit('--record');
    expect(code, err).toBe(0);
    for (const locale of locales) {
      const { title, clean, rules } = words(locale).audit;
      await expect(async () => expect((await request.get(page(locale))).status()).toBe(200)).toPass({ timeout: 2_000 });
      const html = await (await request.get(page(locale))).text();
      for (const text of [title, clean, 'D60', rules.D60.replaceAll("'", '&#x27;')]) expect(html).toContain(text);
      for (const slug of ['about', 'site-map']) expect(await (await request.get(`${portal.origin}/${locale}/${slug}`)).text(), slug).toContain(`href="/${locale}/about/compliance">${title}</a>`);
    }
    const again = await audit();
    expect(again.code, again.out).toBe(0);
    expect((await audit('--record', `${portal.origin}/en`)).code, 'another page is not the portal').toBe(2);
  });

  test('says what is not seen from outside, and what it cannot run on', async () => {
    expect((await audit('--help')).out).toMatch(/ {2}D73 [^]*D25 /);
    for (const words of [['ftp://example.com'], ['--pages', '0'], ['http://127.0.0.1:9']]) {
      const { code, err } = await audit(...words);
      expect(code, words.join(' ')).toBe(2);
      expect(err).toMatch(/Could not run/);
    }
  });
});

/** The portal at another address, with the planted faults. */
async function serveCopy(original: string): Promise<{ readonly origin: string; readonly unspoilt: () => readonly string[]; readonly close: () => void }> {
  const waiting = new Set(planted.map(([page, , , rule]) => `${rule} ${page}`));
  const server = http.createServer((request, response) => {
    void (async () => {
      const answer = await fetch(original + (request.url ?? ''), { redirect: 'manual' });
      const type = answer.headers.get('content-type') ?? '';
      const location = answer.headers.get('location');
      response.writeHead(answer.status, { ...(type && { 'Content-Type': type }), ...(location && { Location: location.replace(original, origin) }) });
      if (!type.startsWith('text/html')) {
        response.end(Buffer.from(await answer.arrayBuffer()));
        return;
      }
      // Next writes attributes as React spells them; HTML does not mind.
      let html = (await answer.text()).replaceAll(original, origin).replaceAll('dateTime=', 'datetime=');
      for (const [page, from, to, rule] of planted) {
        if (page !== request.url) continue;
        const spoilt = html.replace(from, to);
        if (spoilt !== html) waiting.delete(`${rule} ${page}`);
        html = spoilt;
      }
      response.end(html);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, unspoilt: () => [...waiting], close: () => server.close() };
}
