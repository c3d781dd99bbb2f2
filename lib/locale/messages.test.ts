import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { locales } from './locales';
import { fill, messages, placeholdersOf } from './messages';

interface Room {
  readonly [key: string]: string | Room;
}

/** Every text of a dictionary under its dotted key. */
function flatten(room: Room, prefix = ''): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [key, value] of Object.entries(room)) {
    const name = prefix + key;
    if (typeof value === 'string') texts.set(name, value);
    else flatten(value, `${name}.`).forEach((text, inner) => texts.set(inner, text));
  }
  return texts;
}

describe('messages', () => {
  const pattern = flatten(messages('zh-hans'));

  for (const locale of locales) {
    it(`${locale} has exactly the keys and placeholders of zh-hans, and no empty text but a joint`, () => {
      const texts = flatten(messages(locale));
      assert.deepEqual([...texts.keys()].sort(), [...pattern.keys()].sort());
      for (const [key, text] of texts) {
        if (!/joint/i.test(key)) assert.notEqual(text.trim(), '', `${locale}: ${key} is empty`);
        const unique = (template: string) => [...new Set(placeholdersOf(template))].sort();
        assert.deepEqual(unique(text), unique(pattern.get(key) ?? ''), `${locale}: ${key}`);
        assert.doesNotMatch(text.replace(/\{[A-Za-z][A-Za-z0-9]*\}/g, ''), /[{}]/, `${locale}: ${key} has a stray brace`);
      }
    });
  }
});

describe('fill', () => {
  it('fills every placeholder, repeats included, and takes no value as a pattern', () => {
    assert.equal(fill('第{number}期，共{total}期，第{number}期', { number: 3, total: '$&' }), '第3期，共$&期，第3期');
    assert.equal(fill('没有空格', {}), '没有空格');
  });

  it('refuses a missing value and an unknown one', () => {
    assert.throws(() => fill('第{number}期', {}), /no value for \{number\}/);
    assert.throws(() => fill('第{number}期', { number: 1, total: 2 }), /has no \{total\}/);
    assert.throws(() => fill('{toString}', {}), /no value for \{toString\}/);
  });
});
