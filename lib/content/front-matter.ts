/**
 * From a document's data to typed facts and words, with every trouble as a Problem at its line.
 * Hides zod's issues: schemas come in, Problems in the editors' words come out.
 */
import type { z } from 'zod';
import type { Bilingual, Problem } from '@/lib/problem';
import { contentProblem } from './content-problem';
import type { KeyPath, TextDocument } from './document';
import { fieldTroubleOf } from './fields';
import { findNearest } from './nearest';

export interface FrontMatter<Data> {
  /** Undefined when a Problem stands in the way. */
  readonly data?: Data;
  readonly problems: readonly Problem[];
}

interface ReadingRules {
  /** Keys of the Original that a Translation may not repeat. */
  readonly factKeys?: readonly string[];
}

/** Checks the front matter against its schema. */
export function parseFrontMatter<Data>(document: TextDocument, schema: z.ZodType<Data>, rules: ReadingRules = {}): FrontMatter<Data> {
  const result = schema.safeParse(document.data);
  if (result.success) return { data: result.data, problems: [] };
  return { problems: result.error.issues.flatMap((issue) => describe(document, issue, rules)) };
}

function describe(document: TextDocument, issue: z.core.$ZodIssue, rules: ReadingRules): readonly Problem[] {
  const path = issue.path.map((step) => (typeof step === 'symbol' ? String(step) : step));
  const name = nameOf(path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(document, [...path, key], issue.message.split(' '), path.length === 0 ? rules : {}));
    case 'invalid_value':
      return [unknownChoice(document, path, issue.values.map(String))];
    case 'custom': {
      const { rule, zh, en } = fieldTroubleOf(issue.params);
      const value = quote(document.valueAt(path));
      const message = { zh: `${name} 的内容不对：${value}`, en: `${name} is not right: ${value}` };
      return [contentProblem(document.file, document.placeOfValue(path), rule, message, { zh, en })];
    }
    case 'invalid_type':
      return [document.valueAt(path) === undefined ? missingFact(document, path) : wrongType(document, path, issue.expected)];
    default:
      return [missingFact(document, path)];
  }
}

function unknownKey(document: TextDocument, path: KeyPath, known: readonly string[], { factKeys = [] }: ReadingRules): Problem {
  const key = String(path.at(-1));
  const at = document.placeOfKey(path);
  if (factKeys.includes(key)) {
    return contentProblem(
      document.file,
      at,
      'fact-in-translation',
      { zh: `译文里不写 ${key}：它只写在原文里`, en: `A translation does not hold ${key}: only the Original does` },
      { zh: `删去 ${key}；要改就改原文`, en: `Remove ${key}; change it in the Original` },
    );
  }
  const nearest = findNearest(key, known);
  const all: Bilingual = { zh: `这里可以写：${known.join('、')}`, en: `Known here: ${known.join(', ')}` };
  return contentProblem(
    document.file,
    at,
    'unknown-key',
    { zh: `不认识的名称 ${nameOf(path)}`, en: `Unknown key ${nameOf(path)}` },
    nearest ? { zh: `是不是 ${nearest}？${all.zh}`, en: `Did you mean ${nearest}? ${all.en}` } : all,
  );
}

function unknownChoice(document: TextDocument, path: KeyPath, choices: readonly string[]): Problem {
  const value = document.valueAt(path);
  const nearest = findNearest(String(value), choices);
  return contentProblem(
    document.file,
    document.placeOfValue(path),
    path.at(-1) === 'status' ? 'unknown-status' : 'wrong-type',
    { zh: `${nameOf(path)} 不能是 ${quote(value)}`, en: `${nameOf(path)} cannot be ${quote(value)}` },
    {
      zh: `${nearest ? `是不是 ${nearest}？` : ''}可以写：${choices.join('、')}`,
      en: `${nearest ? `Did you mean ${nearest}? ` : ''}One of: ${choices.join(', ')}`,
    },
  );
}

function missingFact(document: TextDocument, path: KeyPath): Problem {
  const name = nameOf(path);
  const last = path.at(-1);
  const at = document.placeOfKey(path);
  if (last === 'alt') {
    return contentProblem(
      document.file,
      at,
      'alt-missing',
      { zh: '图片没有替代文字 alt', en: 'The picture has no alt text' },
      { zh: '加一行 alt: 图里有什么（给看不到图的人听）', en: 'Add a line alt: what the picture shows, for those who cannot see it' },
    );
  }
  return contentProblem(
    document.file,
    at,
    path[0] === 'withdrawal' ? 'withdrawal-incomplete' : 'missing-fact',
    { zh: `缺少 ${name}`, en: `${name} is missing` },
    typeof last === 'number'
      ? { zh: '删去空的一项，或者补上内容', en: 'Remove the empty item, or fill it in' }
      : { zh: `加一行 ${String(last)}: …`, en: `Add a line ${String(last)}: …` },
  );
}

const forms: Readonly<Record<string, Bilingual>> = {
  string: { zh: '一段文字，例如 名称: 内容', en: 'one text, such as key: words' },
  array: { zh: '一个列表，每行以“- ”开头，或者写成 [甲, 乙]', en: 'a list, each line beginning with "- ", or [one, two]' },
  object: { zh: '下一层，每行缩进两个空格再写“名称: 内容”', en: 'a map: lines of key: value below it, two spaces further in' },
};

function wrongType(document: TextDocument, path: KeyPath, expected: string): Problem {
  const form = forms[expected] ?? forms['object'] ?? { zh: expected, en: expected };
  return contentProblem(
    document.file,
    document.placeOfValue(path),
    'wrong-type',
    { zh: `${nameOf(path)} 的写法不对`, en: `${nameOf(path)} has the wrong form` },
    { zh: `写成${form.zh}`, en: `Write ${form.en}` },
  );
}

/** `figures[1].alt`, as the manual writes it. */
export function nameOf(path: KeyPath): string {
  return path.map((step, place) => (typeof step === 'number' ? `[${step + 1}]` : `${place === 0 ? '' : '.'}${step}`)).join('');
}

function quote(value: unknown): string {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return `“${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}”`;
}
