import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Command } from './command';
import { readCommandLine } from './command-line';

const nothing = { zh: '', en: '' };
const print: Command = {
  name: 'print',
  summary: nothing,
  words: '<file>',
  wordCount: { least: 1, most: 2 },
  flags: { format: { value: '<human|json>', choices: ['human', 'json'], summary: nothing }, into: { value: '<folder>', summary: nothing }, force: { summary: nothing } },
  details: [],
  run: () => Promise.resolve(0),
};
const read = (line: string): ReturnType<typeof readCommandLine> => readCommandLine(line === '' ? [] : line.split(' '), [print]);

test('a right line gives words, values and switches', () => {
  const reading = read('print a.txt - --format=json --into b --force');
  assert.ok(reading.kind === 'call');
  assert.deepEqual(reading.call.words, ['a.txt', '-']);
  assert.equal(reading.call.text('format'), 'json');
  assert.equal(reading.call.text('into'), 'b');
  assert.equal(reading.call.has('force'), true);
  assert.equal(reading.call.text('force'), undefined);
});

test('what is wrong is named, with the nearest right word', () => {
  const cases: readonly (readonly [line: string, words: RegExp])[] = [
    ['pirnt a', /print/],
    ['zzzzzz', /print/],
    ['print', /<file>/],
    ['print a b c', /"c"/],
    ['print a --frmat json', /--format/],
    ['print a -f', /-f/],
    ['print a --format', /--format needs/],
    ['print a --into --force', /--into needs/],
    ['print a --force=yes', /no value/],
    ['print a --format jsn', /json/],
  ];
  for (const [line, words] of cases) {
    const reading = read(line);
    assert.ok(reading.kind === 'mistake', line);
    assert.match(reading.message.en, words, line);
  }
});

test('help is asked for in many ways', () => {
  for (const line of ['', '--help', '-h', 'help']) assert.deepEqual(read(line), { kind: 'help' }, line);
  for (const line of ['print --help', 'print -h', 'help print', 'print a --force --help']) assert.deepEqual(read(line), { kind: 'help', command: print }, line);
});
