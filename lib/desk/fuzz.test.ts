/**
 * Twenty thousand generated and mutated inputs through the readers of files, of Markdown and of saved pages: none may throw, none may
 * take two seconds, and no HTML may hold what the sanitiser would take out again. `FUZZ_SEED=… FUZZ_SHARE=10` repeats or enlarges a run.
 */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { parseFragment, type DefaultTreeAdapterMap } from 'parse5';
import { openChance, type Chance } from '@/lib/archive/chance';
import { parseArticle } from '@/lib/content/article';
import { parseDocument } from '@/lib/content/document';
import { outlineOf, plainTextOf, renderMarkdown } from '@/lib/content/markdown';
import { safeHtml } from '@/lib/content/markdown/safe-html';
import { processorTimeOf } from '@/lib/fixtures/processor-time';
import { articleFile } from './import/article-file';
import { clean } from './import/cleaning';
import { decode } from './import/decode';
import { takeOutHijackedMarkup } from './import/hijacked-markup';
import { isMarkup } from './import/is-markup';
import { readPage } from './import/page/read-page';
import { readText } from './import/read-text';

const seed = process.env['FUZZ_SEED'] ?? '20230203';
const share = Number(process.env['FUZZ_SHARE'] ?? 1);
const longest = 2000;

const words = ['示例园区', '会议', '今天,', '“好”', '"', '（一）', 'a', 'word', '10:20', ' ', '\u3000\u3000', '\n', '\n\n', '\t', '\u200b', '\ud83d\ude00', '\ud800', '\u0000', '\ufeff', '\u202e', '&nbsp;', '&#x3c;', '&', '\\'];
const markdown = ['# ', '## ', '###### ', '\n---\n', '===\n', '> ', '- ', '1. ', '    ', '```', '~~~js\n', '`', '*', '**', '_', '~~', '[', ']', '](', '](javascript:alert(1))', '](//x.cn "t")', '](#a)', '![', '![图](a.jpg "说")', '<', '>', '<br>', '<script>alert(1)</script>', '<img src=x onerror=y>', '<!--', '-->', '|a|b|\n|-|:-:|\n|1|2|\n', '|', '[^1]', '[^1]: 注', '\n[甲]: https://a.cn\n', '[甲]', 'https://a.cn/b。后', 'www.a.cn', 'a@b.cn', '- [ ] ', '\r\n', '<a@b.cn>', '$$', ':::'];
const yaml = ['---\n', 'title: ', 'published: 2023-02-03 10:20\n', 'column: 要闻\n', 'authors: [', ']', '{', '}', 'cover:\n  image: a.jpg\n', 'source:\n  name: ', "'", '"', '|', '>-', '&a ', '*a', '!!js/function ', '? ', ': ', '- ', '# ', '%', '@', '---js\n', '...', '__proto__: 1\n', 'constructor: {}\n', '\t'];
const html = ['<p>', '</p>', '<div class="TRS_Editor">', '</div>', '<table><tr><td colspan=9999 rowspan=9999>', '</table>', '<td>', '<br>', '<br/>', '<span style="display:none">', '</span>', '<a href="https://a.cn">', '</a>', '<img src="a.jpg" alt="', '">', '<meta name="ArticleTitle" content="', '<meta name="PubDate" content="2023-02-03 10:20">', '<script type="application/ld+json">{"headline":', '</script>', '<style>', '<title>', '</title>', '<h1>', '</h1>', '<ul><li>', '<!--', '-->', '<![CDATA[', '<svg>', '<math>', '<template>', '<html><body>', '<select>', '<font>', '<b><i></b>', '发布时间：2023-02-03', '来源：示例日报', '当前位置：首页 > 新闻', '责任编辑：甲', '浏览次数：12', '&#x1f600;', '&#0;'];

function generate(chance: Chance, signs: readonly string[], most: number): string {
  let text = '';
  for (let left = chance.between(1, most); left > 0; left -= 1) {
    const piece = chance.happens(0.55) ? chance.pick(signs) : chance.pick(words);
    text += chance.happens(0.02) ? piece.repeat(chance.between(2, chance.happens(0.1) ? 3000 : 40)) : piece;
  }
  return text.slice(0, chance.happens(0.02) ? 20_000 : longest);
}

/** Cuts, doubles, moves and soils an honest file. */
function mutate(chance: Chance, source: string, signs: readonly string[]): string {
  const start = chance.happens(0.5) ? 0 : chance.between(0, Math.max(0, source.length - longest));
  let text = source.slice(start, start + longest);
  for (let left = chance.between(1, 6); left > 0; left -= 1) {
    const [a, b] = [chance.between(0, text.length), chance.between(0, text.length)];
    const [from, to] = [Math.min(a, b), Math.min(Math.max(a, b), Math.min(a, b) + 80)];
    const piece = chance.pick([() => '', () => text.slice(from, to).repeat(2), () => chance.pick(signs), () => chance.pick(words), () => `${text.slice(from, to)}${chance.pick(signs)}`.split('').toReversed().join('')])();
    text = text.slice(0, from) + piece + text.slice(to);
  }
  return text;
}

/** Bytes as a broken transfer leaves them. */
function bytesOf(chance: Chance, text: string): Buffer {
  const bytes = Buffer.from(text, chance.happens(0.1) ? 'utf16le' : 'utf8');
  if (chance.happens(0.15) && bytes.length > 0) bytes[chance.between(0, bytes.length - 1)] = chance.between(0, 255);
  return bytes;
}

function filesBelow(folder: string, ending: string): readonly string[] {
  return fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending)).sort().map((name) => fs.readFileSync(path.join(folder, name), 'utf8'));
}

const articles = filesBelow('e2e/content', '.md');
const pages = filesBelow('lib/desk/fixtures', '.html');

interface Field {
  readonly name: string;
  readonly count: number;
  input(chance: Chance): string;
  run(input: string, chance: Chance): void;
}

const fields: readonly Field[] = [
  {
    name: 'document',
    count: 8000,
    input: (chance) => (chance.happens(0.5) ? mutate(chance, chance.pick(articles), yaml) : `---\n${generate(chance, yaml, 25)}\n---\n${generate(chance, markdown, 5)}`),
    run(input, chance) {
      const document = parseDocument('a.md', bytesOf(chance, input));
      const problems = 'data' in document ? parseArticle(document).problems : document;
      assert.ok(problems.every(({ line, column, remedy }) => line >= 1 && column >= 1 && remedy.zh !== ''), 'a Problem has a place and a remedy');
    },
  },
  {
    name: 'markdown',
    count: 8000,
    input: (chance) => (chance.happens(0.3) ? mutate(chance, chance.pick(articles), markdown) : generate(chance, markdown, 40)),
    run(input, chance) {
      const { html } = renderMarkdown(input, { locale: chance.pick(['zh-hans', 'en', 'ja']) });
      assertSanitised(html);
      if (chance.happens(0.2)) plainTextOf(input);
      if (chance.happens(0.2)) outlineOf(input);
    },
  },
  {
    name: 'import',
    count: 4200,
    input: (chance) => (chance.happens(0.5) ? mutate(chance, chance.pick(pages), html) : generate(chance, html, 40)),
    run(input, chance) {
      const { text } = takeOutHijackedMarkup(decode(bytesOf(chance, input)).text);
      const manuscript = clean(isMarkup(text) ? readPage(text) : readText(text), { place: '示例园区', misprints: [] });
      const { facts, blocks } = manuscript;
      const file = articleFile({ ...manuscript, facts: { ...facts, title: facts.title ?? '题', published: facts.published ?? '2023-02-03 10:20' } }, '要闻');
      const document = parseDocument('a.md', Buffer.from(file));
      assert.ok('data' in document, 'what import writes can be read');
      if (blocks.length > 0) assertSanitised(renderMarkdown(document.body, { locale: 'zh-hans' }).html);
    },
  },
];

for (const { name, count, input, run } of fields) {
  test(`${count} inputs through ${name}: no crash, nothing over two seconds`, () => {
    for (let number = 0; number < count * share; number += 1) {
      const chance = openChance(seed, name, number);
      const text = input(chance);
      try {
        const spent = processorTimeOf(() => run(text, chance));
        assert.ok(spent < 2_000, `took ${Math.round(spent)} ms`);
      } catch (error) {
        throw new Error(`FUZZ_SEED=${seed}, ${name} input ${number}: ${JSON.stringify(text.slice(0, 4000))}`, { cause: error });
      }
    }
  });
}

/** Everything in the HTML, as a browser reads it, stands on the sanitiser's list. */
function assertSanitised(html: string): void {
  const tagNames = safeHtml.tagNames ?? [];
  const attributes = safeHtml.attributes ?? {};
  const protocols = safeHtml.protocols ?? {};
  const visit = (node: DefaultTreeAdapterMap['node']): void => {
    assert.notEqual(node.nodeName, '#comment');
    if ('tagName' in node) {
      assert.ok(tagNames.includes(node.tagName), `<${node.tagName}>`);
      for (const { name, value } of node.attrs) {
        const property = name === 'class' ? 'classname' : name.replaceAll('-', '');
        const rules = (attributes[node.tagName] ?? []).filter((rule) => (typeof rule === 'string' ? rule : rule[0]).toLowerCase() === property);
        assert.ok(rules.length > 0, `${node.tagName} ${name}`);
        const isListed = rules.some((rule) => typeof rule === 'string' || rule.length === 1 || value.split(/[ ,]+/).every((word) => rule.slice(1).some((allowed) => (allowed instanceof RegExp ? allowed.test(word) : String(allowed) === word))));
        // A list that was emptied is left as it is by a second turn.
        assert.ok(isListed || name === 'srcset' || value === '', `${node.tagName} ${name}="${value}"`);
        const scheme = /^([a-z][a-z\d+.-]*):/i.exec(value.replace(/[\u0000-\u0020]/g, ''))?.[1]?.toLowerCase();
        if (protocols[name] && scheme !== undefined) assert.ok(protocols[name].includes(scheme), `${name}="${value}"`);
      }
    }
    if ('childNodes' in node) node.childNodes.forEach(visit);
  };
  visit(parseFragment(html));
}
