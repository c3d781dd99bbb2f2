/** The same tests on both backends; what only one of them can suffer comes after. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { root } from '@/lib/root.mjs';
import { openSqlite } from '@/lib/sqlite';
import { findPostgres, type PostgresServer } from './fixtures/postgres-server';
import { openViews } from './open-views';
import { dayOf, type Views } from './views';

const morning = new Date('2023-02-03T01:00:00Z');
const nextMorning = new Date('2023-02-04T01:00:00Z');
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'portal-views-'));
after(() => fs.rmSync(folder, { recursive: true, force: true }));

/** Every test counts articles of its own, so that one database serves them all. */
let number = 0;
function newArticle(): string {
  number += 1;
  return `weekly/2023-02-03/第${number}篇'"%`;
}

async function countOf(views: Views, article: string): Promise<number | undefined> {
  return (await views.countViews([article])).get(article);
}

describe('dayOf', () => {
  it('is the day in China', () => {
    assert.equal(dayOf(new Date('2023-02-02T15:59:59Z')), '2023-02-02');
    assert.equal(dayOf(new Date('2023-02-02T16:00:00Z')), '2023-02-03');
  });
});

function describeViews(open: () => Views, place: () => string): void {
  it('counts each reader once an article and day', async () => {
    const views = open();
    const [one, two] = [newArticle(), newArticle()];
    assert.equal(await views.recordView(one, 'a', morning), true);
    assert.equal(await views.recordView(one, 'a', new Date(morning.getTime() + 60_000)), false);
    assert.equal(await views.recordView(one, 'b', morning), true);
    assert.equal(await views.recordView(two, 'a', morning), true);
    assert.equal(await countOf(views, one), 2);
    assert.equal(await views.recordView(one, 'a', nextMorning), true);
    assert.equal(await views.recordView(one, 'a', nextMorning), false);
    assert.deepEqual(
      await views.countViews([two, one, 'none/of/these']),
      new Map([
        [two, 1],
        [one, 3],
        ['none/of/these', 0],
      ]),
    );
    assert.deepEqual(await views.countViews([]), new Map());
    await views.close();
  });

  it('counts the same reader once however many ask at once', async () => {
    const views = open();
    const article = newArticle();
    const answers = await Promise.all(Array.from({ length: 60 }, (_, place) => views.recordView(article, `r${place % 20}`, nextMorning)));
    assert.equal(answers.filter(Boolean).length, 20);
    assert.equal(await countOf(views, article), 20);
    await views.close();
  });

  it('shares its counts with another that is open', async () => {
    const [here, there] = [open(), open()];
    const article = newArticle();
    await Promise.all(Array.from({ length: 30 }, (_, place) => (place % 2 ? here : there).recordView(article, `r${place}`, nextMorning)));
    assert.equal(await here.recordView(article, 'r0', nextMorning), false);
    assert.equal(await countOf(here, article), 30);
    assert.equal(await countOf(there, article), 30);
    await Promise.all([here.close(), there.close()]);
  });

  it('lists the most viewed since a day', async () => {
    const views = open();
    const later = new Date('2030-01-02T01:00:00Z');
    const [one, two, three] = ['a/1', 'a/2', 'B/3'];
    for (const [article, readers, at] of [
      [one, 2, later],
      [two, 5, later],
      [three, 2, later],
    ] as const) {
      for (let reader = 0; reader < readers; reader += 1) await views.recordView(article, `r${reader}`, at);
    }
    assert.deepEqual(await views.listMostViewed(later, 10), [
      { article: two, views: 5 },
      { article: three, views: 2 },
      { article: one, views: 2 },
    ]);
    assert.deepEqual(await views.listMostViewed(later, 1), [{ article: two, views: 5 }]);
    assert.deepEqual(await views.listMostViewed(new Date('2030-01-03T01:00:00Z'), 10), []);
    await views.close();
  });

  it('keeps what was acknowledged when it is opened again, and refuses when closed', async () => {
    const views = open();
    const article = newArticle();
    const begun = views.recordView(article, 'a', nextMorning);
    await views.close();
    assert.equal(await begun, true, 'what was begun is finished');
    await assert.rejects(views.recordView(article, 'b', nextMorning), /closed/);
    await assert.rejects(views.countViews([article]), /closed/);
    await assert.rejects(views.listMostViewed(morning, 1), /closed/);
    await views.close();
    const again = open();
    assert.equal(await countOf(again, article), 1);
    await again.close();
  });

  it('loses no acknowledged view when the process is killed', async () => {
    const article = newArticle();
    let acknowledged = 0;
    for (let round = 0; round < 3; round += 1) acknowledged += await recordUntilKilled(place(), article, `round${round}`, 120 + 97 * round);
    const views = open();
    const counted = (await countOf(views, article)) ?? 0;
    assert.ok(acknowledged >= 360, `${acknowledged} acknowledged`);
    assert.ok(counted >= acknowledged, `${acknowledged} acknowledged, ${counted} counted`);
    await views.close();
  });
}

/** Kills the counting process as soon as it has acknowledged so many views, and returns how many it had. */
function recordUntilKilled(place: string, article: string, name: string, enough: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const fixture = path.join(root, 'lib/store/fixtures/record-views.ts');
    const child = spawn(process.execPath, ['--import', 'tsx', fixture, place, article, name], { stdio: ['ignore', 'pipe', 'inherit'] });
    let acknowledged = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      acknowledged += chunk.toString().split('\n').length - 1;
      if (acknowledged >= enough) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', () => resolve(acknowledged));
  });
}

describe('views in SQLite', () => {
  const file = path.join(folder, 'shared', 'views.sqlite');
  describeViews(
    () => openViews({ file }),
    () => file,
  );

  it('refuses soon while another holds the file, and goes on when it lets go', async () => {
    const views = openViews({ file });
    const article = newArticle();
    await views.recordView(article, 'a', nextMorning);
    const other = openSqlite(file, 'write');
    other.exec('BEGIN IMMEDIATE');
    const start = performance.now();
    await assert.rejects(views.recordView(article, 'b', nextMorning), /locked|busy/i);
    assert.ok(performance.now() - start < 2000);
    assert.equal(await countOf(views, article), 1, 'reading goes on');
    other.exec('ROLLBACK');
    other.close();
    assert.equal(await views.recordView(article, 'b', nextMorning), true);
    await views.close();
  });

  it('refuses a file that is no database, and takes the one put in its place', async () => {
    const broken = path.join(folder, 'broken.sqlite');
    fs.writeFileSync(broken, 'not a database, '.repeat(100));
    const views = openViews({ file: broken });
    await assert.rejects(views.recordView('a', 'r', morning), /broken\.sqlite/);
    await assert.rejects(views.countViews(['a']), /broken\.sqlite/);
    fs.rmSync(broken);
    assert.equal(await views.recordView('a', 'r', morning), true);
    await views.close();
  });

  it('leaves no transaction open after trouble in the middle of one', async () => {
    const own = path.join(folder, 'trouble.sqlite');
    const views = openViews({ file: own });
    await views.recordView('a', 'r', morning);
    const other = openSqlite(own, 'write');
    other.exec('DROP TABLE views');
    other.close();
    await assert.rejects(views.recordView('a', 's', morning), /no such table/);
    assert.equal(await views.recordView('a', 's', morning), true);
    await views.close();
  });

  it('forgets the marks of earlier days, a part at a time, and keeps their counts', async () => {
    const own = path.join(folder, 'forget.sqlite');
    const views = openViews({ file: own });
    await Promise.all(Array.from({ length: 700 }, (_, reader) => views.recordView('a', `r${reader}`, morning)));
    const look = openSqlite(own, 'write');
    const marks = () => look.prepare<{ marks: number }>('SELECT COUNT(*) AS marks FROM readers').get()?.marks;
    assert.equal(marks(), 700);
    await views.recordView('a', 'r', nextMorning);
    assert.equal(marks(), 201);
    await views.recordView('a', 's', nextMorning);
    assert.equal(marks(), 2);
    assert.equal(await countOf(views, 'a'), 702);
    assert.equal(look.prepare<{ found: number }>("SELECT COUNT(*) AS found FROM readers WHERE reader = 'r'").get()?.found, 1);
    look.close();
    await views.close();
  });
});

describe('views in PostgreSQL', async () => {
  const server: PostgresServer | undefined = await findPostgres();
  if (!server) {
    const loud = 'NOT TESTED: PostgreSQL is neither installed nor installable here (Debian: apt-get install postgresql)';
    console.error(`\n*** ${loud} ***\n`);
    it('behaves as SQLite does', { skip: loud }, () => undefined);
    return;
  }
  before(() => server.start());
  after(() => server.remove());
  const open = () => openViews({ file: '', databaseUrl: server.url });

  it('makes its schema once, however many start at once', async () => {
    const machines = Array.from({ length: 8 }, open);
    const article = newArticle();
    await Promise.all(machines.map((views, place) => views.recordView(article, `r${place}`, morning)));
    assert.deepEqual(await Promise.all(machines.map((views) => countOf(views, article))), Array(8).fill(8));
    await Promise.all(machines.map((views) => views.close()));
  });

  describeViews(open, () => server.url);

  it('forgets the marks of earlier days and keeps their counts', async () => {
    const views = open();
    const article = newArticle();
    const far = new Date('2040-01-01T01:00:00Z');
    await views.recordView(article, 'a', far);
    await views.recordView(article, 'a', new Date('2040-01-02T01:00:00Z'));
    const { Client } = await import('pg');
    const client = new Client({ connectionString: server.url });
    await client.connect();
    const { rows } = await client.query("SELECT DISTINCT to_char(day, 'YYYY-MM-DD') AS day FROM portal_view_readers");
    await client.end();
    assert.deepEqual(rows, [{ day: '2040-01-02' }]);
    assert.equal(await countOf(views, article), 2);
    await views.close();
  });

  it('refuses soon while the server is away, and goes on when it is back', async () => {
    const views = open();
    const article = newArticle();
    const day = new Date('2041-01-01T01:00:00Z');
    assert.equal(await views.recordView(article, 'a', day), true);
    await server.stop();
    const start = performance.now();
    await assert.rejects(views.recordView(article, 'b', day));
    await assert.rejects(views.countViews([article]));
    const early = open();
    await assert.rejects(early.countViews([article]));
    assert.ok(performance.now() - start < 5000);
    await server.start();
    assert.equal(await views.recordView(article, 'b', day), true);
    assert.equal(await countOf(early, article), 2);
    await Promise.all([views.close(), early.close()]);
  });

  it('refuses soon when the server takes the call and says nothing', async (test) => {
    const calls: net.Socket[] = [];
    const silent = net.createServer((call) => calls.push(call)).listen(0, '127.0.0.1');
    test.after(() => {
      silent.close();
      for (const call of calls) call.destroy();
    });
    await new Promise((resolve) => silent.once('listening', resolve));
    const address = silent.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const views = openViews({ file: '', databaseUrl: `postgres://portal@127.0.0.1:${port}/postgres` });
    const start = performance.now();
    await Promise.all([assert.rejects(views.countViews(['a'])), assert.rejects(views.recordView('a', 'r', morning))]);
    assert.ok(performance.now() - start < 4000);
    await views.close();
  });
});
