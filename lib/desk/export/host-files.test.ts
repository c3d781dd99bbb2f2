import assert from 'node:assert/strict';
import { test } from 'node:test';
import { entrancePage, headersFile, headersToTell, redirectsFile } from './host-files';

test('a host is told what it does not know by itself', () => {
  const sent = ['Content-Type', 'text/html; charset=utf-8', 'Content-Length', '9', 'ETag', '"a"', 'Vary', 'Accept-Encoding', 'Cache-Control', 'public', 'X-Content-Type-Options', 'nosniff'];
  assert.deepEqual(headersToTell({ path: '/en', headers: sent }), ['Cache-Control', 'public', 'X-Content-Type-Options', 'nosniff']);
  const cases: readonly (readonly [path: string, type: string, isTold: boolean])[] = [
    ['/speculation-rules.json', 'application/speculationrules+json', true],
    ['/data.json', 'application/json', false],
    ['/en/feed.xml', 'application/atom+xml; charset=utf-8', true],
    ['/sitemap.xml', 'application/xml; charset=utf-8', false],
    ['/a.css', 'text/css; charset=utf-8', false],
  ];
  for (const [path, type, isTold] of cases) assert.deepEqual(headersToTell({ path, headers: ['Content-Type', type] }), isTold ? ['Content-Type', type] : [], path);
});

/** Path patterns and values of the rules, in order. */
function rules(served: readonly (readonly [path: string, value: string])[]): readonly string[] {
  const text = headersFile(served.map(([path, value]) => ({ path, headers: ['Cache-Control', value] })));
  return text.split('\n').filter((line) => line !== '').map((line) => line.replace('  Cache-Control: ', '= '));
}

test('rules of one value take a folder together, and different values never meet', () => {
  const cases: readonly (readonly [served: readonly (readonly [string, string])[], expected: readonly string[]])[] = [
    [[['/', 'no']], ['/', '= no']],
    [[['/en', 'p'], ['/en/news', 'p'], ['/en/news/a', 'p']], ['/en', '= p', '/en/*', '= p']],
    [[['/assets/a.js', 'i'], ['/assets/b.js', 'i']], ['/assets/*', '= i']],
    // One file that is different keeps its folder, and every folder above, from having one rule.
    [[['/en', 'p'], ['/en/feed.xml', 'f'], ['/en/news', 'p'], ['/en/news/a', 'p']], ['/en', '= p', '/en/', '= p', '/en/feed.xml', '= f', '/en/news', '= p', '/en/news/*', '= p']],
    [[['/', 'no'], ['/favicon.svg', 'f'], ['/ja', 'p']], ['/', '= no', '/favicon.svg', '= f', '/ja', '= p']],
  ];
  for (const [served, expected] of cases) assert.deepEqual(rules(served), expected);
});

test('the entrance leads to the Original and names every language, whatever the name of the site', () => {
  assert.equal(redirectsFile, '/ /zh-hans 302\n');
  const page = entrancePage('<示例> & "园区"', 'https://news.example.cn');
  assert.match(page, /<title>&#60;示例&#62; &#38; &#34;园区&#34;<\/title>/);
  assert.match(page, /content="0; url=\/zh-hans"/);
  assert.match(page, /<link rel="canonical" href="https:\/\/news\.example\.cn\/zh-hans">/);
  for (const tag of ['zh-Hans', 'zh-Hant', 'en', 'ja']) assert.ok(page.includes(`href="/${tag.toLowerCase()}" lang="${tag}"`), tag);
  assert.doesNotMatch(page, /<script|<style|style=/);
});
