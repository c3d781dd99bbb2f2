import assert from 'node:assert/strict';
import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { test } from 'node:test';
import { openAdmission } from './admission';

type Asked = readonly [method: string, url: string, headers?: Readonly<Record<string, string>>];

function requestOf([method, url, headers = {}]: Asked): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { method, url, headers: { host: 'news.example.cn', ...headers } });
}

const admit = openAdmission('https://news.example.cn', 3000);
const views = '/api/views/weekly/2024-01-05/one';

const admitted: readonly Asked[] = [
  ['GET', '/'],
  ['HEAD', '/zh-hans'],
  ['GET', '/zh-hans?from=wechat&_rsc=1', { rsc: '1', 'next-router-state-tree': 'x' }],
  ['GET', `/en/search?q=${'x'.repeat(2_000)}`],
  ['POST', views],
  ['POST', views, { 'content-length': '0' }],
  ['GET', views],
  ['GET', '/en', { host: 'News.Example.CN' }],
  ['GET', '/en', { host: 'news.example.cn:443' }],
  ['GET', '/healthz/ready', { host: '10.0.0.7:3000' }],
];

for (const asked of admitted) {
  test(`${asked[0]} ${asked[1].slice(0, 60)} ${JSON.stringify(asked[2] ?? {})} is admitted`, () => {
    assert.equal(admit(requestOf(asked)), undefined);
  });
}

const readOnly = { status: 405, allow: 'GET, HEAD' };
const refused: readonly (readonly [asked: Asked, refusal: object])[] = [
  [['GET', `/${'x'.repeat(2_048)}`], { status: 414 }],
  [['GET', 'http://news.example.cn/zh-hans'], { status: 400 }],
  [['GET', 'news.example.cn:443'], { status: 400 }],
  [['GET', '*'], { status: 400 }],
  [['GET', ''], { status: 400 }],
  [['GET', '//evil.example/zh-hans/'], { status: 400 }],
  [['GET', '/\\evil.example/zh-hans/'], { status: 400 }],
  [['GET', '/en', { host: 'evil.example' }], { status: 421 }],
  [['GET', '/en', { host: 'news.example.cn.evil.example' }], { status: 421 }],
  [['GET', '/en', { host: 'news.example.cn:3000' }], { status: 421 }],
  [['GET', '/en', { host: 'localhost:3000' }], { status: 421 }],
  [['GET', '/en', { host: '' }], { status: 421 }],
  [['GET', '/healthz/../en', { host: 'evil.example' }], { status: 421 }],
  [['POST', '/zh-hans'], readOnly],
  [['PUT', '/zh-hans'], readOnly],
  [['DELETE', '/'], readOnly],
  [['TRACE', '/'], readOnly],
  [['OPTIONS', '/zh-hans'], readOnly],
  [['PROPFIND', '/zh-hans'], readOnly],
  [['POST', '/api/viewsx'], readOnly],
  [['DELETE', views], { status: 405, allow: 'GET, HEAD, POST' }],
  [['GET', '/en', { upgrade: 'websocket' }], { status: 400 }],
  [['POST', '/en', { 'next-action': 'x' }], readOnly],
  [['GET', '/en', { 'next-action': 'x' }], { status: 400 }],
  [['POST', views, { 'content-length': '10' }], { status: 413 }],
  [['POST', views, { 'transfer-encoding': 'chunked' }], { status: 413 }],
  [['GET', '/en', { 'content-length': '1' }], { status: 413 }],
];

for (const [asked, refusal] of refused) {
  test(`${asked[0]} ${asked[1].slice(0, 60)} ${JSON.stringify(asked[2] ?? {})} is refused`, () => {
    assert.deepEqual(admit(requestOf(asked)), refusal);
  });
}

test('on this machine alone, all its names are ours, at the port we listen at', () => {
  const atHome = openAdmission('http://localhost:3000', 3000);
  for (const host of ['localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST:3000']) assert.equal(atHome(requestOf(['GET', '/en', { host }])), undefined, host);
  for (const host of ['localhost', 'localhost:3001', '127.0.0.2:3000', 'example.com:3000']) assert.equal(atHome(requestOf(['GET', '/en', { host }]))?.status, 421, host);
  assert.equal(openAdmission('http://localhost:80', 80)(requestOf(['GET', '/en', { host: '127.0.0.1' }])), undefined);
});
