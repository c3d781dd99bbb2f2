import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { TooBusy, type Handler } from './composing';
import { openSearching, type Search } from './searching';

const origin = 'https://news.example.cn';
const inChinese = { address: { locale: 'zh-hans' }, isElder: false } as const;

/** A Next that writes down what it is asked, and answers when it is told to. */
function openDesk({ status = 200, isSlow = false } = {}): { readonly search: Search; readonly asked: string[]; readonly answerNext: () => void } {
  const asked: string[] = [];
  const held: (() => void)[] = [];
  const handler: Handler = (request, response) => {
    asked.push(request.url ?? '');
    const answer = (): void => {
      response.writeHead(status, { 'Content-Type': 'text/html; charset=utf-8' });
      response.end(`<!DOCTYPE html><html lang="zh-Hans"><head><title>搜索</title><script src="/_next/static/chunks/main.js" async=""></script></head><body><p>${request.url}</p></body></html>`);
    };
    if (isSlow) held.push(answer);
    else answer();
  };
  const search = openSearching(handler, origin, ['X-Content-Type-Options', 'nosniff'], (html) => html.replace('<html', '<html class="elder"'));
  return { search, asked, answerNext: () => held.shift()?.() };
}

test('Next is asked with the query as the portal writes it, and nothing else of the request', async () => {
  const { search, asked } = openDesk();
  for (const query of ['?q=%E6%B0%B4%E9%B8%9F&page=2', '?utm_source=x&page=2&q=%E6%B0%B4%E9%B8%9F', '?q=%E6%B0%B4%E9%B8%9F&page=2&_rsc=1', '?page=02&q=水鸟&page=3']) await search(inChinese, `/zh-hans/search${query}`, 'identity');
  await search(inChinese, '/zh-hans/search', 'identity');
  assert.deepEqual([...new Set(asked.slice(0, 3))], ['/zh-hans/search?q=%E6%B0%B4%E9%B8%9F&page=2']);
  assert.doesNotMatch(asked.join(), /utm|_rsc|[^\x21-\x7e]/);
  assert.equal(asked.at(-1), '/zh-hans/search');
});

test('the page goes out without the framework’s script, for this reader alone, in the mode of its address', async () => {
  const { search } = openDesk();
  const print = await search(inChinese, '/zh-hans/search?q=a', 'identity');
  const { headers, body } = print.in('identity');
  const html = body.toString();
  assert.doesNotMatch(html, /_next|<script/);
  assert.match(headers.join('\n'), /Cache-Control\n[^\n]*(?:private|no-store)[\s\S]*X-Content-Type-Options\nnosniff/);
  assert.doesNotMatch(html, /class="elder"/);
  assert.match((await search({ ...inChinese, isElder: true }, '/zh-hans/search?q=a', 'identity')).in('identity').body.toString(), /class="elder"/);
});

test('the page is compressed in the one coding that its reader takes', async () => {
  const { search } = openDesk();
  const plain = (await search(inChinese, '/zh-hans/search?q=a', 'identity')).in('identity').body;
  for (const [coding, open] of [['br', brotliDecompressSync], ['gzip', gunzipSync]] as const) {
    const { headers, body } = (await search(inChinese, '/zh-hans/search?q=a', coding)).in(coding);
    assert.deepEqual(open(body), plain);
    assert.match(headers.join('\n'), new RegExp(`Content-Encoding\n${coding}\n[^]*Vary\nAccept-Encoding`));
  }
});

test('one search is composed at a time, twenty wait, and the next reader is turned away at once', async () => {
  const { search, asked, answerNext } = openDesk({ isSlow: true });
  const answers = Array.from({ length: 21 }, (_, number) => search(inChinese, `/zh-hans/search?q=${number}`, 'identity'));
  await assert.rejects(search(inChinese, '/zh-hans/search?q=late', 'identity'), TooBusy);
  assert.equal(asked.length, 1);
  for (let answered = 0; answered < 21; answered++) {
    assert.equal(asked.length, answered + 1);
    answerNext();
    await wait(1);
  }
  assert.equal((await Promise.all(answers)).length, 21);
});

test('a search that fails is an error, and no page', async () => {
  await assert.rejects(openDesk({ status: 500 }).search(inChinese, '/zh-hans/search?q=a', 'identity'), /status 500/);
});
