/** Bodies as the portal renders them, in the dress of an e-book and of plain text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { renderMarkdown } from '@/lib/content/markdown';
import { bodyBlocks } from './body-text';
import { writeBody } from './xhtml';

const source = [
  '甲**乙**[网](/zh-hans/about)，见[小结](#（小结）)[^1]。',
  '',
  '## （小结）',
  '',
  '- 一',
  '  - 二',
  '',
  '3. 三',
  '4. 四',
  '',
  '| 项 | 数 |',
  '| --- | ---: |',
  '| 椅 & 凳 | 40 |',
  '',
  '> 引文',
  '',
  '```',
  'a <b>',
  '  c',
  '```',
  '',
  '[^1]: 注<一>',
].join('\n');
const html = renderMarkdown(source, { locale: 'zh-hans' }).html;
const surroundings = { picture: () => undefined, link: (href: string) => `https://news.example.cn${href}` };

test('XHTML names things as XML allows, and every link within it finds its end', () => {
  const written = writeBody(html, surroundings);
  const ids = [...written.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  assert.ok(ids.length >= 4);
  for (const id of ids) assert.match(id, /^b\d+$/);
  for (const [, target = ''] of written.matchAll(/(?: href="#| aria-labelledby="| aria-describedby=")([^"]*)"/g)) assert.ok(ids.includes(target), target);
  assert.match(written, /href="https:\/\/news\.example\.cn\/zh-hans\/about"/);
  assert.match(written, /epub:type="noteref"/);
  assert.match(written, /<li id="b\d+" epub:type="footnote">/);
  assert.match(written, /椅 &amp; 凳/);
  assert.match(written, /注/);
  assert.doesNotMatch(written, /tabindex|<br>|<hr>|<img[^>]*[^/]>/);
});

test('plain text keeps the order, the marks and the notes, and loses the tags', () => {
  assert.deepEqual(bodyBlocks(html), ['甲乙网，见小结[1]。', '（小结）', '- 一\n  - 二', '3. 三\n4. 四', '项 | 数\n椅 & 凳 | 40', '> 引文', 'a <b>\n  c', '注释', '[1] 注<一>']);
});

test('a picture is told by what it shows, its caption and its credit', () => {
  assert.deepEqual(bodyBlocks('<figure><img src="/media/a/b" alt="木书架"><figcaption>首批图书 / <span class="credit">王示例 摄</span></figcaption></figure>'), ['[木书架] 首批图书 / 王示例 摄']);
});

test('readings follow their words in brackets where there is nothing above them, and stand above them in an e-book', () => {
  const { html: read } = renderMarkdown('{汉字|hàn zì}和{今日|こん|にち}。', { locale: 'zh-hans' });
  assert.deepEqual(bodyBlocks(read), ['汉字（hàn zì）和今（こん）日（にち）。']);
  assert.match(writeBody(read, surroundings), /^<p><ruby>汉字<rp>（<\/rp><rt>hàn zì<\/rt><rp>）<\/rp><\/ruby>和/);
});
