/** Every theme keeps text at 7:1 and more (WCAG 1.4.6), read from the sheets themselves. */
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { root } from '@/lib/root.mjs';

type Colours = Readonly<Record<string, string>>;

const read = (name: string): string => fs.readFileSync(path.join(root, 'app/_styles', name), 'utf8');

/** The custom properties of the rules whose selector is asked for, later ones over earlier ones. */
function coloursOf(sheet: string, isAsked: (selector: string) => boolean): Colours {
  const rules = [...sheet.replace(/\/\*[^]*?\*\//g, '').matchAll(/([^{};]+)\{((?:[^{}]*;)?)/g)];
  return Object.fromEntries(rules.filter(([, selector = '']) => isAsked(selector.trim())).flatMap(([, , body = '']) => [...body.matchAll(/--([\w-]+):\s*(#[0-9a-f]{3,6});/g)].map(([, name = '', value = '']) => [name, value])));
}

/** Relative luminance of #rgb or #rrggbb, https://www.w3.org/TR/WCAG22/#dfn-relative-luminance. */
function luminance(colour: string): number {
  const digits = colour.length === 4 ? Array.from(colour.slice(1), (digit) => digit + digit) : (colour.slice(1).match(/../g) ?? []);
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => Number.parseInt(pair, 16) / 255).map((part) => (part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const tokens = read('tokens.css');
const elder = read('elder.css');
const night = tokens.indexOf('@media (prefers-color-scheme: dark)');
const light = coloursOf(tokens.slice(0, night), (selector) => selector === ':root');
const usual = coloursOf(tokens.slice(night), (selector) => selector === ':root');
const chosen = (theme: string): Colours => ({ ...light, ...coloursOf(tokens, (selector) => selector.includes(`[data-theme='${theme}']`)) });
const systemDark = { ...light, ...usual };
const elderLight = { ...light, ...coloursOf(elder, (selector) => selector.startsWith(':root:is(')) };
const themes: Readonly<Record<string, Colours>> = {
  'light by the system': light,
  'dark by the system': systemDark,
  light: chosen('light'),
  dark: chosen('dark'),
  sepia: chosen('sepia'),
  contrast: chosen('contrast'),
  elder: elderLight,
  'elder in the dark': { ...systemDark, ...elderLight, ...coloursOf(elder, (selector) => selector.startsWith('@media (prefers-color-scheme: dark)')) },
};

for (const [name, colours] of Object.entries(themes)) {
  test(`${name}: all text is at least 7:1 on what it stands on`, () => {
    const pairs = [...['ink', 'quiet', 'brand'].flatMap((text) => ['paper', 'sheet'].map((ground) => [text, ground] as const)), ['on-cover', 'cover'] as const, ['on-slip', 'slip'] as const];
    for (const [text, ground] of pairs) {
      const [front, back] = [colours[text], colours[ground]];
      assert.ok(front !== undefined && back !== undefined, `${text} on ${ground} is known`);
      const ratio = contrast(front, back);
      assert.ok(ratio >= 7, `${text} ${front} on ${ground} ${back} is ${ratio.toFixed(2)}:1`);
    }
  });
}

test('a theme chosen against the system has the colours of the same theme by the system', () => {
  const shared = Object.keys(usual);
  const of = (colours: Colours): readonly (string | undefined)[] => shared.map((name) => colours[name]);
  assert.deepEqual(of(themes['dark'] ?? {}), of(systemDark));
  assert.deepEqual(of(themes['light'] ?? {}), of(light));
});
