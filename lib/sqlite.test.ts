import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { isBrokenDatabase, openSqlite } from './sqlite';

async function makeFile(context: TestContext): Promise<string> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'sqlite-'));
  context.after(() => fs.rm(folder, { recursive: true }));
  return path.join(folder, 'deeper/data.sqlite');
}

test('a reader sees a committed change with its next question, and nothing before', async (context) => {
  const file = await makeFile(context);
  const writer = openSqlite(file, 'write');
  writer.exec('CREATE TABLE word (text TEXT)');
  const reader = openSqlite(file, 'read');
  const count = reader.prepare<{ count: number }>('SELECT count(*) AS count FROM word');
  const first = reader.prepare<{ text: string }>('SELECT text FROM word ORDER BY rowid');
  const insert = writer.prepare('INSERT INTO word VALUES (?)');
  assert.equal(insert.run('一'), 1);
  assert.equal(count.get()?.count, 1);
  // A question of which only the first row was taken must not hold the reader in the past.
  assert.equal(first.get()?.text, '一');
  writer.exec('BEGIN');
  insert.run('二');
  assert.equal(count.get()?.count, 1);
  writer.exec('COMMIT');
  assert.equal(count.get()?.count, 2);
  assert.deepEqual(first.all(), [{ text: '一' }, { text: '二' }]);
  writer.exec('DROP TABLE word; CREATE TABLE word (text TEXT, more TEXT)');
  assert.equal(count.get()?.count, 0, 'tables may be made anew under a prepared question');
  reader.close();
  writer.close();
});

test('a lone null and several values arrive as they are', async (context) => {
  const database = openSqlite(await makeFile(context), 'write');
  const one = database.prepare<{ value: unknown }>('SELECT ? AS value');
  for (const value of [null, '文', 0, 1.5, 1700000000123]) assert.deepEqual(one.all(value), [{ value }]);
  assert.deepEqual(database.prepare('SELECT ?1 AS a, ?2 AS b, ?1 AS c').all('一', null), [{ a: '一', b: null, c: '一' }]);
  assert.equal(one.get('文')?.value, '文');
  assert.equal(database.prepare('SELECT 1 WHERE 0').get(), undefined);
  database.close();
});

test('every answer is to its own question, whatever was asked before and whether it failed', async (context) => {
  const database = openSqlite(await makeFile(context), 'write');
  const json = database.prepare<{ text: string }>("SELECT json(value) AS text FROM (SELECT ?1 AS value UNION ALL SELECT '0')");
  const ways = [(text: string) => json.get(text)?.text, (text: string) => json.all(text)[0]?.text];
  for (const before of ways) {
    for (const after of ways) {
      assert.equal(before('1'), '1');
      assert.equal(after('2'), '2');
      assert.throws(() => before('{'), /malformed/);
      assert.equal(after('3'), '3');
      assert.equal(before('4'), '4');
    }
  }
  assert.throws(() => database.prepare('SELEC'), /syntax/);
  database.close();
});

test('a reading connection writes nothing, and makes no file', async (context) => {
  const file = await makeFile(context);
  assert.throws(() => openSqlite(file, 'read'), (error: Error) => error.message.includes(file));
  await assert.rejects(fs.stat(file), /ENOENT/);
  const writer = openSqlite(file, 'write');
  writer.exec('CREATE TABLE word (text TEXT)');
  const reader = openSqlite(file, 'read');
  assert.throws(() => reader.prepare("INSERT INTO word VALUES ('x')").run(), /readonly/);
  reader.close();
  writer.close();
});

test('a file that is no database is told from one that cannot be reached', async (context) => {
  const file = await makeFile(context);
  await fs.mkdir(path.dirname(file), { recursive: true });
  await fs.writeFile(file, 'no database '.repeat(1000));
  assert.throws(() => openSqlite(file, 'write'), (error: Error) => error.message.includes(file) && isBrokenDatabase(error));
  assert.throws(() => openSqlite(path.dirname(file), 'write'), (error: Error) => error.message.includes(path.dirname(file)) && !isBrokenDatabase(error));
});
