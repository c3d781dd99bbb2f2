import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '@/lib/root.mjs';
import { box, frameBytes, frameSeconds, silentMp3, silentMp4 } from './fixtures/sample-recordings';
import { measureRecording, recordingName } from './recording';
import { measureMp3 } from './recording/mp3';
import { measureMp4 } from './recording/mp4';

const round = (seconds: number | undefined): number | undefined => seconds && Math.round(seconds * 1000) / 1000;
const nameTag = Buffer.concat([Buffer.from('TAG'), Buffer.alloc(125, ' ')]);

/** An APE tag with its head, around items of 20 bytes. */
function apeTag(): Buffer {
  const mark = (flags: number): Buffer => {
    const bytes = Buffer.alloc(32);
    bytes.write('APETAGEX', 'latin1');
    bytes.writeUInt32LE(52, 12);
    bytes.writeUInt32LE(flags, 20);
    return bytes;
  };
  return Buffer.concat([mark(0xa000_0000), Buffer.alloc(20, 'x'), mark(0x8000_0000)]);
}

const sound = silentMp3();
const seconds = round(100 * frameSeconds);
const mp3s: readonly (readonly [name: string, bytes: Buffer, seconds: number | undefined])[] = [
  ['frames alone', sound, seconds],
  ['a tag in front, and the zeros that pad it', silentMp3({ padding: 5000 }), seconds],
  ['zeros behind a tag that does not count them', Buffer.concat([silentMp3({ frames: 0, padding: 0 }), Buffer.alloc(700), sound]), seconds],
  ['an ID3v1 tag behind', Buffer.concat([sound, nameTag]), seconds],
  ['an APE tag and an ID3v1 tag behind', Buffer.concat([sound, apeTag(), nameTag]), seconds],
  ['zeros behind', Buffer.concat([sound, Buffer.alloc(500)]), seconds],
  ['two recordings joined, the second with its tag', Buffer.concat([sound, silentMp3({ padding: 20 })]), round(200 * frameSeconds)],
  ["an encoder's note, which is no sound", silentMp3({ told: 100 }), seconds],
  ['cut within a frame', sound.subarray(0, -30), undefined],
  ['cut between two frames, which the note betrays', silentMp3({ told: 100 }).subarray(0, -frameBytes), undefined],
  ['two frames', silentMp3({ frames: 2 }), undefined],
  ['a tag and nothing else', silentMp3({ frames: 0, padding: 100 }), undefined],
  ['something else between the frames', Buffer.concat([sound, Buffer.from('<html></html>'), sound]), undefined],
  ['something else behind', Buffer.concat([sound, Buffer.alloc(300, 'x')]), undefined],
  ['an M4A', silentMp4(), undefined],
  ['words', Buffer.from('---\ntitle: 标题\n---\n'), undefined],
  ['nothing', Buffer.alloc(0), undefined],
];

for (const [name, bytes, expected] of mp3s) {
  test(`MP3: ${name}`, () => assert.equal(round(measureMp3(bytes)), expected));
}

const mp4s: readonly (readonly [name: string, bytes: Buffer, seconds: number | undefined])[] = [
  ['one track of AAC', silentMp4(), 90],
  ['long numbers', silentMp4({ isLong: true }), 90],
  ['a track of chapters beside the sound', silentMp4({ tracks: [['text', 'text'], ['soun', 'mp4a']] }), 90],
  ['a box of another kind', Buffer.concat([silentMp4(), box('free', Buffer.alloc(9))]), 90],
  ['sound that browsers do not all play', silentMp4({ tracks: [['soun', 'alac']] }), undefined],
  ['moving pictures', silentMp4({ tracks: [['soun', 'mp4a'], ['vide', 'avc1']] }), undefined],
  ['no sound', silentMp4({ tracks: [] }), undefined],
  ['no length, as in a file made for streaming', silentMp4({ seconds: 0 }), undefined],
  ['cut short', silentMp4().subarray(0, -1), undefined],
  ['bytes behind that are no box', Buffer.concat([silentMp4(), Buffer.from('x')]), undefined],
  ['no sound data', silentMp4().subarray(0, -1008), undefined],
  ['an MP3', sound, undefined],
  ['nothing', Buffer.alloc(0), undefined],
];

for (const [name, bytes, expected] of mp4s) {
  test(`M4A: ${name}`, () => assert.equal(measureMp4(bytes), expected));
}

test('recordings made by usual encoders', () => {
  const folder = path.join(root, 'e2e/content/news/periodicals/zhoukan/2025-03-07');
  const read = (name: string) => measureRecording(name, fs.readFileSync(path.join(folder, name)));
  const [chinese, english] = [read('bicycle-racks.mp3'), read('bicycle-racks.en.m4a')];
  assert.deepEqual([chinese?.format, chinese?.seconds, chinese?.size], ['mp3', 19, 39_032]);
  assert.deepEqual([english?.format, english?.seconds, english?.size], ['m4a', 8, 18_954]);
});

test('a file is what its name says, and has a second at least', () => {
  assert.equal(measureRecording('a.MP3', silentMp3({ frames: 4 }))?.seconds, 1);
  assert.equal(measureRecording('a.m4a', sound), undefined);
  assert.equal(measureRecording('a.mp3', silentMp4()), undefined);
  assert.match(measureRecording('a.mp3', sound)?.hash ?? '', /^[0-9a-f]{16}$/);
});

test('broken files are told and never thrown at', () => {
  const samples = [silentMp3({ padding: 30, told: 100 }), Buffer.concat([sound, apeTag(), nameTag]), silentMp4(), silentMp4({ isLong: true })];
  let seed = 7;
  const next = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below;
  for (const sample of samples) {
    for (let time = 0; time < 2_000; time++) {
      const bytes = Buffer.from(sample.subarray(0, next(2) === 0 ? sample.length : next(sample.length)));
      for (let change = next(4); change > 0 && bytes.length > 0; change--) bytes[next(Math.min(bytes.length, 300))] = next(256);
      for (const measured of [measureMp3(bytes), measureMp4(bytes)]) assert.ok(measured === undefined || (measured > 0 && Number.isFinite(measured)));
    }
  }
});

test('`audio` is a bare name of a form that every browser plays', () => {
  assert.equal(recordingName.parse('朗读 1.MP3'), '朗读 1.MP3');
  for (const name of ['a.ogg', 'a.opus', 'a.wav', 'a.mp4', 'a', '.mp3/', '../a.mp3', 'b/a.m4a', 'a.mp3?x', 'https://example.com/a.mp3']) assert.equal(recordingName.safeParse(name).success, false, name);
});
