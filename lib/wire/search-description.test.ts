import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locales } from '@/lib/locale/locales';
import { writeSearchDescription } from './search-description';

const origin = 'https://news.example.cn';
const site = { name: '新闻中心', organisation: '示例管理委员会' };

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

const signs: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' };
const plain = (text: string): string => text.replace(/&(\w+);/g, (_, name: string) => signs[name] ?? assert.fail(`an entity XML does not know: ${name}`));

/** Reads the document strictly: what is not a declaration, the root or an element directly in it, well-formed, fails. */
function parse(xml: string): readonly Element[] {
  const [, inside] = /^<\?xml version="1\.0" encoding="utf-8"\?>\n<OpenSearchDescription xmlns="http:\/\/a9\.com\/-\/spec\/opensearch\/1\.1\/">([^]*)<\/OpenSearchDescription>\n$/.exec(xml) ?? assert.fail('no OpenSearch description');
  const elements: Element[] = [];
  const rest = (inside ?? '').replace(/<(\w+)((?: \w+="[^"<]*")*)(?:\/>|>([^<]*)<\/\1>)/g, (_, name: string, attributes: string, text = '') => {
    const named = [...attributes.matchAll(/ (\w+)="([^"]*)"/g)].map(([, key = '', value = '']) => [key, plain(value)] as const);
    elements.push({ name, attributes: Object.fromEntries(named), text: plain(String(text)) });
    return '';
  });
  assert.equal(rest.trim(), '');
  for (const raw of inside?.match(/&\w*;?/g) ?? []) assert.match(raw, /^&\w+;$/);
  return elements;
}

function textOf(elements: readonly Element[], name: string): string {
  const found = elements.filter((element) => element.name === name);
  assert.equal(found.length, 1, `one ${name}`);
  return found[0]?.text ?? '';
}

for (const locale of locales) {
  test(`a browser that searches in ${locale} is led to the search page in that language`, () => {
    const elements = parse(writeSearchDescription(site, locale, origin));
    const results = elements.filter(({ name, attributes }) => name === 'Url' && attributes['rel'] === 'results');
    assert.deepEqual(results.map(({ attributes }) => attributes), [{ type: 'text/html', rel: 'results', template: `${origin}/${locale}/search?q={searchTerms}` }]);
    const own = elements.find(({ attributes }) => attributes['rel'] === 'self');
    assert.equal(own?.attributes['template'], `${origin}/${locale}/opensearch.xml`);
    assert.deepEqual([textOf(elements, 'InputEncoding'), textOf(elements, 'Image'), textOf(elements, 'ShortName')], ['UTF-8', `${origin}/favicon.svg`, '新闻中心']);
    assert.equal(textOf(elements, 'Language').toLowerCase(), locale);
  });
}

test('names are text, whatever signs they hold', () => {
  const elements = parse(writeSearchDescription({ name: 'A & "B" <c>', organisation: ']]>&amp;\u0001' }, 'en', origin));
  assert.equal(textOf(elements, 'ShortName'), 'A & "B" <c>');
  assert.match(textOf(elements, 'Description'), /A & "B" <c> \| \]\]>&amp;$/);
});

const names: readonly (readonly [name: string, short: string])[] = [
  ['Sixteen letters!', 'Sixteen letters!'],
  ['News Center of Suzhou Industrial Park', 'News Center of'],
  ['Administration-of-the-Park', 'Administration-o'],
  ['𠮷'.repeat(20), '𠮷'.repeat(16)],
];

for (const [name, short] of names) {
  test(`${name} is ${short} where there is room for 16 characters`, () => {
    const elements = parse(writeSearchDescription({ name, organisation: '示例'.repeat(600) }, 'en', origin));
    assert.equal(textOf(elements, 'ShortName'), short);
    assert.ok(Array.from(textOf(elements, 'LongName')).length <= 48);
    assert.ok(Array.from(textOf(elements, 'Description')).length <= 1_024);
  });
}
