/** Pictures as the catalogue shows them: with words in the reader's language, in copies that fit, and as long as their files are there. */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { test } from 'node:test';
import { loadSharp } from '@/lib/sharp';
import { openSample, sampleArticle as id } from './fixtures/sample-catalogue';
import { articleText, issueFolder, tinyPicture, writeFiles } from './fixtures/sample-content';

const sharp = loadSharp();

test('pictures: words, copies, and only those the body does not place', async (context) => {
  const wide = await sharp({ create: { width: 1000, height: 500, channels: 3, background: '#b03030' } }).jpeg().toBuffer();
  const { catalogue, environment } = await openSample(context, {
    [`${issueFolder}/图 一.jpg`]: wide,
    [`${issueFolder}/yi.md`]: articleText(
      { cover: '{ image: 图 一.jpg, alt: 里面, credit: 张晓东 }', figures: '\n  - { image: tu.png, alt: 小图, caption: 说明 }\n  - { image: 图 一.jpg, alt: 里面, caption: 大图 }' },
      '正文。\n\n![](<图 一.jpg>)\n',
    ),
    [`${issueFolder}/yi.en.md`]: '---\ntitle: One\nnames: { 张晓东: Zhang Xiaodong }\npictures:\n  图 一.jpg: { alt: Inside }\n---\n\nBody.\n',
  });
  const original = catalogue.findArticle('zh-hans', id);
  assert.ok(original?.cover);
  const { path, width, height, alt, copies, shownLocale } = original.cover;
  assert.deepEqual([width, height, alt, shownLocale], [1000, 500, '里面', 'zh-hans']);
  const [, , , , hash = ''] = path.split('/');
  assert.equal(path, `/media/zhoukan/2023-02-03/${hash}/${encodeURIComponent('图 一.jpg')}`);
  assert.deepEqual(copies, [
    { path: `/media/zhoukan/2023-02-03/${hash}/${encodeURIComponent('图 一.jpg.480.webp')}`, width: 480 },
    { path: `/media/zhoukan/2023-02-03/${hash}/${encodeURIComponent('图 一.jpg.960.webp')}`, width: 960 },
  ]);
  assert.match(original.html, /<figure><img [^>]*alt="里面"[^>]*><figcaption>大图<\/figcaption><\/figure>/);
  assert.deepEqual(original.figures.map((figure) => [figure.alt, figure.caption, figure.copies.length]), [['小图', '说明', 0]]);

  const translated = catalogue.findArticle('en', id);
  assert.deepEqual([translated?.cover?.alt, translated?.cover?.shownLocale, translated?.cover?.credit], ['Inside', 'en', 'Zhang Xiaodong']);
  assert.deepEqual(translated?.figures.map((figure) => [figure.alt, figure.shownLocale]), [['小图', 'zh-hans'], ['Inside', 'en']]);
  assert.match(catalogue.findArticle('zh-hant', id)?.html ?? '', /alt="裡面"/);

  const file = catalogue.findPictureFile('zhoukan/2023-02-03', '图 一.jpg', hash);
  assert.deepEqual([file?.type, file?.width, file?.height], ['image/jpeg', 1000, 500]);
  assert.deepEqual(await fs.readFile(file?.file ?? ''), wide);
  assert.ok(file?.file.startsWith(environment.content));
  assert.equal(catalogue.findPictureFile('zhoukan/2023-02-03', '图 一.jpg', '0000000000000000'), undefined);
  assert.equal(catalogue.findPictureFile('zhoukan/2023-02-03', '../../site.md', hash), undefined);
  assert.equal(catalogue.findPictureFile('..', 'x', hash), undefined);
});

test('a picture that is gone leaves no hole', async (context) => {
  const { environment, indexer, catalogue } = await openSample(context, {
    [`${issueFolder}/yi.md`]: articleText({ cover: '{ image: tu.png, alt: 图 }' }, '正文。\n\n![图](tu.png)\n'),
  });
  await writeFiles(environment.content, { [`${issueFolder}/tu.png`]: undefined });
  await indexer.refresh();
  const article = catalogue.findArticle('zh-hans', id);
  assert.deepEqual([article?.cover, article?.html], [undefined, '<p>正文。</p>']);
  await writeFiles(environment.content, { [`${issueFolder}/tu.png`]: tinyPicture.subarray(0, 30) });
  await indexer.refresh();
  assert.equal(catalogue.findArticle('zh-hans', id)?.cover, undefined, 'nor does a broken one');
});
