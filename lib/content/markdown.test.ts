import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { defaultTreeAdapter, parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { toTraditional } from '@/lib/locale/traditional';
import { outlineOf, plainTextOf, plainTextOfSimple, renderMarkdown, searchTextOf, type RenderOptions } from './markdown';
import type { Picture } from './picture';

const picture: Picture = {
  path: '/media/p/2023-02-03/abc/a.jpg',
  width: 1200,
  height: 800,
  shownLocale: 'zh-hans',
  alt: '会场',
  caption: '大会现场',
  credit: '示例摄',
  copies: [{ path: '/media/p/2023-02-03/abc/a.jpg.480.webp', width: 480 }],
};
const pictures = (name: string): Picture | undefined => (['a.jpg', '图 一.jpg'].includes(name) ? picture : undefined);

function render(source: string, options: Partial<RenderOptions> = {}) {
  return renderMarkdown(source, { locale: 'zh-hans', pictures, ...options });
}

function elementsOf(html: string): DefaultTreeAdapterTypes.Element[] {
  const found: DefaultTreeAdapterTypes.Element[] = [];
  const walk = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if (!defaultTreeAdapter.isElementNode(child)) continue;
      found.push(child);
      walk(child);
    }
  };
  walk(parseFragment(html));
  return found;
}

function attributeOf(element: DefaultTreeAdapterTypes.Element, name: string): string | undefined {
  return element.attrs.find((attribute) => attribute.name === name)?.value;
}

describe('renderMarkdown', () => {
  const table: readonly (readonly [string, string, string])[] = [
    ['a paragraph', '敢为、敢闯', '<p>敢为、敢闯</p>'],
    ['emphasis beside Chinese punctuation', '突出**“重要”**的内容，*注意*。', '<p>突出<strong>“重要”</strong>的内容，<em>注意</em>。</p>'],
    ['strikethrough, but not a range of numbers', '~~旧~~新，10~20和30~40', '<p><del>旧</del>新，10~20和30~40</p>'],
    ['lines of Chinese without a space between', '一行，\n二行“引”\n“三”行\nEnglish\nline', '<p>一行，二行“引”\n“三”行\nEnglish\nline</p>'],
    ['lines joined at and inside an emphasis', '前\n**中\n中**\n后', '<p>前<strong>中中</strong>后</p>'],
    ['lines joined after a character outside the first plane', '**𠮷**\n后', '<p><strong>𠮷</strong>后</p>'],
    ['an author’s indents as paragraphs', '　　第一段\n　　第二段　', '<p>第一段</p>\n<p>第二段</p>'],
    ['an indent of four spaces as no code', '    第一段', '<p>第一段</p>'],
    ['no paragraph of mere space', '一\n\n&emsp;　\n\n二', '<p>一</p>\n<p>二</p>'],
    ['a line break', '一  \n二<br>三', '<p>一<br>\n二<br>\n三</p>'],
    ['tasks as text', '- [x] 成\n- [ ] 未', '<ul>\n<li>☑ 成</li>\n<li>☐ 未</li>\n</ul>'],
    ['fenced code without classes', '```js\na < b\n```', '<pre><code>a &#x3C; b\n</code></pre>'],
    ['a reference link', '[甲][1]\n\n[1]: https://a.example/ "题"\n[1]: https://b.example/', '<p><a href="https://a.example/" title="题" rel="noopener">甲</a></p>'],
    ['a telephone and a mail link', '[电](tel:+865120000) [邮](mailto:a@b.example)', '<p><a href="tel:+865120000">电</a> <a href="mailto:a@b.example">邮</a></p>'],
    ['a relative link', '[上期](../2023-01-27/a)', '<p><a href="../2023-01-27/a">上期</a></p>'],
    [
      'a bare address that ends where Chinese begins',
      '详见https://a.example/b?c=1。谢谢',
      '<p>详见<a href="https://a.example/b?c=1" rel="noopener">https://a.example/b?c=1</a>。谢谢</p>',
    ],
    ['a bare address without the full stop before Chinese', 'https://a.example/b.。', '<p><a href="https://a.example/b" rel="noopener">https://a.example/b</a>.。</p>'],
    ['a bare address in brackets', '（https://a.example/b）', '<p>（<a href="https://a.example/b" rel="noopener">https://a.example/b</a>）</p>'],
    ['the reading of a word', '今天{漢字|かんじ}を', '<p>今天<ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby>を</p>'],
    ['readings character by character', '{汉字|hàn|zì}', '<p><ruby>汉<rp>（</rp><rt>hàn</rt><rp>）</rp>字<rp>（</rp><rt>zì</rt><rp>）</rp></ruby></p>'],
    ['a reading in an emphasis between characters', '见**{漢字|かんじ}**表', '<p>见<strong><ruby>漢字<rp>（</rp><rt>かんじ</rt><rp>）</rp></ruby></strong>表</p>'],
    ['a reading in a list', '- {漢|かん}\n- 乙', '<ul>\n<li><ruby>漢<rp>（</rp><rt>かん</rt><rp>）</rp></ruby></li>\n<li>乙</li>\n</ul>'],
    ['no reading where none is meant', '{x|x > 0} {甲乙丙|a|b} {甲|} `{甲|jia}` {甲 乙|jia}', '<p>{x|x > 0} {甲乙丙|a|b} {甲|} <code>{甲|jia}</code> {甲 乙|jia}</p>'],
    ['an address with Chinese in it, when marked', '<https://a.example/路>', '<p><a href="https://a.example/%E8%B7%AF" rel="noopener">https://a.example/路</a></p>'],
  ];
  for (const [name, source, html] of table) it(`renders ${name}`, () => assert.equal(render(source).html, html));

  it('starts headings at h2, skips no level, and gives unlike ids', () => {
    const { html, headings } = render('# 一、目标\n\n### 细目\n\n# 二\n\n###### 深\n\n## 一、目标\n\n## !!\n\n##');
    assert.deepEqual(
      headings.map(({ level, id, text }) => [level, id, text]),
      [
        [2, 'user-content-一-目标', '一、目标'],
        [3, 'user-content-细目', '细目'],
        [2, 'user-content-二', '二'],
        [3, 'user-content-深', '深'],
        [3, 'user-content-一-目标-2', '一、目标'],
        [3, 'user-content-section', '!!'],
      ],
    );
    assert.match(html, /^<h2 id="user-content-一-目标">一、目标<\/h2>/);
    assert.deepEqual(
      render('# 1\n\n## 2\n\n### 3\n\n#### 4\n\n##### 5\n\n###### 6').headings.map(({ level }) => level),
      [2, 3, 4, 5, 6, 6],
    );
    assert.equal(render(`## ${'长'.repeat(200)}`).headings[0]?.id, `user-content-${'长'.repeat(60)}`);
    assert.equal(render('## e\u0301').headings[0]?.id, 'user-content-\u00e9');
    assert.equal(render('## 甲\n\n### 乙', { headingShift: 1 }).headings.map(({ level }) => level).join(), '3,4');
  });

  it('leads links on the page to the ids that are there', () => {
    const { html } = render('[目标](#一、目标) [同](#%E4%B8%80-%E7%9B%AE%E6%A0%87)\n\n## 一、目标');
    const target = `href="#user-content-${encodeURIComponent('一-目标')}"`;
    assert.equal(html.split(target).length, 3, html);
  });

  it('makes a figure of a picture alone, with the words of the body before those of the picture', () => {
    const image = (alt: string) =>
      `<img src="/media/p/2023-02-03/abc/a.jpg" srcset="/media/p/2023-02-03/abc/a.jpg.480.webp 480w, /media/p/2023-02-03/abc/a.jpg 1200w" sizes="(min-width: 46rem) 42rem, calc(100vw - 2rem)" alt="${alt}" width="1200" height="800" loading="lazy" decoding="async">`;
    const credit = '<span class="credit">示例摄</span>';
    assert.equal(render('![](a.jpg)').html, `<figure>${image('会场')}<figcaption>大会现场 / ${credit}</figcaption></figure>`);
    assert.equal(render('![远景](./a.jpg "说明")').html, `<figure>${image('远景')}<figcaption>说明 / ${credit}</figcaption></figure>`);
    assert.equal(render('文中![图](<图 一.jpg>)有图').html, `<p>文中${image('图')}有图</p>`);
    const bare = render('![](a.jpg)', { pictures: () => ({ path: '/media/x', width: 10, height: 10, shownLocale: 'zh-hans', alt: '甲', copies: [] }) });
    assert.equal(bare.html, '<figure><img src="/media/x" alt="甲" width="10" height="10" loading="lazy" decoding="async"></figure>');
  });

  it('says the language of a picture’s words where they are not the body’s', () => {
    assert.match(render('![](a.jpg)', { locale: 'en' }).html, /alt="会场" lang="zh-Hans" .*<figcaption lang="zh-Hans">/);
    assert.match(render('![Hall](a.jpg "The hall")', { locale: 'en' }).html, /alt="Hall" width.*<figcaption>The hall /);
  });

  it('reports pictures placed, missing and without alternative, with their lines', () => {
    const result = render('文![](https://b.example/x.png)字\n\n![](无.jpg)\n\n第三行\n\n![](a.jpg)\n\n![](%E5%9B%BE%20%E4%B8%80.jpg)', {
      pictures: (name) => (name === '图 一.jpg' ? { ...picture, alt: '' } : pictures(name)),
    });
    assert.deepEqual(result.placedPictures, ['a.jpg', '图 一.jpg']);
    assert.deepEqual(result.missingPictures, [
      { name: 'https://b.example/x.png', line: 1, column: 2 },
      { name: '无.jpg', line: 3, column: 1 },
    ]);
    assert.deepEqual(result.picturesWithoutAlt, [{ name: '图 一.jpg', line: 9, column: 1 }]);
    assert.doesNotMatch(result.html, /b\.example|无/);
  });

  it('wraps tables in a named region, scopes headers, and aligns by class', () => {
    const { html } = render('| 项目 | 金额 |\n|:-|-:|\n| 一 | 2 |\n\n| | 二月 |\n|-|-|\n| 收入 | 3 |');
    assert.match(html, /<div class="table-scroll" role="region" tabindex="0" aria-label="表格1"><table>/);
    assert.match(html, /aria-label="表格2"/);
    assert.match(html, /<th class="align-left" scope="col">项目<\/th>\n<th class="align-right" scope="col">金额<\/th>/);
    assert.match(html, /<td class="align-right">2<\/td>/);
    assert.match(html, /<tr>\n<td><\/td>\n<th scope="col">二月<\/th>\n<\/tr>/);
    assert.match(html, /<th scope="row">收入<\/th>/);
    assert.doesNotMatch(html, / align=| style=/);
    assert.match(render('|a|\n|-|\n|b|', { locale: 'en' }).html, /aria-label="Table 1"/);
  });

  it('numbers footnotes by their calls and links both ways', () => {
    const { html, text } = render('甲[^z]乙[^a]丙[^z]\n\n[^a]: 又见[^c]\n[^z]: 第一\n[^c]: 末[^c]\n[^a]: 重复\n[^unused]: 无人问津');
    const ids = new Set(elementsOf(html).flatMap((element) => attributeOf(element, 'id') ?? []));
    const targets = elementsOf(html).flatMap((element) => attributeOf(element, 'href')?.slice(1) ?? []);
    assert.equal(targets.length, 10);
    for (const target of targets) assert.ok(ids.has(target), target);
    const names = elementsOf(html).filter((element) => attributeOf(element, 'role') === 'doc-backlink');
    assert.deepEqual(
      names.map((element) => attributeOf(element, 'aria-label')),
      ['返回正文中的注1（第1处）', '返回正文中的注1（第2处）', '返回正文中的注2', '返回正文中的注3（第1处）', '返回正文中的注3（第2处）'],
    );
    assert.match(html, /<section class="footnotes" role="doc-endnotes" aria-labelledby="user-content-notes_heading"><h2 id="user-content-notes_heading">注释<\/h2>/);
    assert.equal(text, '甲乙丙\n又见\n第一\n末');
    assert.doesNotMatch(html, /无人问津|重复/);
    assert.match(render('a[^1]\n\n[^1]: b', { locale: 'en', headingShift: 1 }).html, /<h3 id="user-content-notes_heading">Notes<\/h3>/);
  });

  it('scopes every id and every link to it, where several bodies share a page', () => {
    const { html } = render('## 甲\n\n见[甲](#甲)[^1]\n\n[^1]: 注', { headingShift: 2, idScope: 'lake-path' });
    const ids = elementsOf(html).flatMap((element) => attributeOf(element, 'id') ?? []);
    assert.equal(ids.length, 4);
    for (const id of ids) assert.match(id, /^user-content-lake-path--/);
    for (const element of elementsOf(html)) {
      const target = attributeOf(element, 'href')?.slice(1) ?? attributeOf(element, 'aria-labelledby');
      if (target !== undefined) assert.ok(ids.includes(decodeURIComponent(target)), target);
    }
    assert.match(html, /<h4 id="user-content-lake-path--甲">/);
    assert.match(html, /aria-describedby="user-content-lake-path--notes_heading"/);
  });

  it('converts words only, and keeps ids', () => {
    const { html, text, headings } = render('## 发展\n\n头发**干部**[里面](#发展 "后")`里面`\n\n![面包](a.jpg "里")', { convertText: (words) => toTraditional(words) });
    assert.match(html, /<h2 id="user-content-发展">發展<\/h2>/);
    assert.match(html, /頭髮<strong>幹部<\/strong><a href="#user-content-%E5%8F%91%E5%B1%95" title="後">裡面<\/a><code>里面<\/code>/);
    assert.match(html, /alt="麵包".*<figcaption>裡 /);
    assert.equal(text, '發展\n頭髮幹部裡面里面');
    assert.equal(headings[0]?.text, '發展');
  });

  it('converts a word as a word, whatever stands around its parts', () => {
    const words = (source: string) => render(source, { convertText: (text) => toTraditional(text) }).html.replace(/^<p>|<\/p>$/g, '');
    assert.equal(words('**头**发，面*条*，头<br>发展，头`发`展'), '<strong>頭</strong>髮，麵<em>條</em>，頭<br>\n發展，頭<code>发</code>展');
    assert.equal(words('{头|tóu}发，{内卷|竞争}，**𠮷头**发'), '<ruby>頭<rp>（</rp><rt>tóu</rt><rp>）</rp></ruby>髮，<ruby>內捲<rp>（</rp><rt>競爭</rt><rp>）</rp></ruby>，<strong>𠮷頭</strong>髮');
  });
});

describe('safety', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = {
    a: ['href', 'title', 'rel', 'id', 'role', 'aria-describedby', 'aria-label'],
    div: ['class', 'role', 'tabindex', 'aria-label'],
    figcaption: ['lang'],
    img: ['src', 'srcset', 'sizes', 'alt', 'lang', 'width', 'height', 'loading', 'decoding'],
    section: ['class', 'role', 'aria-labelledby'],
    th: ['class', 'scope'],
    ...Object.fromEntries(['h2', 'h3', 'h4', 'h5', 'h6', 'li'].map((name) => [name, ['id']])),
    ...Object.fromEntries(['td', 'span'].map((name) => [name, ['class']])),
    ...Object.fromEntries(['p', 'blockquote', 'ul', 'hr', 'pre', 'code', 'table', 'thead', 'tbody', 'tr', 'figure'].map((name) => [name, []])),
    ...Object.fromEntries(['em', 'strong', 'del', 'br', 'sup'].map((name) => [name, []])),
    ol: ['start'],
  };

  function assertSafe(html: string): void {
    for (const element of elementsOf(html)) {
      for (const { name, value } of element.attrs) {
        assert.ok(allowed[element.tagName]?.includes(name), `<${element.tagName} ${name}> in ${html}`);
        if (name === 'id') assert.match(value, /^user-content-\S+$/);
        if (name === 'href') {
          assert.match(value, /^(?:https?:|mailto:|tel:|#|[^:]*$|[^:]*[/?#])/i);
          assert.ok(['http:', 'https:', 'mailto:', 'tel:'].includes(new URL(value, 'https://portal.example/zh-hans/a').protocol), value);
        }
        if (name === 'src') assert.match(value, /^\/media\//);
      }
      assert.ok(allowed[element.tagName], `<${element.tagName}> in ${html}`);
    }
  }

  const attacks = [
    '<script>alert(1)</script>',
    '文<script>alert(1)</script>字',
    '<img src=x onerror=alert(1)>',
    '<a href="javascript:alert(1)">x</a>',
    '<div style="position:fixed">x</div>',
    '[x](javascript:alert(1))',
    '[x](JaVaScRiPt:alert(1))',
    '[x](java&Tab;script:alert(1))',
    '[x](java&#10;script:alert(1))',
    '[x](&#1;javascript:alert(1))',
    '[x](javascript&colon;alert(1))',
    '[x](data:text/html;base64,PHNjcmlwdD4=)',
    '[x](vbscript:x) [y](file:///etc/passwd) [z](blob:x)',
    '<javascript:alert(1)>',
    '[x][r]\n\n[r]: javascript:alert(1)',
    '![x](javascript:alert(1)) ![y](data:image/svg+xml,x) ![z](//evil.example/x.png)',
    '[x](https://a.example "\\" onmouseover=\\"alert(1)")',
    '![x" onerror="alert(1)](a.jpg "t\\" onload=\\"x")',
    '## x" onclick="y\n\n## <b id=location>z</b>',
    '[^"><script>]\n\n[^"><script>]: <iframe src=x>',
    '```"><script>\nx\n```',
    '| <style>x</style> |\n|:-:|\n| `</td><script>` |',
    '<!-- x --><svg onload=alert(1)>',
    '<table><tr><td>x',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
  ];
  it('lets no attack through', () => {
    for (const attack of attacks) assertSafe(render(attack).html);
    assertSafe(render(attacks.join('\n\n')).html);
  });

  it('leaves the words of a refused link, and no link', () => {
    assert.equal(render('[看](javascript:alert(1))').html, '<p>看</p>');
    assert.equal(render('[看](HTTP://a.example)').html, '<p><a href="http://a.example" rel="noopener">看</a></p>');
    assert.match(render('[看](//a.example)').html, /rel="noopener"/);
  });

  it('is HTML that a browser reads as it was written', () => {
    const source = `${attacks.join('\n\n')}\n\n# 一\n\n甲[^1] **乙** ![](a.jpg)\n\n![](a.jpg)\n\n|a|b|\n|:-|-:|\n|1|2|\n\n1. x\n2. y\n\n> z\n\n[^1]: 注`;
    const { html } = render(source);
    const once = serialize(parseFragment(html));
    assert.equal(serialize(parseFragment(once)), once);
    assert.deepEqual(
      elementsOf(html).map(({ tagName }) => tagName),
      [...html.matchAll(/<([a-z][a-z0-9]*)/g)].map(([, tag]) => tag),
    );
    const ids = elementsOf(html).flatMap((element) => attributeOf(element, 'id') ?? []);
    assert.equal(new Set(ids).size, ids.length, 'every id once');
  });

  it('reports the lines where HTML was left out, but no comment and no <br>', () => {
    assert.deepEqual(render('一<br>\n\n<!-- 注\n释 -->\n\n二<b>三</b>\n\n<p>四</p>\n').ignoredHtmlLines, [6, 8]);
  });
});

describe('plain text', () => {
  it('has a line for every block and no markup', () => {
    const source = '## 标题\n\n**甲**乙\n丙[丁](https://a.example)\n\n- 一\n- 二\n\n|a|b|\n|-|-|\n|1|2|\n\n![图](a.jpg "说明")\n\n`code`\n\n一  \n二';
    assert.equal(plainTextOf(source), '标题\n甲乙丙丁\n一\n二\na b\n1 2\ncode\n一二');
    assert.equal(render(source).text, plainTextOf(source));
  });

  it('has words without the readings above them, and the readings after them for search alone', () => {
    const source = '## {漢字|かんじ}の話\n\n{一日|ついたち}に{汉字|hàn|zì}';
    assert.equal(plainTextOf(source), '漢字の話\n一日に汉字');
    assert.equal(searchTextOf(source), '漢字の話\n一日に汉字\nかんじ\nついたち\nhànzì');
    assert.equal(render(source).headings[0]?.id, 'user-content-漢字の話');
    assert.deepEqual(outlineOf(source).headings.map(({ id }) => id), ['user-content-漢字の話']);
  });

  it('takes the cheap path for a body without Markdown, and only then', () => {
    assert.equal(plainTextOfSimple('　　第一段，\n换行。\r\n\r\n\n　　第二段\n　　第三段  \n'), '第一段，换行。\n第二段\n第三段');
    assert.equal(plainTextOfSimple('# 甲\n乙\n##  丙 \n\n丁'), '甲\n乙\n丙\n丁');
    assert.equal(plainTextOfSimple(''), '');
    for (const source of ['**甲**', '#甲', '# 甲 #', '# - 甲', ' # 甲', '- 甲', '1. 甲', '2) 甲', 'a@b.example_', '甲\n===', '甲\n---', '甲\n:-', '> 甲', '~~~\n甲', '~~甲~~', '|甲|\n|-|', '甲&amp;乙', '<b>', '[甲]', '`', '\\*', '{甲|jiǎ}']) {
      assert.equal(plainTextOfSimple(source), undefined, source);
    }
    for (const source of ['2.5亿元', '5#楼', '10~20', '甲: 乙', '会议于2023. 2召开', '(1) 甲', 'https://a.example/b 见']) {
      assert.equal(plainTextOfSimple(source), source);
    }
  });

  it('gives what the full parse gives, whenever the cheap path applies (4,000 random bodies)', () => {
    const pieces = ['敢为', '，', '。', '“引”', '……', 'word', ' ', '  ', '\n', '\n', '\n\n', '\r\n', '\n# ', '\n###  ', '\t', '　', '　　', '1', '2.', '3)', '10~20', '#', '+', '=', '-', '~', ':', '!', '"', "'", '@', 'https://a.cn', 'www.b.cn', 'c@d.cn', '/', '?', '(', ')', '%', '\u00a0', '\u2003', '𠮷', '👩‍👩‍👧', '½', '\v', '\u2028', '{', '}', ';', ','];
    let seed = 20230203;
    const next = (below: number): number => {
      seed = (Math.imul(seed, 1103515245) + 12345) >>> 0;
      return Math.floor((seed / 2 ** 32) * below);
    };
    let applied = 0;
    for (let round = 0; round < 4000; round += 1) {
      const source = Array.from({ length: 1 + next(14) }, () => pieces[next(pieces.length)]).join('');
      const simple = plainTextOfSimple(source);
      if (simple === undefined) continue;
      applied += 1;
      assert.equal(simple, render(source).text, JSON.stringify(source));
    }
    assert.ok(applied > 1000, `the cheap path applied ${applied} times`);
  });
});
