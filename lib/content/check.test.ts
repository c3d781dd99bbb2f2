import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test } from 'node:test';
import type { Problem } from '@/lib/problem';
import { checkContent } from './check';
import { articleText, issueFolder, makeContent, sampleFiles, tinyPicture, writeFiles, type Files } from './fixtures/sample-content';
import { silentMp3, silentMp4 } from './fixtures/sample-recordings';

type Place = readonly [file: string, line: number, column: number, rule: string];

const placeOf = ({ file, line, column, rule }: Problem): Place => [file, line, column, rule];
const article = (name: string): string => `${issueFolder}/${name}`;
const gbk = Buffer.concat([Buffer.from('---\ntitle: '), Buffer.from([0xb8, 0xd2, 0xce, 0xaa]), Buffer.from('\npublished: 2023-02-03 10:20\n---\n')]);
const withdrawn = articleText({ status: 'withdrawn', withdrawal: '\n  date: 2023-02-04\n  reason: 内容有误' });

/** One mistake in one file each, and where it must be reported. A Problem's own file comes last where it is not the mistaken one. */
const mistakes: readonly (readonly [name: string, files: Files, ...expected: Place[]])[] = [
  ['a missing site', { 'site.md': undefined, 'site.en.md': undefined }, ['site.md', 1, 1, 'missing-fact']],
  ['a footer page that is not there', { 'pages/about.md': undefined }, ['site.md', 6, 5, 'unknown-page']],
  ['YAML: a colon in the value', { [article('a.md')]: articleText({ title: '会议: 通知' }) }, [article('a.md'), 2, 8, 'yaml-syntax']],
  ['YAML: a full-width colon', { [article('a.md')]: '---\ntitle：会议\n---\n' }, [article('a.md'), 2, 1, 'yaml-syntax']],
  ['YAML: a key twice', { [article('a.md')]: '---\ntitle: 一\ntitle: 二\n---\n' }, [article('a.md'), 3, 1, 'yaml-syntax']],
  ['YAML: a tab', { [article('a.md')]: '---\nsource:\n\tname: 一\n---\n' }, [article('a.md'), 3, 1, 'yaml-syntax']],
  ['YAML: words after #', { [article('a.md')]: articleText({ title: '关于 #话题# 的事' }) }, [article('a.md'), 2, 8, 'yaml-syntax']],
  ['YAML: an entity before a text', { [article('a.md')]: articleText({ title: '&quot;你好&quot; 世界' }) }, [article('a.md'), 2, 8, 'yaml-syntax']],
  ['no front matter', { [article('a.md')]: '# 标题\n\n正文\n' }, [article('a.md'), 1, 1, 'front-matter-missing']],
  ['front matter without an end', { [article('a.md')]: '---\ntitle: 标题\n\n正文\n' }, [article('a.md'), 1, 1, 'front-matter-missing']],
  ['JavaScript front matter', { [article('a.md')]: '---js\n{ title: process.exit(1) }\n---\n' }, [article('a.md'), 1, 1, 'front-matter-missing']],
  ['another encoding', { [article('a.md')]: gbk }, [article('a.md'), 2, 1, 'not-utf8']],
  ['a mistyped key', { [article('a.md')]: articleText({ sumary: '摘要' }) }, [article('a.md'), 5, 1, 'unknown-key']],
  ['a mistyped key further in', { [article('a.md')]: articleText({ source: '\n  name: 示例日报\n  adress: https://example.cn' }) }, [article('a.md'), 7, 3, 'unknown-key']],
  ['no title', { [article('a.md')]: articleText({ title: undefined }) }, [article('a.md'), 1, 1, 'missing-fact']],
  ['an empty title', { [article('a.md')]: articleText({ title: '' }) }, [article('a.md'), 2, 1, 'missing-fact']],
  ['a source without a name', { [article('a.md')]: articleText({ source: '\n  address: https://example.cn' }) }, [article('a.md'), 5, 1, 'missing-fact']],
  ['a text where a list belongs', { [article('a.md')]: articleText({ authors: '张三' }) }, [article('a.md'), 5, 10, 'wrong-type']],
  ['an order that is no number', { [article('a.md')]: articleText({ order: '第一' }) }, [article('a.md'), 5, 8, 'wrong-type']],
  ['a hub that is not reached over HTTPS', { 'site.md': '---\nname: 一\norganisation: 二\nplace: 三\nhub: "http://hub.example.com/"\n---\n' }, ['site.md', 5, 6, 'wrong-type']],
  ['a friend with its scheme', { 'site.md': '---\nname: 一\norganisation: 二\nplace: 三\nfriends: ["https://example.com"]\n---\n' }, ['site.md', 5, 11, 'wrong-type']],
  ['an address of another kind', { [article('a.md')]: articleText({ source: '\n  name: 一\n  address: javascript:alert(1)' }) }, [article('a.md'), 7, 12, 'wrong-type']],
  ['a day that is not in the calendar', { [article('a.md')]: articleText({ published: '2023-02-30 10:20' }) }, [article('a.md'), 3, 12, 'impossible-date']],
  ['a newspaper of an impossible day', { [article('a.md')]: articleText({ newspaper: '\n  name: 示例日报\n  date: 2023-13-01' }) }, [article('a.md'), 7, 9, 'impossible-date']],
  ['a time with seconds', { [article('a.md')]: articleText({ published: '2023-02-03 10:20:30' }) }, [article('a.md'), 3, 12, 'bad-time']],
  ['a time with a full-width colon', { [article('a.md')]: articleText({ published: '2023-02-03 10：20' }) }, [article('a.md'), 3, 12, 'bad-time']],
  ['a day without a time', { [article('a.md')]: articleText({ published: '2023-02-03' }) }, [article('a.md'), 3, 12, 'bad-time']],
  ['a column the periodical does not have', { [article('a.md')]: articleText({ column: '要间' }) }, [article('a.md'), 4, 9, 'unknown-column']],
  ['a column translated under an unknown slug', { 'news/periodicals/zhoukan/index.en.md': '---\ntitle: Example Weekly\ncolumns:\n  yaowan: Top news\n---\n' }, ['news/periodicals/zhoukan/index.en.md', 4, 3, 'unknown-column']],
  ['an unknown status', { [article('a.md')]: articleText({ status: 'publish' }) }, [article('a.md'), 5, 9, 'unknown-status']],
  ['two columns of one address', { 'news/periodicals/zhoukan/index.md': '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\n  - slug: yaowen\n    name: 副刊\n---\n' }, ['news/periodicals/zhoukan/index.md', 6, 11, 'duplicate-address']],
  ['a file for an address that another has', { [article('YI.md')]: articleText() }, [article('YI.md'), 1, 1, 'bad-slug'], [article('YI.md'), 1, 1, 'duplicate-address']],
  ['a Chinese file name', { [article('敢为.md')]: articleText() }, [article('敢为.md'), 1, 1, 'bad-slug']],
  ['a language the portal does not have', { [article('yi.fr.md')]: '---\ntitle: Un\n---\n' }, [article('yi.fr.md'), 1, 1, 'bad-slug']],
  ['a periodical with a bad name', { 'news/periodicals/Zhou Kan/index.md': '---\ntitle: 一\n---\n' }, ['news/periodicals/Zhou Kan', 1, 1, 'bad-slug']],
  ['an issue that is not a date', { 'news/periodicals/zhoukan/2023-2-3/a.md': articleText(), 'news/periodicals/zhoukan/2023-2-3/b.md': articleText() }, ['news/periodicals/zhoukan/2023-2-3', 1, 1, 'issue-folder-not-a-date']],
  ['an issue of an impossible date', { 'news/periodicals/zhoukan/2023-02-30/a.md': articleText() }, ['news/periodicals/zhoukan/2023-02-30', 1, 1, 'issue-folder-not-a-date']],
  ['a translation of nothing', { [article('er.en.md')]: '---\ntitle: Two\n---\n\nBody.\n' }, [article('er.en.md'), 1, 1, 'translation-without-original']],
  ['a fact in a translation', { [article('yi.en.md')]: '---\ntitle: One\npublished: 2023-02-03 10:20\n---\n\nBody.\n' }, [article('yi.en.md'), 3, 1, 'fact-in-translation']],
  ['a correction the translation does not have', { [article('a.md')]: articleText({ corrections: '\n  - date: 2023-02-04\n    wrong: 甲\n    right: 乙' }), [article('a.en.md')]: '---\ntitle: A\n---\n\nBody.\n' }, [article('a.en.md'), 1, 1, 'corrections-mismatch']],
  ['a picture that is not there', { [article('a.md')]: articleText({ cover: '\n  image: mei.jpg\n  alt: 图' }) }, [article('a.md'), 6, 10, 'image-missing']],
  ['a picture of the body that is not there', { [article('a.md')]: articleText({}, '正文。\n\n![图](mei.jpg)\n') }, [article('a.md'), 9, 1, 'image-missing']],
  ['a picture in a standing page', { 'pages/about.md': '---\ntitle: 关于\n---\n\n![图](tu.png)\n' }, ['pages/about.md', 5, 1, 'image-missing']],
  ['a picture that is cut short', { [article('a.md')]: articleText({ cover: '\n  image: duan.png\n  alt: 图' }), [article('duan.png')]: tinyPicture.subarray(0, 40) }, [article('a.md'), 6, 10, 'image-broken'], [article('duan.png'), 1, 1, 'image-broken']],
  ['a picture without an alt text', { [article('a.md')]: articleText({ figures: '\n  - image: tu.png' }) }, [article('a.md'), 6, 5, 'alt-missing']],
  ['a picture of the body without an alt text', { [article('a.md')]: articleText({}, '正文。\n\n![](tu.png)\n') }, [article('a.md'), 9, 1, 'alt-missing']],
  ['a recording that is not there', { [article('a.md')]: articleText({ audio: 'mei.mp3' }) }, [article('a.md'), 5, 8, 'audio-missing']],
  ['a recording of a form that not every browser plays', { [article('a.md')]: articleText({ audio: 'sheng.ogg' }) }, [article('a.md'), 5, 8, 'audio-missing']],
  ['a recording that is cut short', { [article('a.md')]: articleText({ audio: 'duan.mp3' }), [article('duan.mp3')]: silentMp3().subarray(0, -10) }, [article('a.md'), 5, 8, 'audio-broken'], [article('duan.mp3'), 1, 1, 'audio-broken']],
  ['a recording that is not what its name says', { [article('a.md')]: articleText(), [article('a.en.md')]: '---\ntitle: A\naudio: a.m4a\n---\n\nBody.\n', [article('a.m4a')]: silentMp3() }, [article('a.en.md'), 3, 8, 'audio-broken'], [article('a.m4a'), 1, 1, 'audio-broken']],
  ['a recording too large', { [article('a.md')]: articleText({ audio: 'da.mp3' }), [article('da.mp3')]: Buffer.alloc(31 * 1024 * 1024) }, [article('a.md'), 5, 8, 'audio-broken'], [article('da.mp3'), 1, 1, 'file-too-large']],
  ['a recording in no issue', { 'pages/a.m4a': silentMp4() }, ['pages/a.m4a', 1, 1, 'misplaced-file']],
  ['a withdrawal without a reason', { [article('a.md')]: articleText({ status: 'withdrawn' }) }, [article('a.md'), 5, 9, 'withdrawal-incomplete']],
  ['a withdrawal without a date', { [article('a.md')]: articleText({ status: 'withdrawn', withdrawal: '\n  reason: 有误' }) }, [article('a.md'), 6, 1, 'withdrawal-incomplete']],
  ['a reason without a withdrawal', { [article('a.md')]: withdrawn.replace('status: withdrawn\n', '') }, [article('a.md'), 5, 1, 'withdrawal-incomplete']],
  ['a translation that does not say why', { [article('a.md')]: withdrawn, [article('a.en.md')]: '---\ntitle: A\n---\n\nBody.\n' }, [article('a.en.md'), 1, 1, 'withdrawal-incomplete']],
  ['a text too large', { [article('a.md')]: articleText({}, '字'.repeat(400_000)) }, [article('a.md'), 1, 1, 'file-too-large']],
  ['a text in no place', { 'news/a.md': articleText() }, ['news/a.md', 1, 1, 'misplaced-file']],
  ['a folder in an issue', { [article('tupian/tu.png')]: tinyPicture }, [article('tupian/tu.png'), 1, 1, 'misplaced-file']],
  ['a file the portal cannot show', { [article('gao.docx')]: 'x' }, [article('gao.docx'), 1, 1, 'misplaced-file']],
  ['a page at an address of the portal', { 'pages/search.md': '---\ntitle: 搜索\n---\n\n一\n' }, ['pages/search.md', 1, 1, 'reserved-slug']],
  ['quotations without end', { [article('a.md')]: articleText({}, `正文。\n\n${'>'.repeat(5000)} 字\n`) }, [article('a.md'), 9, 1, 'body-tangled']],
  ['no body', { [article('a.md')]: articleText({}, '') }, [article('a.md'), 6, 1, 'empty-body']],
  ['a periodical without its index.md', { 'news/periodicals/yuekan/2023-02-03/a.md': articleText() }, ['news/periodicals/yuekan/index.md', 1, 1, 'missing-fact']],
];

for (const [name, files, ...expected] of mistakes) {
  test(`found at its line: ${name}`, async (context) => {
    const { content } = await makeContent(context);
    await writeFiles(content, files);
    assert.deepEqual((await checkContent(content)).map(placeOf), expected);
  });
}

test('a folder without mistakes has no Problems, whatever else lies in it', async (context) => {
  const { content } = await makeContent(context, {
    ...sampleFiles,
    'README.md': '# 手册\n',
    '.git/HEAD': 'ref',
    [article('yi.md~')]: 'x',
    [article('.#yi.md')]: 'x',
    [article('yi.md.swp')]: 'x',
    [article('yi.zh-hant.md')]: '---\ntitle: 第一篇\n---\n\n正文。\n',
    [article('er.md')]: `\uFEFF${articleText({ title: "'会议: 通知'", page: undefined, newspaper: '{ name: 示例日报, page: 01 }' }).replaceAll('\n', '\r\n')}`,
    [article('san.md')]: withdrawn,
    [article('index.md')]: '---\nnumber: 5\ncover:\n  image: 图.png\n  alt: 图\n---\n',
    [article('图.png'.normalize('NFD'))]: tinyPicture,
  });
  assert.deepEqual(await checkContent(content), []);
});

test('ten broken files give their ten Problems in one run, by place', async (context) => {
  const { content } = await makeContent(context);
  const broken = mistakes.filter(([, files, ...expected]) => Object.keys(files).length === 1 && expected.length === 1 && article('a.md') in files).slice(0, 10);
  assert.equal(broken.length, 10);
  const expected: Place[] = [];
  for (const [place, [, files, at]] of broken.entries()) {
    const name = article(`po-${place}.md`);
    await writeFiles(content, { [name]: files[article('a.md')] });
    assert.ok(at);
    expected.push([name, at[1], at[2], at[3]]);
  }
  assert.deepEqual((await checkContent(content)).map(placeOf), expected);
});

test('one file can have many Problems, and none hides another', async (context) => {
  const { content } = await makeContent(context);
  const text = articleText(
    { title: undefined, column: '要间', published: '2023-02-30 10:20', colour: 'red', status: 'withdrawn', cover: '\n  image: mei.jpg', source: '示例日报' },
    '',
  );
  await writeFiles(content, { [article('a.md')]: text });
  assert.deepEqual(
    (await checkContent(content)).map(({ line, rule }) => [line, rule]),
    [
      [1, 'missing-fact'],
      [2, 'impossible-date'],
      [3, 'unknown-column'],
      [4, 'unknown-key'],
      [5, 'withdrawal-incomplete'],
      [6, 'alt-missing'],
      [7, 'image-missing'],
      [8, 'wrong-type'],
      [10, 'empty-body'],
    ],
  );
});

test('the nearest known word is named, in both languages', async (context) => {
  const { content } = await makeContent(context);
  await writeFiles(content, {
    [article('a.md')]: articleText({ sumary: '摘要' }),
    [article('b.md')]: articleText({ column: '要间' }),
    [article('c.md')]: articleText({ status: 'publish' }),
    [article('d.md')]: articleText({ published: '2023年2月3日 10∶20' }),
    [article('E.md')]: articleText(),
  });
  const remedies = (await checkContent(content)).map(({ remedy }) => `${remedy.zh} / ${remedy.en}`);
  const wanted = [/e\.md/, /summary.*Did you mean summary\?/, /“要闻”.*Did you mean "要闻"/, /published.*Did you mean published/, /2023-02-03 10:20.*2023-02-03 10:20/];
  assert.equal(remedies.length, wanted.length);
  for (const [place, pattern] of wanted.entries()) assert.match(remedies[place] ?? '', pattern);
});

test('a part of the folder is judged with what it depends on, and alone', async (context) => {
  const { content } = await makeContent(context);
  await writeFiles(content, {
    [article('a.md')]: articleText({ column: '要间' }),
    [article('yi.en.md')]: '---\ntitle: One\n---\n\n![](tu.png)\n',
    'pages/about.en.md': '---\n---\n\nBody.\n',
  });
  const check = async (only: string) => (await checkContent(content, only)).map(placeOf);
  assert.deepEqual(await check(article('a.md')), [[article('a.md'), 4, 9, 'unknown-column']]);
  assert.deepEqual(await check(article('yi.en.md')), [[article('yi.en.md'), 5, 1, 'alt-missing']]);
  assert.deepEqual(await check('pages'), [['pages/about.en.md', 1, 1, 'missing-fact']]);
  assert.deepEqual(await check('site.md'), []);
  await writeFiles(content, { 'news/periodicals/zhoukan/2023-2-3/a.md': articleText() });
  assert.deepEqual(await check('news/periodicals/zhoukan/2023-2-3/a.md'), [['news/periodicals/zhoukan/2023-2-3', 1, 1, 'issue-folder-not-a-date']]);
  await writeFiles(content, { 'news/periodicals/zhoukan/2023-2-3': undefined });
  assert.equal((await check('news')).length, 2);
  assert.equal((await check('')).length, 3);
  await assert.rejects(checkContent(content, 'pages/mei.md'), /ENOENT/);
  await assert.rejects(checkContent(path.join(content, 'mei')), /ENOENT/);
});

test('what need not keep an article from its readers is a warning', async (context) => {
  const { content } = await makeContent(context);
  const warnings = ['YAML: words after #', 'no body', 'a translation that does not say why', 'a file the portal cannot show', 'a recording in no issue'];
  for (const [name, files] of mistakes) {
    await writeFiles(content, files);
    const problems = (await checkContent(content)).filter(({ file }) => file in files);
    const isWarning = warnings.includes(name) || name === 'a folder in an issue';
    for (const { level } of problems) assert.equal(level, isWarning ? 'warning' : 'error', name);
    await fs.rm(content, { recursive: true });
    await writeFiles(content, sampleFiles);
  }
});

test('checking leaves nothing behind', async (context) => {
  const { content, data } = await makeContent(context);
  await checkContent(content);
  await assert.rejects(fs.stat(data), /ENOENT/);
});
