import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fileOf, isIgnoredName, parsePlace } from './place';

const issue = 'news/periodicals/zhoukan/2023-02-03';

const places = [
  ['site.md', { kind: 'site', locale: 'zh-hans' }],
  ['site.zh-hant.md', { kind: 'site', locale: 'zh-hant' }],
  ['pages/about.md', { kind: 'page', slug: 'about', locale: 'zh-hans' }],
  ['pages/site-map.ja.md', { kind: 'page', slug: 'site-map', locale: 'ja' }],
  ['news/periodicals/zhoukan/index.md', { kind: 'periodical', periodical: 'zhoukan', locale: 'zh-hans' }],
  ['news/periodicals/zhoukan/index.en.md', { kind: 'periodical', periodical: 'zhoukan', locale: 'en' }],
  [`${issue}/index.md`, { kind: 'issue', periodical: 'zhoukan', issue: '2023-02-03', locale: 'zh-hans' }],
  [`${issue}/gan-wei.md`, { kind: 'article', periodical: 'zhoukan', issue: '2023-02-03', slug: 'gan-wei', locale: 'zh-hans' }],
  [`${issue}/gan-wei.zh-hant.md`, { kind: 'article', periodical: 'zhoukan', issue: '2023-02-03', slug: 'gan-wei', locale: 'zh-hant' }],
  [`${issue}/朗读.M4A`, { kind: 'recording', periodical: 'zhoukan', issue: '2023-02-03', name: '朗读.M4A' }],
  [`${issue}/会场.JPG`, { kind: 'picture', periodical: 'zhoukan', issue: '2023-02-03', name: '会场.JPG' }],
] as const;

for (const [file, place] of places) {
  test(`there and back: ${file}`, () => {
    assert.deepEqual(parsePlace(file), place);
    assert.equal(fileOf(place), file);
  });
}

const misplaced: readonly (readonly [file: string, rule: string, meant?: string])[] = [
  ['index.md', 'misplaced-file'],
  ['Site.md', 'bad-slug', 'site.md'],
  ['pages/About Us.md', 'bad-slug', 'pages/about-us.md'],
  ['pages/news.md', 'reserved-slug'],
  ['pages/news.en.md', 'reserved-slug'],
  ['pages/tu.png', 'misplaced-file'],
  ['pages/more/about.md', 'misplaced-file'],
  ['news/periodicals/zhoukan/a.md', 'misplaced-file'],
  ['news/periodicals/zhoukan/Index.md', 'bad-slug', 'news/periodicals/zhoukan/index.md'],
  ['news/periodicals/Zhoukan/2023-02-03/a.md', 'bad-slug'],
  ['news/periodicals/zhoukan/2023-2-3/a.md', 'issue-folder-not-a-date'],
  ['news/periodicals/zhoukan/2023-02-29/a.md', 'issue-folder-not-a-date'],
  [`${issue}/print.md`, 'reserved-slug'],
  [`${issue}/print.ja.md`, 'reserved-slug'],
  [`${issue}/A.md`, 'bad-slug', `${issue}/a.md`],
  [`${issue}/a.zh-hans.md`, 'bad-slug', `${issue}/a.md`],
  [`${issue}/a.zh_Hant.md`, 'bad-slug', `${issue}/a.zh-hant.md`],
  [`${issue}/a.b.en.md`, 'bad-slug', `${issue}/a-b.en.md`],
  [`${issue}/a.fr.md`, 'bad-slug'],
  [`${issue}/敢为.md`, 'bad-slug'],
  [`${issue}/-a.md`, 'bad-slug', `${issue}/a.md`],
  [`${issue}/more/a.md`, 'misplaced-file'],
  [`${issue}/a.svg`, 'misplaced-file'],
];

for (const [file, rule, meant] of misplaced) {
  test(`misplaced: ${file}`, () => {
    const place = parsePlace(file);
    assert.ok(place?.kind === 'misplaced');
    assert.equal(place.problem.rule, rule);
    assert.equal(place.meant, meant);
  });
}

test('only a text in the wrong place is an error: it was meant to be read', () => {
  const levels = ['news/a.md', 'news/a.txt'].map((file) => {
    const place = parsePlace(file);
    return place?.kind === 'misplaced' && place.problem.level;
  });
  assert.deepEqual(levels, ['error', 'warning']);
});

test('files that are none of ours', () => {
  for (const name of ['.DS_Store', 'a.md~', '.#a.md', '.a.md.swp', 'a.md.swp', 'a.md.tmp', 'Thumbs.db', 'a.jpg.part']) assert.ok(isIgnoredName(name), name);
  for (const name of ['a.md', 'tmp', 'a.tmp.md', 'swp.md']) assert.ok(!isIgnoredName(name), name);
  assert.equal(parsePlace('README.md'), undefined);
  assert.equal(parsePlace('.git/config'), undefined);
  assert.equal(parsePlace(`${issue}/.hidden/a.md`), undefined);
});

test('a name is known by its composed form, whichever form the disk keeps', () => {
  const place = parsePlace(`${issue}/${'é.png'.normalize('NFD')}`);
  assert.equal(place?.kind === 'picture' && place.name, 'é.png'.normalize('NFC'));
});
