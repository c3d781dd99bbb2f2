import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { articleText, issueFolder, makeContent, sampleFiles, tinyPicture, type Files } from '@/lib/content/fixtures/sample-content';
import type { Desk } from '@/lib/desk/command';
import { runDesk } from '@/lib/desk/desk';
import { readEnvironment } from '@/lib/environment';
import { countPages } from './printed-pages';
import { estimatePages } from './estimate';
import { proofCommand } from './proof';

const at = (name: string): string => `${issueFolder}/${name}`;
const files: Files = {
  ...sampleFiles,
  [at('index.md')]: '---\nnumber: 5\ntotal: 99\ntitle: 专号\n---\n',
  [at('yi.md')]: articleText({ title: '第一篇 <b>&', kicker: '引题', authors: '[甲, 乙]', order: '2', cover: '{ image: tu.png, alt: 一个点 }' }, '第一段，见[关于](/zh-hans/about)、[别处](https://example.com/a)、[哪里](/zh-hans/nowhere)和[^1]。\n\n<script>alert(1)</script>\n\n![](mei.png)\n\n[^1]: 注文。\n'),
  [at('yi.en.md')]: '---\ntitle: The first\ntranslation: machine\n---\n\nText.\n',
  [at('er.md')]: articleText({ title: '第二篇', column: '副刊', published: '2999-01-01 09:00' }, '正文。[^1]\n\n[^1]: 注文。\n'),
  [at('san.md')]: articleText({ title: '第三篇', order: '1', status: 'draft' }),
  [at('si.md')]: '---\ntitle: [没有写完\n---\n\n读不出来的正文。\n',
  [at('wu.md')]: articleText({ title: '第五篇', published: '2023-02-03 25:00', colum: '要闻', column: undefined }, '有错误也读得到的正文。\n'),
  [at('liu.md')]: articleText({ title: '第六篇', status: 'withdrawn', withdrawal: '{ date: 2023-02-04, reason: 需要核实 }' }, '撤回的正文。\n'),
  [at('qi.en.md')]: '---\ntitle: An orphan\n---\n\nText.\n',
  [at('ba.md')]: articleText({ title: '第八篇', column: '副刊' }),
  [at('xian.png')]: tinyPicture,
  [at('huai.png')]: Buffer.from('no picture'),
};

interface Made {
  readonly code: number;
  readonly said: string;
  readonly html: string;
  readonly folder: string;
  run(...line: readonly string[]): Promise<{ readonly code: number; readonly said: string }>;
}

async function make(context: TestContext, content: Files = files): Promise<Made> {
  const places = await makeContent(context, content);
  const folder = path.dirname(places.content);
  const run: Made['run'] = async (...line) => {
    let said = '';
    const tell = (text: string): void => void (said += text);
    const desk: Desk = { environment: { ...readEnvironment({}), ...places }, folder, out: tell, err: tell, isColoured: { out: false, err: false }, readStandardInput: async () => Buffer.alloc(0) };
    return { code: await runDesk(['proof', ...line, '--estimate'], [proofCommand], desk), said };
  };
  const { code, said } = await run('zhoukan/2023-02-03');
  return { code, said, html: await fs.readFile(path.join(folder, 'zhoukan-2023-02-03-proof.html'), 'utf8'), folder, run };
}

/** The words of a part of the page. */
function wordsOf(html: string): string {
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

function sectionOf(html: string, slug: string): string {
  return new RegExp(`<section class="article" id="${slug}">[^]*?</section>(?=\\s*(?:<section|</main))`).exec(html)?.[0] ?? '';
}

test('every article is in the proof, in the order of the columns, broken ones last', async (context) => {
  const { code, said, html } = await make(context);
  assert.equal(code, 1);
  assert.match(said, /proof\.html：8 篇，错误 \d+，提醒 \d+。 \/ 8 articles/);
  assert.deepEqual([...html.matchAll(/<section class="article" id="([^"]+)"/g)].map(([, slug]) => slug), ['san', 'yi', 'liu', 'ba', 'er', 'wu', 'qi', 'si']);
  assert.match(wordsOf(html), /《示例周刊》2023年2月3日校样.*第5期 总第99期 专号/);
});

const shown: readonly (readonly [slug: string, ...words: RegExp[]])[] = [
  ['yi', /引题 第一篇 &#60;b&#62;&#38; .*要闻 有错误，登不出来 has errors, cannot go out 2023-02-03 10:20/, /作者 Authors : 甲、乙/, /English 有 there 机器译文 machine The first/, /日本語 缺 missing/, /tu\.png 题图 cover 1 × 1 1 KB 替代文字 Alt : 一个点/, /mei\.png 正文 in the text 找不到或打不开 missing or broken 没有替代文字/],
  ['yi', /第 11 行 line \/zh-hans\/about 通 resolves/, /https:\/\/example\.com\/a 别的网站，没有访问/, /\/zh-hans\/nowhere 不通 broken/, /yi\.md:11:\d+ 提醒 \/ warning broken-link/, /注文/],
  ['er', /定时发布 scheduled 2999-01-01 09:00/, /正文。/],
  ['san', /草稿 draft/],
  ['ba', /副刊 已发布 published 2023-02-03 10:20/],
  ['wu', /有错误，登不出来/, /wu\.md:3:\d+ 错误 \/ error bad-time .* → /, /有错误也读得到的正文。/],
  ['si', /有错误，登不出来/, /si\.md:\d+:\d+ 错误 \/ error yaml-syntax/, /文件读不出来/],
  ['liu', /已撤回 withdrawn/, /撤回原因 Withdrawn because : 需要核实/, /正文不登出来/],
  ['qi', /translation-without-original/, /English 有错误/],
];

for (const [slug, ...expected] of shown) {
  test(`the article ${slug} is shown with all that is known of it: ${expected.length} facts`, async (context) => {
    const words = wordsOf(sectionOf((await make(context)).html, slug));
    for (const pattern of expected) assert.match(words, pattern);
  });
}

test('the file holds everything, runs nothing, and keeps the notes of its articles apart', async (context) => {
  const { html } = await make(context);
  assert.match(html, /http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; img-src data:;/);
  assert.deepEqual([...html.matchAll(/\ssrc="([^"]{0,12})/g)].filter(([, address = '']) => !address.startsWith('data:image/')), []);
  assert.doesNotMatch(html, /<script|<link|alert\(1\)<\/script|撤回的正文/);
  const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  for (const [, target = ''] of html.matchAll(/\shref="#([^"]+)"/g)) assert.ok(ids.includes(target), target);
  assert.match(html, /href="http:\/\/localhost:3000\/zh-hans\/about"/);
});

test('files that are no article’s are told too: pictures nobody shows, and what is wrong with them', async (context) => {
  const words = wordsOf((await make(context)).html);
  assert.match(words, /huai\.png:1:1 错误 \/ error image-broken/);
  assert.match(words, /没有用到的图片 Pictures that nothing shows : huai\.png、xian\.png/);
  assert.match(words, /页数是估算的：没有要求印。/);
});

test('an issue without fault is 0; a proof is written over; anything else is not', async (context) => {
  const { code, folder, run } = await make(context, sampleFiles);
  assert.equal(code, 0);
  assert.equal((await run('zhoukan/2023-02-03')).code, 0, 'its own');
  await fs.writeFile(path.join(folder, 'mine.html'), 'mine');
  const refused = await run('zhoukan/2023-02-03', '--out', 'mine.html');
  assert.deepEqual([refused.code, /不是校样.*--force/.test(refused.said), await fs.readFile(path.join(folder, 'mine.html'), 'utf8')], [2, true, 'mine']);
  assert.equal((await run('zhoukan/2023-02-03', '--out', 'mine.html', '--force')).code, 0);
  assert.match((await run('zhoukan/2023-02-03', '--out', 'content/a.html')).said, /不要放进内容文件夹/);
  assert.match((await run('zhoukan/2023-02-04')).said, /没有这一期/);
  assert.match((await run('zhoukan')).said, /写成 刊名\/日期/);
});

test('pages are estimated by words and pictures, and counted in a PDF', async () => {
  const picture = (use: 'cover' | 'body') => ({ name: 'a', use, alt: '', caption: undefined, credit: undefined, found: { name: 'a', width: 800, height: 800, size: 1, data: '' } });
  assert.equal(estimatePages({ lines: ['一段。'], pictures: [] }), 1);
  assert.equal(estimatePages({ lines: Array.from({ length: 40 }, () => '字'.repeat(80)), pictures: [] }), 3);
  assert.equal(estimatePages({ lines: [], pictures: [picture('body'), picture('body')] }), 2);
  assert.equal(estimatePages({ lines: [], pictures: [picture('cover'), picture('cover')] }), 1);
  assert.equal(countPages(Buffer.from('<</Type /Pages /Count 2>> <</Type /Page\n/Parent 1 0 R>> <</Type/Page/Parent 1 0 R>>')), 2);
});
