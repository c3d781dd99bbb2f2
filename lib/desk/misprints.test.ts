import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { findMisprints, parseMisprints, readMisprints } from './misprints';

test('a list is read line by line', () => {
  assert.deepEqual(parseMisprints('# 说明\n\n扞卫 捍卫\r\n按排　安排 按排序 # 排序\n'), [
    { wrong: '扞卫', right: '捍卫', except: [] },
    { wrong: '按排', right: '安排', except: ['按排序'] },
  ]);
});

test('a line that is no pair is named', () => {
  for (const line of ['扞卫', '捍卫 捍卫', '唯一 独一唯一']) assert.throws(() => parseMisprints(`# 一\n${line}\n`), new RegExp('misprints.txt:2'));
});

test('misprints are found, their exceptions are not', () => {
  const list = parseMisprints('扞卫 捍卫\n按排 安排 按排序 先按排名\n惟一 唯一\n惟一的 唯一的');
  const found = (text: string): readonly string[] => findMisprints(text, list).map(({ start, wrong }) => `${start} ${wrong}`);
  assert.deepEqual(found('坚定扞卫，坚决扞卫'), ['2 扞卫', '7 扞卫']);
  assert.deepEqual(found('按排工作，按排序，先按排名'), ['0 按排']);
  assert.deepEqual(found('惟一的'), ['0 惟一的']);
  assert.deepEqual(found('捍卫'), []);
});

test('a content folder without a list has no misprints', async () => {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'desk-'));
  assert.deepEqual(await readMisprints(folder), []);
  await fs.rm(folder, { recursive: true });
});
