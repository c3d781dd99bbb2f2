import assert from 'node:assert/strict';
import { test } from 'node:test';
import { elderModeWith } from './elder-mode';

const toElder = elderModeWith('/assets/elder-0123456789ab.css');
const article = '/news/periodicals/weekly/2024-01-05/one';
const page = (body: string, head = ''): string => `<!DOCTYPE html><html lang="zh-Hans"><head>${head}<title>&lt;/head> &amp; more</title></head><body>${body}</body></html>`;
const body = (html: string): string => /<body>(.*)<\/body>/s.exec(html)?.[1] ?? '';

const links: readonly (readonly [why: string, link: string, becomes: string])[] = [
  ['a page', `<a class="x" href="/zh-hans${article}">一</a>`, `<a class="x" href="/zh-hans/elder${article}">一</a>`],
  ['another language', '<a href="/en" lang="en">English</a>', '<a href="/en/elder" lang="en">English</a>'],
  ['a place on a page', '<a href="/ja/about#one">一</a>', '<a href="/ja/elder/about#one">一</a>'],
  ['a page with a query', '<a href="/en/news?from=x&amp;y=%22">一</a>', '<a href="/en/elder/news?from=x&amp;y=%22">一</a>'],
  ['a place on this page', '<a href="#content">一</a>', '<a href="#content">一</a>'],
  ['a file', `<a href="/en${article}/cite.bib">一</a>`, `<a href="/en${article}/cite.bib">一</a>`],
  ['somebody else', '<a href="https://example.com/en">一</a>', '<a href="https://example.com/en">一</a>'],
  ['words that look like a link', '<p>&lt;a href="/en"> title="&lt;"</p>', '<p>&lt;a href="/en"> title="&lt;"</p>'],
  ['a title that looks like one', '<a title=\' x\' data-x=" href=&quot;" href="/en">一</a>', '<a title=\' x\' data-x=" href=&quot;" href="/en/elder">一</a>'],
  ['the way in', `<a href="/zh-hans/elder${article}" data-action="mode">长辈版</a>`, `<a href="/zh-hans${article}" data-action="mode">标准版</a>`],
  ['the way in, in English', '<a href="/en/elder" data-action="mode">Elder mode</a>', '<a href="/en" data-action="mode">Standard mode</a>'],
];

for (const [why, link, becomes] of links) {
  test(`a link to ${why} leads where it should`, () => assert.equal(body(toElder(page(link))), becomes));
}

test('the page says what it is, keeps its canonical address, claims no languages, and is listed no more than the page', () => {
  const html = toElder(page('', '<link rel="canonical" href="https://a.cn/en"/><link rel="alternate" hrefLang="ja" href="https://a.cn/ja"/><link rel="alternate" type="application/atom+xml" href="https://a.cn/en/feed.atom"/><meta name="robots" content="noindex"/>'));
  assert.equal(
    html,
    '<!DOCTYPE html><html data-mode="elder" lang="zh-Hans"><head><link rel="canonical" href="https://a.cn/en"/><link rel="alternate" type="application/atom+xml" href="https://a.cn/en/feed.atom"/><meta name="robots" content="noindex"/><title>&lt;/head> &amp; more</title><link rel="stylesheet" href="/assets/elder-0123456789ab.css"></head><body></body></html>',
  );
  assert.doesNotMatch(toElder(page('', '<link rel="canonical" href="https://a.cn/en"/>')), /noindex/, 'robots read it, and are led to the page');
});

test('no picture is fetched before it comes into view', () => {
  const pictures = '<img src="/media/a.jpg" alt="a > b"><img src="/media/b.jpg" alt="" loading="lazy">';
  assert.equal(body(toElder(page(pictures))), '<img loading="lazy" src="/media/a.jpg" alt="a > b"><img src="/media/b.jpg" alt="" loading="lazy">');
});
