import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wholeAddresses } from './full-text';

const url = 'https://news.example.cn/en/news/periodicals/weekly/2024-01-05/one';

const cases: readonly (readonly [why: string, html: string, whole: string])[] = [
  ['a link to a page of ours', '<a href="/en/about">x</a>', '<a href="https://news.example.cn/en/about">x</a>'],
  ['a place in the article', '<a href="#user-content-fn-1" id="user-content-fnref-1">1</a>', `<a href="${url}#user-content-fn-1" id="user-content-fnref-1">1</a>`],
  ['a picture and its copies', '<img src="/media/a/b.jpg" srcset="/media/a/b.480.webp 480w, /media/a/b.jpg 900w" alt="a > b">', '<img src="https://news.example.cn/media/a/b.jpg" srcset="https://news.example.cn/media/a/b.480.webp 480w, https://news.example.cn/media/a/b.jpg 900w" alt="a > b">'],
  ['another house', '<a href="https://example.com/" rel="noopener">x</a> <a href="//example.com/">y</a>', '<a href="https://example.com/" rel="noopener">x</a> <a href="//example.com/">y</a>'],
  ['words about addresses', '<p>write href="/x" or src="#y"</p>', '<p>write href="/x" or src="#y"</p>'],
];

for (const [why, html, whole] of cases) {
  test(`the full text is readable far from here: ${why}`, () => assert.equal(wholeAddresses(html, url), whole));
}
