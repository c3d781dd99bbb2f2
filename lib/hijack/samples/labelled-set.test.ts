import assert from 'node:assert/strict';
import { test } from 'node:test';
import { certainEnough, findHijacks } from '../scan';
import { makeLabelledSet, measure } from './labelled-set';
import { samplePlace, techniques } from './techniques';

const set = makeLabelledSet();

test('the set is large and wide enough, and the same every time', () => {
  assert.ok(set.clean.length >= 300 && set.injected.length >= 300 && techniques.length >= 12);
  assert.equal(new Set(set.clean).size > set.clean.length * 0.95, true);
  for (const { technique, text, original } of set.injected) assert.notEqual(text, original, technique.name);
  assert.deepEqual(makeLabelledSet().injected[7]?.text, set.injected[7]?.text);
});

test('every technique is found, undone where it can be, and never seen where it is not', () => {
  for (const { technique, samples, found, restored, falseAlarms, cleanTexts } of measure(set)) {
    assert.ok(found >= samples * 0.99, `${technique}: ${found} of ${samples} found`);
    assert.ok(restored === undefined || restored >= samples * 0.99, `${technique}: ${restored ?? 0} of ${samples} restored`);
    assert.ok(falseAlarms <= cleanTexts * 0.005, `${technique}: ${falseAlarms} false alarms in ${cleanTexts}`);
  }
});

test('a clean text has no certain finding at all', () => {
  const alarms = set.clean.flatMap((text) => findHijacks(text, { place: samplePlace }).filter(({ confidence }) => confidence >= certainEnough));
  assert.deepEqual(alarms, []);
});
