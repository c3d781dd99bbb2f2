import assert from 'node:assert/strict';
import path from 'node:path';
import { test } from 'node:test';
import { readEnvironment, requirePublic } from './environment';

test('without any variable the portal runs for this machine alone', () => {
  assert.deepEqual(readEnvironment({}), {
    port: 3000,
    origin: 'http://localhost:3000',
    content: path.resolve('content'),
    data: path.resolve('.portal'),
    host: '127.0.0.1',
    shelf: 64 * 1024 * 1024,
    proxies: 0,
    log: 'requests',
    cards: true,
  });
});

const taken: readonly (readonly [name: string, value: string, key: string, read: unknown])[] = [
  ['PORT', '8080', 'origin', 'http://localhost:8080'],
  ['PORT', '0', 'port', 0],
  ['PORTAL_ORIGIN', 'https://News.Example.cn/', 'origin', 'https://news.example.cn'],
  ['PORTAL_ORIGIN', 'http://10.0.0.1:8080', 'origin', 'http://10.0.0.1:8080'],
  ['HOST', '0.0.0.0', 'host', '0.0.0.0'],
  ['HOST', '::', 'host', '::'],
  ['PORTAL_SHELF', '16', 'shelf', 16 * 1024 * 1024],
  ['PORTAL_PROXIES', '2', 'proxies', 2],
  ['PORTAL_LOG', 'problems', 'log', 'problems'],
  ['PORTAL_CARDS', 'no', 'cards', false],
  ['DATABASE_URL', 'postgres://a:b@c/d', 'database', 'postgres://a:b@c/d'],
  ['PORTAL_DATA', '/var/lib/portal', 'data', '/var/lib/portal'],
  ['PORTAL_PREVIEW', 'yes', 'isPreview', true],
];

for (const [name, value, key, read] of taken) {
  test(`${name}=${value} is taken`, () => {
    assert.equal(new Map<string, unknown>(Object.entries(readEnvironment({ [name]: value }))).get(key), read);
  });
}

const refused: readonly (readonly [name: string, value: string])[] = [
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '80a'],
  ['PORTAL_ORIGIN', 'news.example.cn'],
  ['PORTAL_ORIGIN', 'https://news.example.cn/portal'],
  ['PORTAL_ORIGIN', 'ftp://news.example.cn'],
  ['PORTAL_ORIGIN', 'https://user@news.example.cn'],
  ['HOST', 'news.example.cn'],
  ['PORTAL_SHELF', '0'],
  ['PORTAL_SHELF', '1.5'],
  ['PORTAL_PROXIES', '10'],
  ['PORTAL_LOG', 'all'],
  ['PORTAL_CARDS', 'maybe'],
  ['PORTAL_PREVIEW', '1'],
];

for (const [name, value] of refused) {
  test(`${name}=${value} is refused, and the message names both`, () => {
    assert.throws(() => readEnvironment({ [name]: value }), (error) => error instanceof Error && error.message.includes(name) && error.message.includes(value));
  });
}

test('a wrong DATABASE_URL is refused without showing the password', () => {
  assert.throws(() => readEnvironment({ DATABASE_URL: 'mysql://a:secret@b/c' }), (error) => error instanceof Error && /DATABASE_URL/.test(error.message) && !error.message.includes('secret'));
});

test('what is for readers refuses the settings of a preview', () => {
  const ours = readEnvironment({});
  assert.equal(requirePublic(ours), ours);
  assert.throws(() => requirePublic(readEnvironment({ PORTAL_PREVIEW: 'yes' })), /PORTAL_PREVIEW/);
});
