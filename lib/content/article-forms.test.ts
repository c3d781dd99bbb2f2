import assert from 'node:assert/strict';
import { test } from 'node:test';
import { locales, type Locale } from '@/lib/locale/locales';
import type { Address } from '@/lib/routes';
import { shortCodeOf } from '@/lib/short-code';
import { openSqlite } from '@/lib/sqlite';
import { openSample, sampleArticle as id } from './fixtures/sample-catalogue';
import { articleText, issueFolder, writeFiles } from './fixtures/sample-content';

test('a short address leads to its article whatever is corrected in it, to nobody before its time, and to both where two have one code', async (context) => {
  const { catalogue, environment, indexer, setClock } = await openSample(context, {
    [`${issueFolder}/draft.md`]: articleText({ status: 'draft' }),
    [`${issueFolder}/later.md`]: articleText({ published: '2023-07-01 08:00' }),
    [`${issueFolder}/gone.md`]: articleText({ status: 'withdrawn', withdrawal: '\n  date: 2023-02-04\n  reason: 有误' }),
  });
  const codeOf = (slug: string): string => shortCodeOf({ ...id, slug });
  const copy = (slug: string): Address => ({ kind: 'copy', locale: 'en', code: codeOf(slug) });
  assert.deepEqual(['yi', 'gone', 'draft', 'later', 'nothing'].map((slug) => catalogue.listByCode(codeOf(slug)).length), [1, 1, 0, 0, 0]);
  assert.deepEqual(['yi', 'gone', 'draft', 'later'].map((slug) => catalogue.has(copy(slug))), [true, true, false, false]);
  setClock('2023-07-01 08:00');
  assert.equal(catalogue.has(copy('later')), true);
  await writeFiles(environment.content, { [`${issueFolder}/yi.md`]: articleText({ title: '改过的标题', published: '2023-02-02 09:00', corrections: '\n  - date: 2023-02-04\n    wrong: 甲\n    right: 乙' }) });
  await indexer.refresh();
  assert.deepEqual(catalogue.listByCode(codeOf('yi')), [id]);
  const index = openSqlite(`${environment.data}/index.sqlite`, 'write');
  index.prepare('UPDATE article SET code = ? WHERE slug = ?').run(codeOf('yi'), 'gone');
  index.close();
  assert.deepEqual(catalogue.listByCode(codeOf('yi')).map(({ slug }) => slug), ['yi', 'gone']);
});

test('an article is read in two languages where both were written', async (context) => {
  const { catalogue, setClock } = await openSample(context, {
    [`${issueFolder}/yi.en.md`]: '---\ntitle: English\n---\n\nText.\n',
    [`${issueFolder}/yi.ja.md`]: '---\ntitle: 日本語\n---\n\n本文。\n',
    [`${issueFolder}/yi.zh-hant.md`]: '---\ntitle: 繁體\n---\n\n正文。\n',
  });
  const besides = (slug: string): Record<Locale, readonly Locale[]> => Object.fromEntries(locales.map((locale) => [locale, catalogue.listBeside(locale, { ...id, slug })])) as Record<Locale, readonly Locale[]>;
  assert.deepEqual(besides('yi'), { 'zh-hans': ['zh-hant', 'en', 'ja'], 'zh-hant': ['zh-hans', 'en', 'ja'], en: ['zh-hans', 'zh-hant', 'ja'], ja: ['zh-hans', 'zh-hant', 'en'] });
  assert.deepEqual(catalogue.findArticle('en', id)?.beside, ['zh-hans', 'zh-hant', 'ja']);
  assert.equal(catalogue.findArticle('en', id)?.title, catalogue.findParallel('en', id, 'zh-hans')?.articles[1].title, 'the Original goes first');
  assert.equal(catalogue.findParallel('ja', id, 'en')?.articles[0].title, '日本語', "else the reader's own");
  assert.equal(catalogue.findParallel('en', id, 'en'), undefined);
  assert.equal(catalogue.has({ kind: 'parallel', locale: 'en', ...id, beside: 'ja' }), true);
  setClock('2023-01-01 00:00');
  assert.equal(catalogue.has({ kind: 'parallel', locale: 'en', ...id, beside: 'ja' }), false, 'not out yet');
});
