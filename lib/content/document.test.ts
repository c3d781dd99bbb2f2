import assert from 'node:assert/strict';
import { test } from 'node:test';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { parseDocument, type TextDocument } from './document';

function parse(source: string): TextDocument {
  const document = parseDocument('a.md', Buffer.from(source));
  assert.ok('data' in document, JSON.stringify(document));
  return document;
}

function problemOf(source: string): { readonly line: number; readonly rule: string; readonly remedy: string } {
  const problems = parseDocument('a.md', Buffer.from(source));
  assert.ok(!('data' in problems));
  assert.equal(problems.length, 1);
  const [problem] = problems;
  return { line: problem?.line ?? 0, rule: problem?.rule ?? '', remedy: problem?.remedy.en ?? '' };
}

test('every value stays the text in the file', () => {
  const { data } = parse('---\na: 01\nb: 2023-02-03\nc: 2023-02-03 10:20\nd: yes\ne: 1e3\nf: 0x10\ng: ~\nh: "  q "\n---\n');
  assert.deepEqual(data, { a: '01', b: '2023-02-03', c: '2023-02-03 10:20', d: 'yes', e: '1e3', f: '0x10', g: '~', h: 'q' });
});

test('an empty value is none', () => {
  assert.deepEqual(parse('---\na:\nb: ""\nc: [x, ""]\n---\n').data, { a: undefined, b: undefined, c: ['x', undefined] });
});

test('body and lines, for every way to end a line', () => {
  for (const end of ['\n', '\r\n']) {
    const document = parse(`---\ntitle: 一\nlist: [a, b]\n---\n\n第一段\n---\n第二段\n`.replaceAll('\n', end));
    assert.equal(document.body, '\n第一段\n---\n第二段\n');
    assert.equal(document.bodyLine, 5);
    assert.deepEqual(document.data, { title: '一', list: ['a', 'b'] });
  }
  assert.equal(parse('\uFEFF---\ntitle: 一\n---\n正文').body, '正文');
  assert.equal(parse('---\ntitle: 一\n---').body, '');
  assert.equal(parse('---\n---\n正文').body, '正文');
  assert.equal(parse('--- yaml\ntitle: 一\n---  \n正文').body, '正文');
});

test('a line that only begins with the delimiter does not end the front matter', () => {
  for (const line of ['----', '---x', '--- 一']) assert.equal(problemOf(`---\ntitle: 一\n${line}\n正文\n---\n`).rule, 'front-matter-missing', line);
  assert.equal(parse('---\ntext: |\n  ---\n  一\n---\n正文').valueAt(['text']), '---\n一');
});

test('front matter that is read line by line says what the parser says', () => {
  const values = [
    ...['一', '关于：会议', 'a:b', 'a: b', 'a:\u3000b', 'a :b', 'a :', 'a:', '10:20', '话题 #会议#', 'C#', 'a #b', '"一"', '"一" 二', '"a: b # c"', '"一', '"a\\n"', "'一'", '""', '" "', '"", ""', '一 ', ' 一', '-', '- 一', '一 - 二'],
    ...['[]', '["一"]', '["一", "二"]', '["一","二"]', '["a, b", ""]', '["一", 二]', '[一, 二]', '{ a: 一 }', '[["一"]]', '~', '', '|', '>-', '&a 一', '*a', '!a', '@a', '?', '? a', '%a', '一\t二', '一\u200b', '\u3000一', '😀', '𠮷野', 'null', '0x10', '[一', '一]', '"a" #b', '一\n  二', '一\n二: 三', '一\n- 二', '一\n\n', '一\n# b', '一\ntitle: 二'],
  ];
  // A comment is nothing to the reader, and keeps the lines from being read as they stand.
  const read = (frontMatter: string): unknown => {
    const document = parseDocument('a.md', Buffer.from(`---\n${frontMatter}\n---\n正文`));
    if (!('data' in document)) return document;
    const inner = ['name', 'missing', 'a', 0, 1, '0'];
    const paths = [['first'], ['last'], ['missing'], ['图-1.jpg'], [1], ...['title', 'name'].map((key) => [key]), ...inner.map((step) => ['title', step]), ...inner.flatMap((step) => ['a', 'b', 0, 'missing'].map((last) => ['title', step, last]))];
    return { data: document.data, warnings: document.warnings, places: paths.flatMap((path) => [document.placeOfKey(path), document.placeOfValue(path)]), values: paths.map((path) => document.valueAt(path)) };
  };
  for (const value of values) {
    const forms = [
      ...[`title: ${value}`, `title:${value}`, `  title: ${value}`, `first: "甲"\ntitle: ${value}\nlast: ["乙", 丙]`, `图-1.jpg: ${value}`, `- ${value}`, `1: ${value}`],
      ...[`title:\n  name: ${value}\nlast: 乙`, `title:\n  - ${value}\n  - 乙`, `title:\n- ${value}`, `title:\n  - a: 甲\n    b: ${value}\n  - a: ${value}\nlast: 乙`, `title:\n    name: ${value}`],
      ...[`title: [甲, ${value}]`, `title:\n  name:\n    - a: ${value}\n    - b`, `title:\n  name: 甲\n  - ${value}`, `title:\n  - a: 甲\n  b: ${value}`, `title: 甲\n  name: ${value}`, `- title: 甲\n  name: ${value}`, `title:\n  - a: 甲\n  - b: ${value}`, `title:\n    - ${value}`, `title:`],
    ];
    for (const frontMatter of forms) {
      const found = read(frontMatter);
      // Problems are the parser's, and a comment within an open quote is none.
      if (!Array.isArray(found)) assert.deepEqual(found, read(`${frontMatter}\n# `), frontMatter);
    }
  }
});

test('where a key and its value stand', () => {
  const document = parse('---\ntitle: 一\nempty:\nsource:\n  name: 二\nlist:\n  - a: 1\n  - a: 2\nflow: { x: [p, q] }\n---\n');
  const places = [
    [document.placeOfKey(['title']), 2, 1],
    [document.placeOfValue(['title']), 2, 8],
    [document.placeOfValue(['empty']), 3, 1],
    [document.placeOfValue(['source', 'name']), 5, 9],
    [document.placeOfKey(['source', 'missing']), 4, 1],
    [document.placeOfValue(['list', 1, 'a']), 8, 8],
    [document.placeOfKey(['list', 1, 'missing']), 8, 5],
    [document.placeOfValue(['flow', 'x', 1]), 9, 16],
    [document.placeOfKey(['missing']), 1, 1],
  ] as const;
  for (const [place, line, column] of places) assert.deepEqual(place, { line, column });
});

test('values of any depth, and nothing from beyond the file', () => {
  const document = parse('---\na:\n  - b: 一\n__proto__:\n  admin: 1\n---\n');
  assert.equal(document.valueAt(['a', 0, 'b']), '一');
  assert.equal(document.valueAt(['a', 1, 'b']), undefined);
  assert.equal(document.valueAt(['constructor']), undefined);
  assert.equal(document.valueAt(['admin']), undefined);
});

test('input made to hurt comes back as a Problem, at once', () => {
  const bomb = ['a: &a [x, x]', ...Array.from({ length: 30 }, (_, n) => `b${n}: &b${n} [*a, *a]`)].join('\n');
  const inputs = ['['.repeat(50_000), '{a: '.repeat(50_000), '- '.repeat(50_000), '? '.repeat(50_000), Array.from({ length: 3000 }, (_, n) => `${' '.repeat(n)}a:`).join('\n'), bomb, `a: ${'x'.repeat(200_000)}`];
  const spent = processorTimeOf(() => {
    for (const input of inputs) assert.equal(problemOf(`---\n${input}\n---\n`).rule, 'yaml-syntax');
  });
  assert.ok(spent < 2000, `${spent} ms`);
});

test('no engine of gray-matter but the splitting is used', () => {
  for (const language of ['js', 'javascript', 'json', 'coffee']) {
    assert.equal(problemOf(`---${language}\n{ "a": (globalThis.isEvaluated = true) }\n---\n`).rule, 'front-matter-missing');
  }
  assert.ok(!('isEvaluated' in globalThis));
});

test('the remedy fits the mistake', () => {
  const cases: readonly (readonly [string, number, RegExp])[] = [
    ['title: 会议: 通知', 2, /single quotes/],
    ['title: 一\ntitle: 二', 3, /twice/],
    ['a:\n\tb: 1', 3, /spaces, not with tabs/],
    ['title: *一', 2, /single quotes/],
    ['title: !一 二', 2, /single quotes/],
    ['title：一', 2, /ASCII colon/],
    ['- 一', 2, /ASCII colon/],
  ];
  for (const [source, line, remedy] of cases) {
    const problem = problemOf(`---\n${source}\n---\n`);
    assert.equal(problem.rule, 'yaml-syntax', source);
    assert.equal(problem.line, line, source);
    assert.match(problem.remedy, remedy, source);
  }
});
