import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import type { HijackRule } from './finding';
import { hiddenElements } from './hidden-elements';
import { linkStuffing } from './link-stuffing';
import { certainEnough } from './scan';

function without(rule: HijackRule, text: string): string {
  const sure = rule.find(text, {}).filter(({ confidence, repair }) => confidence >= certainEnough && repair === '');
  return sure.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text);
}

const spam = '<a href="http://www.yabo188.com/">亚博体育官网</a>';

test('what is hidden and advertises is taken out, with what it holds', () => {
  for (const open of [
    '<div style="display:none">', "<div style='display: none;'>", '<p style="position:absolute; left:-9999px">', '<span style="font-size:0">', '<div style="height:1px;overflow:hidden">', '<section hidden>', '<marquee width="1" height="1">', '<div style="text-indent:-999em"><div>',
  ]) {
    const close = open.startsWith('<div style="text-indent') ? '</div></div>' : `</${/^<(\w+)/.exec(open)?.[1] ?? ''}>`;
    assert.equal(without(hiddenElements, `<p>甲</p>${open}${spam}${close}<p>乙</p>`), '<p>甲</p><p>乙</p>', open);
  }
  const links = '<a href="http://a.com">一</a><a href="http://b.com">二</a><a href="http://c.com">三</a>';
  assert.equal(without(hiddenElements, `<div style="display:none">${links}</div>`), '');
});

test('honest hiding stays', () => {
  for (const text of [
    '<div style="display:none">菜单</div>', '<div id="tab2" style="display:none"><a href="/a">甲</a><a href="/b">乙</a><a href="/c">丙</a></div>',
    '<div style="display:none"><a href="http://www.a.gov.cn">甲</a><a href="http://www.b.gov.cn">乙</a><a href="http://www.c.gov.cn">丙</a></div>', `<div>${spam}</div>`, '<div style="opacity:0.8">亚博体育官网</div>', '<img width="1" height="1">',
  ]) assert.equal(without(hiddenElements, text), text);
});

test('rows of spam links are taken out, in HTML and in Markdown', () => {
  for (const row of [`${spam} | ${spam}、${spam}`, `<li>${spam}</li><li>${spam}</li>`.slice(4, -5), '[亚博体育](http://yabo188.com) [必威官网](http://a.cn/b)', '[甲](http://777bet.vip/) · [乙](http://vns8812.com/)']) {
    assert.equal(without(linkStuffing, `前${row}后`), '前后', row);
  }
});

test('honest rows of links stay', () => {
  for (const text of [
    '[年度报告](https://www.example.gov.cn/a) [公开目录](https://www.example.gov.cn/b)', '[新华网](http://www.xinhuanet.com) [人民网](http://www.people.com.cn) [央视网](http://www.cctv.com)', '见[公告](http://www.example.com/a)。', '![图](http://yabo188.com/a.jpg)', '[甲](/a) [乙](/b) [丙](/c)',
  ]) assert.equal(without(linkStuffing, text), text);
});

test('hostile pages take no longer than their length', () => {
  const spent = processorTimeOf(() => {
    for (const text of ['<div style="display:none">'.repeat(3000), '<a href="http://a.com">'.repeat(10_000), '[a](http://a.com'.repeat(10_000), `<a href="http://a.com">${'x<b>'.repeat(20_000)}`]) {
      hiddenElements.find(text, {});
      linkStuffing.find(text, {});
    }
  });
  assert.ok(spent < 3000, `${spent} ms`);
});
