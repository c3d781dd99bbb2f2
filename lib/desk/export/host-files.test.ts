import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entrancePage, headersFile, headersToTell, movedPage, redirectsFile } from './host-files';

test('a host is told what it does not know by itself', () => {
  const sent = ['Content-Type', 'text/html; charset=utf-8', 'Content-Length', '9', 'ETag', '"a"', 'Vary', 'Accept-Encoding', 'Cache-Control', 'public', 'X-Content-Type-Options', 'nosniff'];
  assert.deepEqual(headersToTell({ path: '/en', headers: sent }), ['Cache-Control', 'public', 'X-Content-Type-Options', 'nosniff']);
  const cases: readonly (readonly [path: string, type: string, isTold: boolean])[] = [
    ['/speculation-rules.json', 'application/speculationrules+json', true],
    ['/data.json', 'application/json', false],
    ['/en/feed.json', 'application/feed+json; charset=utf-8', true],
    ['/en/feed.atom', 'application/atom+xml; charset=utf-8', true],
    ['/en/issues.ics', 'text/calendar; charset=utf-8', true],
    ['/sitemap.xml', 'application/xml; charset=utf-8', false],
    ['/a.css', 'text/css; charset=utf-8', false],
  ];
  for (const [path, type, isTold] of cases) assert.deepEqual(headersToTell({ path, headers: ['Content-Type', type] }), isTold ? ['Content-Type', type] : [], path);
});

/** The rules with the spaces of their lines taken away. */
function rules(served: readonly (readonly [path: string, ...headers: readonly string[]])[]): readonly string[] {
  return headersFile(served.map(([path, ...headers]) => ({ path, headers }))).split('\n').filter((line) => line !== '').map((line) => line.trim());
}

test('a folder at the top has one rule, and an address in it that differs says only how', () => {
  const cases: readonly (readonly [served: Parameters<typeof rules>[0], expected: readonly string[]])[] = [
    [[['/', 'A', '1']], ['/', 'A: 1']],
    [[['/en', 'A', '1'], ['/en/news', 'A', '1'], ['/en/news/a', 'A', '1']], ['/en', 'A: 1', '/en/*', 'A: 1']],
    [[['/assets/a.js', 'A', '1', 'B', '2'], ['/assets/b.js', 'A', '1', 'B', '2']], ['/assets/*', 'A: 1', 'B: 2']],
    // Feeds are few among pages; their rules come last of all.
    [
      [['/en/feed.atom', 'A', '2', 'C', '3'], ['/en/news', 'A', '1'], ['/en/news/a', 'A', '1'], ['/ja', 'A', '1']],
      ['/en/*', 'A: 1', '/ja', 'A: 1', '/en/feed.atom', '! A', 'A: 2', 'C: 3'],
    ],
    [[['/favicon.svg', 'A', '2'], ['/', 'A', '1']], ['/', 'A: 1', '/favicon.svg', 'A: 2']],
  ];
  for (const [served, expected] of cases) assert.deepEqual(rules(served), expected);
});

test('the entrance leads to the Original and names every language, whatever the name of the site', () => {
  assert.equal(redirectsFile([]), '/ /zh-hans 302\n');
  const page = entrancePage('<示例> & "园区"', 'https://news.example.cn');
  assert.match(page, /<title>&#60;示例&#62; &#38; &#34;园区&#34;<\/title>/);
  assert.match(page, /content="0; url=\/zh-hans"/);
  assert.match(page, /<link rel="canonical" href="https:\/\/news\.example\.cn\/zh-hans">/);
  for (const tag of ['zh-Hans', 'zh-Hant', 'en', 'ja']) assert.ok(page.includes(`href="/${tag.toLowerCase()}" lang="${tag}"`), tag);
  assert.doesNotMatch(page, /<script|<style|style=/);
});

test('an old address leads on by a rule, and by a page where rules are not read', () => {
  assert.equal(redirectsFile([{ from: '/en/old', to: '/en/about' }, { from: '/ja/old', to: '/ja/about' }]), '/ /zh-hans 302\n/en/old /en/about 301\n/ja/old /ja/about 301\n');
  const page = movedPage({ kind: 'page', locale: 'zh-hant', slug: 'about' }, 'https://news.example.cn');
  for (const part of ['<html lang="zh-Hant">', 'content="0; url=/zh-hant/about"', '<link rel="canonical" href="https://news.example.cn/zh-hant/about">', '<a href="/zh-hant/about">']) assert.ok(page.includes(part), part);
});
