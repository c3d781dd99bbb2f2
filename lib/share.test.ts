import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shareLinks, type ShareService } from './share';

const address = 'https://news.example.cn/zh-hans/news/periodicals/shili/2031-05-02/kai-fang';
const title = "“敢闯” & 50% + more? #1 (it's)";
const summary = '摘要 summary';
const links = new Map(shareLinks({ address, title, summary }).map(({ service, href }) => [service, href]));

/** Where each service's page lives, and which of its fields hold what: read back the way the service reads it. */
const services: readonly [ShareService, string, Record<string, string>][] = [
  ['weibo', 'https://service.weibo.com/share/share.php', { url: address, title }],
  ['qq', 'https://connect.qq.com/widget/shareqq/index.html', { url: address, title, summary }],
  ['qzone', 'https://sns.qzone.qq.com/cgi-bin/qzshare/cgi_qzshare_onekey', { url: address, title, summary }],
  ['x', 'https://x.com/intent/post', { text: title, url: address }],
  ['facebook', 'https://www.facebook.com/sharer/sharer.php', { u: address }],
  ['line', 'https://social-plugins.line.me/lineit/share', { url: address, text: title }],
  ['email', 'mailto:', { subject: title, body: `${title}\r\n\r\n${summary}\r\n\r\n${address}` }],
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

test('what is not given is not sent', () => {
  const hrefs = shareLinks({ address, title }).map(({ href }) => href);
  assert.equal(hrefs.filter((href) => /summary/.test(href)).length, 0);
  assert.equal(new URL(hrefs.at(-1) ?? '').searchParams.get('body'), `${title}\r\n\r\n${address}`);
});

test('a long summary is cut between characters, and half a character does no harm', () => {
  const [, qq = ''] = shareLinks({ address, title: '\ud83d', summary: '𠮷'.repeat(101) }).map(({ href }) => href);
  const { searchParams } = new URL(qq);
  assert.equal(searchParams.get('summary'), `${'𠮷'.repeat(99)}…`);
  assert.equal(searchParams.get('title'), '\ufffd');
});

test('a mail link of Han characters stays below what mail programs take', () => {
  const href = shareLinks({ address, title: '题'.repeat(50), summary: '要'.repeat(500) }).at(-1)?.href ?? '';
  assert.ok(href.length < 2083, `${href.length} characters`);
});
