import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import path from 'node:path';
import { test } from 'node:test';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles, type Files } from '@/lib/content/fixtures/sample-content';
import { loadSharp } from '@/lib/sharp';
import { findProblems } from './find-problems';

const sharp = loadSharp();

const file = `${issueFolder}/a.md`;
const now = new Date('2026-01-01T00:00:00Z');
const brand = '开云体育';
const withBody = (body: string): Files => ({ [file]: articleText({}, body) });
const english = (body: string): Files => ({ [`${issueFolder}/yi.en.md`]: `---\ntitle: One\n---\n\n${body}\n` });
const wide = (columns: number): string => [`|${'栏|'.repeat(columns)}`, `|${':-:|'.repeat(columns)}`, `|${'1|'.repeat(columns)}`].join('\n') + '\n';

const picture = (width: number, height: number): Promise<Buffer> => sharp({ create: { width, height, channels: 3, background: '#a33' } }).png().toBuffer();
const printable = await picture(800, 600);
const printableHash = createHash('sha256').update(printable).digest('hex').slice(0, 16);
const withPicture = (bytes: Buffer): Files => ({ [file]: articleText({ cover: '\n  image: tu.png\n  alt: 图' }, '段。\n\n![图](tu.png)\n'), [`${issueFolder}/tu.png`]: bytes });

type Row = readonly [name: string, files: Files, ...places: (readonly [line: number, column: number, rule: string])[]];

/** The body begins on line 7 of a sample article. */
const rows: readonly Row[] = [
  ['a brand in a sentence', withBody(`会议在示例园区举行。欢迎访问${brand}官网app下载注册送彩金。\n`), [7, 15, 'hijacked']],
  ['a brand in the title', { [file]: articleText({ title: `${brand}官网注册送彩金app下载` }) }, [2, 8, 'hijacked']],
  ['pinyin after single characters', withBody('会（huì）议由办（bàn）公室召开。\n'), [7, 2, 'hijacked'], [7, 10, 'hijacked']],
  ['a page that is not there', withBody('见[说明](/zh-hans/mei-you)。\n'), [7, 2, 'broken-link']],
  ['an article that is not there', withBody('段。\n\n见[前文](er)。\n'), [9, 2, 'broken-link']],
  ['a file name in the place of an address', withBody('见[前文](yi.md)。\n'), [7, 2, 'broken-link']],
  ['an attachment', withBody('见[附件](fujian.pdf)。\n'), [7, 2, 'broken-link']],
  ['a picture as it was', { ...withPicture(printable), [file]: articleText({}, '见[图](/media/zhoukan/2023-02-03/0123456789abcdef/tu.png)。\n') }, [7, 2, 'broken-link']],
  ['a draft', { ...withBody('见[草稿](cao-gao)。\n'), [`${issueFolder}/cao-gao.md`]: articleText({ status: 'draft' }) }, [7, 2, 'broken-link']],
  ['an issue without articles', withBody('见[一期](/zh-hans/news/periodicals/zhoukan/2023-03-03)。\n'), [7, 2, 'broken-link']],
  ['a heading that is not there', withBody('## 时间\n\n见[地点](#地点)。\n'), [9, 2, 'missing-anchor']],
  ['a heading of another page', { ...withBody('见[时间](er#user-content-时间)。\n'), [`${issueFolder}/er.md`]: articleText({}, '## 地点\n\n段。\n') }, [7, 2, 'missing-anchor']],
  ['a skipped level', withBody('## 一\n\n#### 二\n'), [9, 1, 'heading-order']],
  ['a level above the first', withBody('### 一\n\n段。\n\n## 二\n'), [11, 1, 'heading-order']],
  ['nine columns', withBody(wide(9)), [7, 1, 'table-too-wide']],
  ['half-width marks', withBody('今天,会议召开:很好\n'), [7, 3, 'half-width'], [7, 8, 'half-width']],
  ['half-width marks in the title', { [file]: articleText({ title: '今天,会议召开' }) }, [2, 10, 'half-width']],
  ['half-width brackets', withBody('管委会(办公室)召开会议。\n'), [7, 4, 'half-width'], [7, 8, 'half-width']],
  ['straight quotes', withBody('他说"很好"。\n'), [7, 3, 'straight-quotes'], [7, 6, 'straight-quotes']],
  ['a doubled character', withBody('段。\n\n园区的的企业增加了了三家。\n'), [9, 3, 'doubled-word'], [9, 9, 'doubled-word']],
  ['a doubled word', withBody('会议进行进行了讨论。\n'), [7, 3, 'doubled-word']],
  ['a doubled phrase', withBody('示例园区管委会示例园区管委会召开会议。\n'), [7, 1, 'doubled-word']],
  ['a doubled English word', english('This is the the body.'), [5, 9, 'doubled-word']],
  ['a listed misprint', { ...withBody('誓死扞卫。\n'), 'misprints.txt': '扞卫 捍卫\n' }, [7, 3, 'misprint']],
  ['a misprint in each kind of value', { [file]: articleText({ summary: '>-\n  誓死\n  扞卫。', keywords: '[防卫, 扞卫]', authors: '\n  - 扞卫者', kicker: "'坚决\n  扞卫'" }), 'misprints.txt': '扞卫 捍卫\n' }, [7, 3, 'misprint'], [8, 16, 'misprint'], [10, 5, 'misprint'], [12, 3, 'misprint']],
  ['a spelling that is not the required one', { ...withBody('苏州示例园的帐号。\n'), 'spellings.txt': '示例园 示例园区\n帐号 账号\n' }, [7, 3, 'spelling'], [7, 7, 'spelling']],
  ['an English spelling', { ...english('Some Parks and some park: Some Park Land.'), 'spellings.txt': 'Some Park | Some Garden\n' }, [5, 27, 'spelling']],
  ['readings that are none', withBody('{汉字｜hànzì}和{汉 字|hàn}，{民生项目|a|b}，{图书|}，{未完|wèi\n'), [7, 1, 'ruby'], [7, 12, 'ruby'], [7, 22, 'ruby'], [7, 33, 'ruby'], [7, 39, 'ruby']],
  ['a reading in a headline', { [file]: articleText({ title: '读{汉字|hàn zì}' }) }, [2, 9, 'ruby']],
  ['a reading in English', english('The {周刊|} of the Park.'), [5, 5, 'ruby']],
  ['a picture too small to print', withPicture(await picture(799, 600)), [6, 10, 'image-size']],
  ['a picture of too many pixels', withPicture(await picture(10, 6001)), [6, 10, 'image-size']],
  ['a picture of too many bytes', withPicture(Buffer.concat([printable, Buffer.alloc(5 * 1024 * 1024)])), [6, 10, 'image-size']],
  ['a translation that is wanted and not there', { ...withBody('段。\n'), [`${issueFolder}/yi.md`]: undefined, 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\ntranslations: [en]\n---\n' }, [1, 1, 'translation-missing']],
  ['a translation that does not say of what', { ...english('This is the body.'), 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\ntranslations: [en]\n---\n' }, [1, 1, 'translation-unmarked']],
  ['an issue of the past, an article to come', { [file]: articleText({ published: '2027-02-03 10:20' }) }, [3, 12, 'doubtful-date']],
  ['long before its issue', { [file]: articleText({ published: '2022-02-03 10:20' }) }, [3, 12, 'doubtful-date']],
  ['long after its issue', { [file]: articleText({ published: '2023-12-03 10:20' }) }, [3, 12, 'doubtful-date']],
  ['a newspaper younger than the article', { [file]: articleText({ newspaper: '\n  name: 示例日报\n  date: 2023-02-05' }) }, [7, 9, 'doubtful-date']],
  ['a correction before publication', { [file]: articleText({ corrections: '\n  - date: 2023-01-04\n    wrong: 甲\n    right: 乙' }) }, [6, 11, 'doubtful-date']],
  ['a correction to come', { [file]: articleText({ corrections: '\n  - date: 2027-01-04\n    wrong: 甲\n    right: 乙' }) }, [6, 11, 'doubtful-date']],
];

for (const [name, files, ...places] of rows) {
  test(`found at its place: ${name}`, async (context) => {
    const { content } = await makeContent(context);
    await writeFiles(content, files);
    const problems = await findProblems(content, { now });
    assert.deepEqual(problems.map(({ line, column, rule }) => [line, column, rule]), places);
    assert.deepEqual([...new Set(problems.map(({ level }) => level))], ['warning']);
  });
}

const right: readonly (readonly [name: string, files: Files])[] = [
  ['numbers, times, addresses, code, entities', withBody('比分2:1，10:20开始，2,300人，见 https://example.cn/a,b?c:d 和 `甲,乙`。\n\n```\n甲,乙 的的\n```\n\n甲&nbsp;乙<br>丙\n')],
  ['notes, definitions, pictures, tables', withBody(`正文[^1]，[链接][甲]，![图](tu.png "图注,的的")。\n\n[^1]: 注文。\n\n[甲]: https://example.cn/\n\n${wide(8)}`)],
  ['brackets that Chinese writes', withBody('（一）国发〔2016〕76号，（12月26日），体育彩票管理中心召开会议。\n')],
  ['words in which two of a kind meet', withBody('为了了解情况，除了了结此案，目的的确定，现在在建项目，于是是否召开，不了了之，参与与会者，打的的士，研究研究，高高兴兴，一个一个地。\n')],
  ['readings, and what looks like them', withBody('{汉字|hàn zì}和{汉字|hàn|zì}，{x|x > 0}，`{汉字｜甲}`，{甲}｜乙。\n\n|甲|\n|-|\n|{汉字\\|hàn zì}|\n')],
  ['a slogan', withBody('加油加油加油加油！\n')],
  ['links that lead somewhere', { ...withBody('## 时间\n\n[甲](#时间) [乙](yi) [丙](/zh-hans/about) [丁](../2023-02-03) [戊](/zh-hans/news/periodicals/zhoukan/years) \n'.replace(' [戊](/zh-hans/news/periodicals/zhoukan/years)', ' [戊](/zh-hans/news/periodicals/zhoukan/2023) [己](/en/news) [庚](/zh-hans/search?q=a) [辛](mailto:a@example.cn) [壬](//example.cn) [癸](/zh-hans/feed.atom)')) }],
  ['a picture and a copy of it', withBody(`见[图](/media/zhoukan/2023-02-03/${printableHash}/tu.png)和[小图](/media/zhoukan/2023-02-03/${printableHash}/tu.png.480.webp)。\n`)],
  ['an anchor of another page', { ...withBody('见[时间](er#user-content-时间)。\n'), [`${issueFolder}/er.md`]: articleText({}, '## 时间\n\n段。\n') }],
  ['a link of a translation, shown in the Original', english('See [about](/en/about) and [this](/en/news/periodicals/zhoukan/2023-02-03/yi).')],
  ['headings that go down and up', withBody('## 一\n\n### 二\n\n#### 三\n\n## 四\n')],
  ['Japanese repeats and English punctuation', { [`${issueFolder}/yi.ja.md`]: '---\ntitle: 一\n---\n\n人々は、時々、ここに来ます。(注)\n', ...english('He said, "yes": (now). I know that that is had had.') }],
  ['the required spelling, and the word in a longer one', { ...withBody('示例园区的账号，示例园丁。\n'), 'spellings.txt': '示例园 示例园区 示例园丁\n帐号 账号\n' }],
  ['Chinese spellings in Japanese', { [`${issueFolder}/yi.ja.md`]: '---\ntitle: 一\n---\n\n帐号を登録します。\n', 'spellings.txt': '帐号 账号\n' }],
  ['drafts, and texts of others, without a translation', { [file]: articleText({ status: 'draft' }), [`${issueFolder}/yi.md`]: undefined, 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\ntranslations: [en]\n---\n' }],
  ['a schedule', { 'news/periodicals/zhoukan/2026-02-06/a.md': articleText({ published: '2026-02-06 09:00' }) }],
  ['the wrong words of a correction', { [file]: articleText({ corrections: "\n  - date: 2023-02-04\n    wrong: '今天,的的'\n    right: 今天" }) }],
];

for (const [name, files] of right) {
  test(`left alone: ${name}`, async (context) => {
    const { content } = await makeContent(context, { ...sampleFiles, [`${issueFolder}/tu.png`]: printable });
    await writeFiles(content, files);
    assert.deepEqual((await findProblems(content, { now })).map(({ line, column, rule, message }) => [line, column, rule, message.zh]), []);
  });
}

test('a column that never had an article is told once the periodical is four issues old', async (context) => {
  const { content } = await makeContent(context);
  for (const day of ['10', '17']) await writeFiles(content, { [`news/periodicals/zhoukan/2023-02-${day}/a.md`]: articleText({ published: `2023-02-${day} 09:00` }) });
  assert.deepEqual(await findProblems(content, { now }), []);
  await writeFiles(content, { 'news/periodicals/zhoukan/2023-02-24/a.md': articleText({ published: '2023-02-24 09:00' }) });
  assert.deepEqual((await findProblems(content, { now })).map((found) => [found.file, found.line, found.column, found.rule]), [['news/periodicals/zhoukan/index.md', 7, 11, 'empty-column']]);
});

test('one file or folder alone gives its own findings, links into the rest included', async (context) => {
  const { content } = await makeContent(context);
  await writeFiles(content, { ...withBody('今天,会议，见[说明](/zh-hans/about)。\n'), [`${issueFolder}/b.md`]: articleText({}, '明天,会议。\n') });
  assert.deepEqual((await findProblems(content, { only: file, now })).map((found) => found.file), [file]);
  assert.equal((await findProblems(content, { only: issueFolder, now })).length, 2);
});

test('the seed and the articles of the end-to-end tests have no finding but those that are meant', async () => {
  assert.deepEqual(await findProblems('content'), []);
  const found = await findProblems('e2e/content');
  // An article of 2099 in an issue of 2025, which the tests of scheduling need, and a small moving picture.
  assert.deepEqual(found.map((problem) => `${path.basename(problem.file)} ${problem.rule}`), ['next-century.md doubtful-date', 'pictures.md image-size']);
});
