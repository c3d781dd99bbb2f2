import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareLinks, type ShareService } from './share';

const address = 'https://news.example.cn/zh-hans/news/periodicals/shili/2031-05-02/kai-fang';
const title = "“敢闯” & 50% + more? #1 (it's)";
const links = new Map(shareLinks({ address, title }).map(({ service, href }) => [service, href]));

/** Where each service's page lives, and which of its fields hold what: read back the way the service reads it. */
const services: readonly [ShareService, string, Record<string, string>][] = [
  ['weibo', 'https://service.weibo.com/share/share.php', { url: address, title }],
  ['qq', 'https://connect.qq.com/widget/shareqq/index.html', { url: address, title }],
  ['qzone', 'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', { url: address, title }],
  ['x', 'https://x.com/intent/post', { text: title, url: address }],
  ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: address }],
  ['line', 'https://social-plugins.line.me/lineit/share', { url: address, text: title }],
  ['email', 'mailto:', { subject: title, body: `${title}\r\n\r\n${address}` }],
];

for (const [service, page, fields] of services) {
  test(`${service} reads back the address and the words as they are`, () => {
    const href = links.get(service) ?? '';
    assert.equal(href.slice(0, href.indexOf('?')), page);
    assert.deepEqual(Object.fromEntries(new URL(href).searchParams), fields);
    assert.match(href, /^[\w:/.?=&%~-]+$/, 'nothing is left that another program may cut or read as markup');
    assert.ok(!href.includes('+'), 'a space is %20');
  });
}

test('every service has one link', () => {
  assert.deepEqual([...links.keys()], services.map(([service]) => service));
});

test('half a character does no harm', () => {
  const [, qq = ''] = shareLinks({ address, title: '\ud83d' }).map(({ href }) => href);
  assert.equal(new URL(qq).searchParams.get('title'), '\ufffd');
});

test('a mail link of Han characters stays below what mail programs take', () => {
  const href = shareLinks({ address, title: '题'.repeat(80) }).at(-1)?.href ?? '';
  assert.ok(href.length < 2083, `${href.length} characters`);
});
