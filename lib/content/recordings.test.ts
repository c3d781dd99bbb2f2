import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { Locale } from '@/lib/locale/locales';
import { openSample, sampleArticle as id } from './fixtures/sample-catalogue';
import { articleText, issueFolder, writeFiles } from './fixtures/sample-content';
import { silentMp3, silentMp4 } from './fixtures/sample-recordings';

test('recordings: each text has its own; converted characters have that of the Original', async (context) => {
  const { catalogue, environment } = await openSample(context, {
    [`${issueFolder}/yi.md`]: articleText({ title: '第一篇', audio: '朗读 一.mp3' }),
    [`${issueFolder}/yi.en.md`]: '---\ntitle: One\naudio: yi.en.m4a\n---\n\nBody.\n',
    [`${issueFolder}/朗读 一.mp3`]: silentMp3({ frames: 16_000 }),
    [`${issueFolder}/yi.en.m4a`]: silentMp4(),
    [`${issueFolder}/er.md`]: articleText({ title: '第二篇', audio: 'er.mp3' }),
    [`${issueFolder}/er.mp3`]: silentMp3(),
    [`${issueFolder}/er.en.md`]: '---\ntitle: Two\n---\n\nBody.\n',
    [`${issueFolder}/er.zh-hant.md`]: '---\ntitle: 第二篇\n---\n\n正文。\n',
  });
  const told = (locale: Locale, slug: string) => {
    const recording = catalogue.findArticle(locale, { ...id, slug })?.recording;
    return recording && [recording.path.split('/').at(-1), recording.format, recording.seconds];
  };
  const chinese = [encodeURIComponent('朗读 一.mp3'), 'mp3', 576];
  assert.deepEqual([told('zh-hans', 'yi'), told('zh-hant', 'yi'), told('en', 'yi'), told('ja', 'yi')], [chinese, chinese, ['yi.en.m4a', 'm4a', 90], chinese]);
  assert.deepEqual([told('zh-hans', 'er'), told('zh-hant', 'er'), told('en', 'er')], [['er.mp3', 'mp3', 4], ['er.mp3', 'mp3', 4], undefined]);

  const { path = '', size } = catalogue.findArticle('zh-hans', id)?.recording ?? {};
  const [, , , , hash = ''] = path.split('/');
  const file = catalogue.findRecordingFile('zhoukan/2023-02-03', '朗读 一.mp3', hash);
  assert.deepEqual([file?.type, file?.size], ['audio/mpeg', size]);
  assert.ok(file?.file.startsWith(environment.content));
  assert.equal(catalogue.findRecordingFile('zhoukan/2023-02-03', '朗读 一.mp3', '0000000000000000'), undefined);
  assert.equal(catalogue.findRecordingFile('zhoukan/2023-02-03', '../../site.md', hash), undefined);
});

test('what readers may not read they may not hear', async (context) => {
  const withdrawn = { status: 'withdrawn', withdrawal: '\n  date: 2023-02-04\n  reason: 有误' };
  const sound: Readonly<Record<string, Buffer>> = { [`${issueFolder}/a.mp3`]: silentMp3({ frames: 50 }), [`${issueFolder}/b.mp3`]: silentMp3({ frames: 60 }), [`${issueFolder}/c.mp3`]: silentMp3({ frames: 70 }), [`${issueFolder}/d.mp3`]: silentMp3({ frames: 80 }) };
  const { catalogue, environment, indexer, setClock } = await openSample(context, {
    ...sound,
    [`${issueFolder}/gao.md`]: articleText({ status: 'draft', audio: 'a.mp3' }),
    [`${issueFolder}/che.md`]: articleText({ audio: 'b.mp3' }),
    [`${issueFolder}/hou.md`]: articleText({ published: '2023-07-01 08:00', audio: 'c.mp3' }),
  });
  const isHeard = (name: string): boolean => {
    const hash = createHash('sha256').update(sound[`${issueFolder}/${name}`] ?? '').digest('hex').slice(0, 16);
    return catalogue.findRecordingFile('zhoukan/2023-02-03', name, hash) !== undefined;
  };
  assert.deepEqual(['a.mp3', 'b.mp3', 'c.mp3', 'd.mp3'].map(isHeard), [false, true, false, false]);
  setClock('2023-07-01 08:00');
  assert.ok(isHeard('c.mp3'));
  await writeFiles(environment.content, { [`${issueFolder}/che.md`]: articleText({ ...withdrawn, audio: 'b.mp3' }) });
  await indexer.refresh();
  assert.equal(isHeard('b.mp3'), false);
  assert.equal(catalogue.findArticle('zh-hans', { ...id, slug: 'che' })?.recording, undefined);
});
