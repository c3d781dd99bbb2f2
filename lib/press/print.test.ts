import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { makePrint, type PrintFacts } from './print';

const facts: PrintFacts = { body: Buffer.from('<p>今园区周刊</p>'.repeat(100)), type: 'text/html; charset=utf-8', lifetime: 'public, max-age=0', headers: ['X-One', '1'], effort: 'page' };

function asObject(headers: readonly string[]): Record<string, string> {
  return Object.fromEntries(headers.flatMap((name, place) => (place % 2 === 0 ? [[name, headers[place + 1] ?? '']] : [])));
}

test('a page comes in three codings that hold the same words', async () => {
  const print = await makePrint(facts);
  assert.deepEqual(brotliDecompressSync(print.in('br').body), facts.body);
  assert.deepEqual(gunzipSync(print.in('gzip').body), facts.body);
  assert.deepEqual(print.in('identity').body, facts.body);
  for (const coding of ['br', 'gzip', 'identity'] as const) {
    const { body, headers } = print.in(coding);
    const expected = { 'Content-Type': facts.type, 'Content-Length': String(body.length), ETag: print.etag, 'Cache-Control': facts.lifetime, Vary: 'Accept-Encoding', 'X-One': '1' };
    assert.deepEqual(asObject(headers), coding === 'identity' ? expected : { ...expected, 'Content-Encoding': coding });
  }
  assert.deepEqual(asObject(print.unchanged), { ETag: print.etag, 'Cache-Control': facts.lifetime, Vary: 'Accept-Encoding', 'X-One': '1' });
});

test('the ETag is that of the words: the same for the same, another for others', async () => {
  const [one, same, other] = await Promise.all([makePrint(facts), makePrint({ ...facts, effort: 'file' }), makePrint({ ...facts, body: Buffer.from('<p>x</p>') })]);
  assert.match(one.etag, /^W\/"[\w-]{22}"$/);
  assert.equal(one.etag, same.etag);
  assert.notEqual(one.etag, other.etag);
});

test('a picture is sent as it is to everyone', async () => {
  const body = Buffer.alloc(5_000, 7);
  const print = await makePrint({ ...facts, body, type: 'image/png' });
  assert.deepEqual(print.in('br').body, body);
  assert.equal(asObject(print.in('br').headers)['Content-Encoding'], undefined);
  assert.equal(asObject(print.in('br').headers)['Vary'], undefined);
});

test('a header that would end its line makes no page', async () => {
  await assert.rejects(makePrint({ ...facts, headers: ['X-One', '1\r\nX-Two: 2'] }), /Invalid character/);
  await assert.rejects(makePrint({ ...facts, headers: ['X One', '1'] }), /must be a valid HTTP token/);
});
