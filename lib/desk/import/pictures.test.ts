import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { loadSharp } from '@/lib/sharp';
import { noFacts, type Figure, type Manuscript } from './manuscript';
import { takePictures } from './pictures';

const sharp = loadSharp();

const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'desk-pictures-'));
const png = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#a33' } }).png().toBuffer();
await fs.mkdir(path.join(folder, 'site/page_files'), { recursive: true });
await fs.writeFile(path.join(folder, 'site/page_files/会场.png'), png);
await fs.writeFile(path.join(folder, 'site/broken.jpg'), 'no picture');
await fs.writeFile(path.join(folder, 'secret.png'), png);
after(() => fs.rm(folder, { recursive: true }));

const figure = (image: string, alt = '会场'): Figure => ({ kind: 'figure', line: 9, image, alt });
const manuscript = (...blocks: readonly Figure[]): Manuscript => ({ blocks, facts: noFacts, notes: [] });

test('pictures beside the page are found, named after the article, and kept once', async () => {
  const places = ['page_files/会场.png', './page_files/%E4%BC%9A%E5%9C%BA.png?v=1', 'https://img.example.cn/x/会场.png', `data:image/png;base64,${png.toString('base64')}`];
  for (const place of places) {
    const { manuscript: taken, pictures } = await takePictures(manuscript(figure(place), figure(place)), path.join(folder, 'site'), 'kai-hui');
    assert.deepEqual(pictures.map(({ name }) => name), ['kai-hui-1.png'], place);
    assert.deepEqual(taken.blocks.map((block) => block.kind === 'figure' && block.image), ['kai-hui-1.png', 'kai-hui-1.png'], place);
  }
});

test('what is missing, broken, outside or without alt text is told', async () => {
  const cases: readonly (readonly [place: string, alt: string, told: RegExp])[] = [
    ['nowhere.jpg', '会场', /没有这张图片/],
    ['broken.jpg', '会场', /不是能用的图片/],
    ['../secret.png', '会场', /没有这张图片/],
    ['page_files/会场.png', '', /替代文字/],
  ];
  for (const [place, alt, told] of cases) {
    const { manuscript: taken } = await takePictures(manuscript(figure(place, alt)), path.join(folder, 'site'), 'kai-hui');
    assert.match(taken.notes.filter(({ kind }) => kind === 'doubt').map(({ words, line }) => `${line ?? ''} ${words.zh}`).join('\n'), told, place);
  }
});
