import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '@/lib/root.mjs';
import { clean } from '../cleaning';
import { decode } from '../decode';
import { findDestination } from '../destination';
import { noFacts, textOf, type Facts, type Manuscript } from '../manuscript';
import { readPage } from './read-page';

const folder = path.join(root, 'lib/desk/fixtures/pages');
const names = fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
const shelf = { place: '示例园区', periodicals: [{ slug: 'weekly', title: '今园区周刊', columns: ['今园区', '民生'] }] };

interface Wanted extends Partial<Omit<Facts, 'source'>> {
  readonly source?: string;
  readonly body: readonly string[];
}

function read(name: string): { readonly got: Manuscript; readonly wanted: Wanted } {
  const got = clean(readPage(decode(fs.readFileSync(path.join(folder, name))).text), { place: shelf.place, misprints: [] });
  const wanted = JSON.parse(fs.readFileSync(path.join(folder, name.replace(/html$/, 'json')), 'utf8')) as Wanted;
  return { got, wanted };
}

/** The share of the reference's characters that stand in the text in the same order. */
function likeness(text: string, reference: string): number {
  let above = new Uint16Array(text.length + 1);
  for (const character of reference) {
    const row = new Uint16Array(text.length + 1);
    for (let at = 1; at <= text.length; at++) row[at] = text[at - 1] === character ? (above[at - 1] ?? 0) + 1 : Math.max(above[at] ?? 0, row[at - 1] ?? 0);
    above = row;
  }
  return (above[text.length] ?? 0) / Math.max(reference.length, text.length);
}

test('there are pages of at least eight layouts that show headline, date, source and column', () => {
  const whole = names.filter((name) => {
    const { title, published, source, column } = read(name).wanted;
    return [title, published, source, column].every((fact) => fact !== undefined);
  });
  assert.ok(whole.length >= 8, whole.join(', '));
});

for (const name of names) {
  test(`${name}: every fact exact, the body as the reference`, () => {
    const { got, wanted } = read(name);
    const { title, kicker, published, source, authors, newspaper, keywords } = got.facts;
    assert.deepEqual(
      { title, kicker, published, source: source?.name, authors, newspaper, keywords },
      { title: wanted.title, kicker: wanted.kicker, published: wanted.published, source: wanted.source, authors: wanted.authors ?? [], newspaper: wanted.newspaper, keywords: wanted.keywords ?? [] },
    );
    if (wanted.column !== undefined) {
      const destination = findDestination(got.facts, {}, shelf);
      assert.ok('slug' in destination, JSON.stringify(destination));
      assert.deepEqual([destination.periodical, destination.column, destination.issue], ['weekly', wanted.column, wanted.published?.slice(0, 10)]);
    }
    const body = got.blocks.map(textOf).join('\n');
    assert.ok(likeness(body, wanted.body.join('\n')) >= 0.98, `${likeness(body, wanted.body.join('\n'))}\n${body}`);
  });
}

test('all that is left out is told', () => {
  const { got } = read('trs-editor.html');
  const dropped = got.notes.filter(({ kind }) => kind === 'dropped').map(({ text }) => text ?? '').join('\n');
  for (const words of ['返回管委会首页', '政务公开', '分享到', '打印此页', '主办单位']) assert.ok(dropped.includes(words), words);
  assert.ok(got.notes.some(({ kind, text }) => kind === 'doubt' && text === '王编辑'), 'an Author tag is not taken for the author');
});

test('what readers cannot see is not read, and links keep their addresses', () => {
  const page = (body: string): Manuscript => clean(readPage(`<html><head><base href="https://www.example.gov.cn/a/"><title>标题甲乙丙</title></head><body><h1>标题甲乙丙</h1><div class="article-content">${body}</div></body></html>`), { misprints: [] });
  const long = '<p>园区召开会议，部署全年工作，强调抓好落实，确保完成目标。</p>';
  const cases: readonly (readonly [body: string, texts: readonly string[]])[] = [
    [`${long}<p style="display:none">看不见</p><script>甲</script><style>乙</style><!-- 丙 -->`, ['园区召开会议，部署全年工作，强调抓好落实，确保完成目标。']],
    [`${long}<p>第一行<br>第二行</p>`, ['园区召开会议，部署全年工作，强调抓好落实，确保完成目标。', '第一行\n第二行']],
    [`${long}<p>园区\n召开\n会议 and\nmore</p>`, ['园区召开会议，部署全年工作，强调抓好落实，确保完成目标。', '园区召开会议 and more']],
    [`${long}<table><tr><td>${long}</td></tr></table>`, ['园区召开会议，部署全年工作，强调抓好落实，确保完成目标。', '园区召开会议，部署全年工作，强调抓好落实，确保完成目标。']],
  ];
  for (const [body, texts] of cases) assert.deepEqual(page(body).blocks.map(textOf), texts, body);
  const [, linked] = page(`${long}<p>见<a href="../b.html">通知</a>、<a href="javascript:x()">按钮</a>、<a href="#a">锚</a></p>`).blocks;
  assert.deepEqual(linked?.kind === 'paragraph' && linked.runs.map(({ text, link }) => [text, link]), [['见', undefined], ['通知', 'https://www.example.gov.cn/b.html'], ['、按钮、锚', undefined]]);
});

test('an empty page is an empty manuscript', () => {
  assert.deepEqual(readPage('<html><body></body></html>'), { blocks: [], facts: noFacts, notes: [] });
});
