/** Cards over a real content folder, drawn with this machine's fonts and read back. */
import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { openCatalogue } from '@/lib/content/catalogue';
import { articleText, issueFolder, makeContent, sampleFiles, writeFiles, type Files } from '@/lib/content/fixtures/sample-content';
import { openIndexer } from '@/lib/content/indexer';
import { loadSharp } from '@/lib/sharp';
import { drawCard, hasFontsForCards, type Card } from './card-drawing';
import { openCards } from './cards';

const sharp = loadSharp();

const periodical = '/news/periodicals/zhoukan';
const issue = `${periodical}/2023-02-03`;

async function openPortal(context: TestContext, files: Files = {}, limit?: number) {
  const folders = await makeContent(context, { ...sampleFiles, ...files });
  const indexer = openIndexer(folders);
  context.after(() => indexer.close());
  await indexer.refresh();
  const catalogue = openCatalogue(folders, { now: () => new Date('2023-02-04T12:00:00+08:00') });
  context.after(() => catalogue.close());
  const folder = path.join(folders.data, 'cards');
  return { cards: await openCards(folder, catalogue, limit), folder, change: async (more: Files) => (await writeFiles(folders.content, more), await indexer.refresh()) };
}

/** Where on the card there is ink of a headline: lighter than the cover. */
async function inkOf(png: Buffer): Promise<{ readonly right: number; readonly top: number; readonly bottom: number; readonly share: number }> {
  const { data, info } = await sharp(png).greyscale().raw().toBuffer({ resolveWithObject: true });
  let [right, top, bottom, count] = [0, info.height, 0, 0];
  // The binding stands at the right edge, the lines of the periodical and the portal above and below.
  for (let y = 150; y < 520; y++) {
    for (let x = 0; x < 1110; x++) {
      if ((data[(y * info.width + x) * info.channels] ?? 0) < 150) continue;
      [right, top, bottom, count] = [Math.max(right, x), Math.min(top, y), Math.max(bottom, y), count + 1];
    }
  }
  return { right, top, bottom, share: count / (960 * 370) };
}

test('this machine has fonts for cards', async () => assert.equal(await hasFontsForCards(), true));

const usual: Card = { locale: 'zh-hans', over: '《示例周刊》2023年2月3日 星期五', headline: '示例园区的湖边又添了一张长椅', under: '示例新闻中心 · 示例园区管理处' };
const headlines: readonly (readonly [why: string, card: Partial<Card>])[] = [
  ['a usual headline', {}],
  ['two signs', { headline: '长椅' }],
  ['a very long headline', { headline: '关于《园区“十四五”规划（2021—2025年）》的说明：'.repeat(6) }],
  ['300 signs without a break', { headline: '长'.repeat(300) }],
  ['English', { locale: 'en', headline: '“Dare to act, venture, strive and pioneer”: a new bench at Specimen Lake', over: 'Example Weekly, Friday, February 3, 2023', under: 'Example News Centre · Example Park Office' }],
  ['a word wider than the card', { locale: 'en', headline: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft' }],
  ['Japanese', { locale: 'ja', headline: '果敢に行動し、挑戦し、実践し、先駆ける――園区が動員大会を開催' }],
  ['Traditional Chinese', { locale: 'zh-hant', headline: '「敢為、敢闖」：示例園區召開動員大會' }],
  ['signs of markup', { headline: '<b>&amp;</b> & "甲" \u0007' }],
];

for (const [why, rest] of headlines) {
  test(`a card of the right size with all its words inside: ${why}`, async () => {
    const png = await drawCard({ ...usual, ...rest });
    const { format, width, height } = await sharp(png).metadata();
    assert.deepEqual([format, width, height], ['png', 1200, 630]);
    const { right, top, bottom, share } = await inkOf(png);
    assert.ok(share > 0.01, 'there is a headline');
    assert.ok(right < 1070, `${right} is at the binding`);
    assert.ok(top > 150 && bottom < 519, `${top} to ${bottom} touches the lines around it`);
    assert.ok(png.length < 60_000, String(png.length));
  });
}

test('a headline with a sign that no font has is left out, and what stands over it takes its place', async () => {
  const withoutGlyph = await drawCard({ ...usual, headline: '长椅\u{50000}' });
  assert.ok(withoutGlyph.equals(await drawCard({ ...usual, headline: '长椅\u0378' })), 'neither box is drawn');
  assert.ok((await inkOf(withoutGlyph)).share > 0.01);
  assert.ok(!withoutGlyph.equals(await drawCard(usual)));
});

test('each language draws Han in its own shapes', async () => {
  const drawn = await Promise.all((['zh-hans', 'zh-hant', 'ja'] as const).map(async (locale) => (await drawCard({ ...usual, locale, headline: '骨直边' })).toString('base64')));
  assert.equal(new Set(drawn).size, 3);
});

test('articles, issues and the front page have cards where they have words; nothing else has, and nothing is drawn for it', async (context) => {
  const { cards, folder } = await openPortal(context, {
    [`${issueFolder}/draft.md`]: articleText({ status: 'draft' }),
    [`${issueFolder}/later.md`]: articleText({ published: '2023-02-05 08:00' }),
    [`${issueFolder}/gone.md`]: articleText({ status: 'withdrawn', withdrawal: '\n  date: 2023-02-04\n  reason: 有误' }),
    [`${issueFolder}/yi.en.md`]: '---\ntitle: First\n---\n\nText.\n',
  });
  for (const target of ['/zh-hans/card.png', '/en/card.png', `/zh-hans${issue}/card.png`, `/en${issue}/yi/card.png`, `/zh-hant${issue}/yi/card.png`]) {
    const card = await cards.find(target);
    assert.deepEqual([card?.type, card?.etag], ['image/png', cards.tagOf(target)], target);
    assert.equal((await fs.stat(card?.file ?? '')).size, card?.size);
  }
  const before = await fs.readdir(folder);
  const without = [`/ja${issue}/yi/card.png`, ...['draft', 'later', 'gone', 'nothing'].map((slug) => `/zh-hans${issue}/${slug}/card.png`), `/zh-hans${periodical}/card.png`, '/card.png', '/zh-hans/about/card.png', `/zh-hans${issue}/../card.png`, `/zh-hans${periodical}/2023-02-10/card.png`];
  for (const target of without) assert.equal(await cards.find(target), undefined, target);
  assert.deepEqual(await fs.readdir(folder), before);
});

test('a card is drawn once, anew when its headline changes, and kept in bounded space over a restart', async (context) => {
  const { cards, folder, change } = await openPortal(context, {}, 45_000);
  const target = `/zh-hans${issue}/yi/card.png`;
  const [one, again] = await Promise.all([cards.find(target), cards.find(target)]);
  assert.equal(one?.file, again?.file);
  assert.equal((await fs.readdir(folder)).length, 1);
  await change({ [`${issueFolder}/yi.md`]: articleText({ title: '改过的标题' }) });
  const changed = await cards.find(target);
  assert.notEqual(changed?.etag, one?.etag);
  await change({ [`${issueFolder}/yi.md`]: articleText({ title: '改过的标题' }, '另一段正文。\n') });
  assert.equal((await cards.find(target))?.etag, changed?.etag);
  for (const title of ['甲', '乙', '丙', '丁']) {
    await change({ [`${issueFolder}/yi.md`]: articleText({ title: `湖边${title}` }) });
    await cards.find(target);
  }
  const sizes = await Promise.all((await fs.readdir(folder)).map(async (name) => (await fs.stat(path.join(folder, name))).size));
  assert.ok(sizes.length > 0 && sizes.length < 6 && sizes.reduce((sum, size) => sum + size, 0) <= 45_000, sizes.join());
});
