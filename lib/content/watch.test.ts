import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { test, type TestContext } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { openCatalogue, type Catalogue } from './catalogue';
import { openIndexer, type Indexer, type RefreshOptions } from './indexer';
import { followContent, watchContent } from './watch';

const site = '---\nname: 新闻中心\norganisation: 示例园区管理委员会\nplace: 示例园区\n---\n';
const periodical = '---\ntitle: 示例周刊\ncolumns:\n  - slug: yaowen\n    name: 要闻\n---\n';
const article = (title: string): string => `---\ntitle: ${title}\npublished: 2023-02-03 10:20\ncolumn: 要闻\n---\n\n正文。\n`;
const id = { periodical: 'zhoukan', issue: '2023-02-03', slug: 'yi' };

async function openWatched(context: TestContext, { isWatched = true } = {}) {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'watch-'));
  const content = path.join(folder, 'content');
  const periodicals = path.join(content, 'news/periodicals');
  await fs.mkdir(path.join(periodicals, 'zhoukan'), { recursive: true });
  await fs.writeFile(path.join(content, 'site.md'), site);
  await fs.writeFile(path.join(periodicals, 'zhoukan/index.md'), periodical);
  const environment = { content, data: path.join(folder, 'data') };
  const indexer = openIndexer(environment);
  await indexer.refresh();
  const catalogue = openCatalogue(environment);
  const troubles: Error[] = [];
  const watch = isWatched ? watchContent(indexer, { onChange: () => undefined, onTrouble: (error) => troubles.push(error) }) : undefined;
  await watch?.ready;
  context.after(async () => {
    watch?.close();
    await indexer.refresh().catch(() => undefined);
    catalogue.close();
    indexer.close();
    await fs.rm(folder, { recursive: true });
  });
  const titleOf = (wanted = id): string | undefined => catalogue.findArticle('zh-hans', wanted)?.title;
  return { content, periodicals, indexer, catalogue, troubles, titleOf };
}

async function until(isTrue: () => boolean, message: string): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!isTrue()) {
    if (Date.now() > deadline) assert.fail(`not within five seconds: ${message}`);
    await pause(10);
  }
}

test('a folder dropped in, files changed in it, and the folder taken away', async (context) => {
  const { periodicals, titleOf, content } = await openWatched(context);
  const outside = path.join(content, '../issue');
  await fs.mkdir(outside);
  await fs.writeFile(path.join(outside, 'yi.md'), article('一'));
  const issue = path.join(periodicals, 'zhoukan/2023-02-03');
  await fs.rename(outside, issue);
  await until(() => titleOf() === '一', 'the dropped folder shows');
  await fs.writeFile(path.join(issue, 'yi.md'), article('一之二'));
  await until(() => titleOf() === '一之二', 'the changed file shows');
  // As many editors save: a new file put in the place of the old one.
  await fs.writeFile(path.join(issue, 'yi.md.tmp'), article('一之三'));
  await fs.rename(path.join(issue, 'yi.md.tmp'), path.join(issue, 'yi.md'));
  await until(() => titleOf() === '一之三', 'the replaced file shows');
  await fs.rm(issue, { recursive: true });
  await until(() => titleOf() === undefined, 'the removed folder is gone');
});

test('folders made one inside the other at once are followed to the bottom', async (context) => {
  const { periodicals, titleOf } = await openWatched(context);
  const other = path.join(periodicals, 'yuekan/2023-02-03');
  await fs.mkdir(other, { recursive: true });
  await fs.writeFile(path.join(periodicals, 'yuekan/index.md'), periodical);
  await pause(300);
  await fs.writeFile(path.join(other, 'yi.md'), article('月刊一'));
  await until(() => titleOf({ ...id, periodical: 'yuekan' }) === '月刊一', 'the file at the bottom shows');
});

test('a renamed folder is followed under its new name and left under its old one', async (context) => {
  const { periodicals, titleOf } = await openWatched(context);
  const [before, after] = ['2023-02-03', '2023-02-10'].map((date) => path.join(periodicals, 'zhoukan', date));
  assert.ok(before && after);
  await fs.mkdir(before);
  await fs.writeFile(path.join(before, 'yi.md'), article('一'));
  await until(() => titleOf() === '一', 'the first name');
  await fs.rename(before, after);
  await until(() => titleOf({ ...id, issue: '2023-02-10' }) === '一' && titleOf() === undefined, 'the second name');
  await fs.writeFile(path.join(after, 'yi.md'), article('改'));
  await until(() => titleOf({ ...id, issue: '2023-02-10' }) === '改', 'a change under the new name');
  // Another folder of the old name: the watch of the moved one must not stand for it.
  await fs.mkdir(before);
  await fs.writeFile(path.join(before, 'yi.md'), article('新'));
  await until(() => titleOf() === '新', 'a new folder of the old name');
});

test('a folder swapped for another of its name in one breath is followed', async (context) => {
  const { periodicals, titleOf } = await openWatched(context);
  const issue = path.join(periodicals, 'zhoukan/2023-02-03');
  await fs.mkdir(issue);
  await fs.writeFile(path.join(issue, 'yi.md'), article('一'));
  await until(() => titleOf() === '一', 'the first folder');
  const next = path.join(periodicals, '../next');
  await fs.mkdir(next);
  await fs.writeFile(path.join(next, 'yi.md'), article('二'));
  await fs.rename(issue, path.join(periodicals, '../before'));
  await fs.rename(next, issue);
  await until(() => titleOf() === '二', 'the second folder');
  await fs.writeFile(path.join(issue, 'yi.md'), article('三'));
  await until(() => titleOf() === '三', 'a change in the second folder');
});

test('a half-written file keeps the last good version', async (context) => {
  const { periodicals, titleOf, indexer } = await openWatched(context);
  const issue = path.join(periodicals, 'zhoukan/2023-02-03');
  await fs.mkdir(issue);
  await fs.writeFile(path.join(issue, 'yi.md'), article('一'));
  await until(() => titleOf() === '一', 'the first version');
  await fs.writeFile(path.join(issue, 'yi.md'), '---\ntitle: 写到一半');
  await until(() => indexer.problems().length === 1, 'the Problem');
  assert.equal(titleOf(), '一');
  await fs.writeFile(path.join(issue, 'yi.md'), article('写完了'));
  await until(() => titleOf() === '写完了' && indexer.problems().length === 0, 'the finished version');
});

test('a file that is written to without a pause is taken all the same, and holds nothing else up', async (context) => {
  const { periodicals, titleOf } = await openWatched(context);
  const issue = path.join(periodicals, 'zhoukan/2023-02-03');
  await fs.mkdir(issue);
  await fs.writeFile(path.join(issue, 'yi.md'), article('一'));
  await until(() => titleOf() === '一', 'the first version');
  const enough = new AbortController();
  const writing = (async () => {
    for (let count = 0; !enough.signal.aborted; count++) {
      await fs.writeFile(path.join(issue, 'yi.md'), article(`第${count}稿`));
      await pause(5);
    }
  })();
  await fs.writeFile(path.join(issue, 'er.md'), article('二'));
  await until(() => titleOf({ ...id, slug: 'er' }) === '二', 'the quiet file');
  await until(() => titleOf()?.endsWith('稿') ?? false, 'the restless file');
  enough.abort();
  await writing;
});

test('a content folder that goes away is trouble, not the end', async (context) => {
  const { content, troubles, titleOf, indexer } = await openWatched(context);
  const issue = path.join(content, 'news/periodicals/zhoukan/2023-02-03');
  await fs.mkdir(issue);
  await fs.writeFile(path.join(issue, 'yi.md'), article('一'));
  await until(() => titleOf() === '一', 'the first version');
  await fs.rename(content, `${content}-away`);
  await assert.rejects(indexer.refresh(), /PORTAL_CONTENT/);
  assert.equal(titleOf(), '一', 'readers keep what there was');
  await fs.rename(`${content}-away`, content);
  await indexer.refresh();
  assert.equal(titleOf(), '一');
  assert.ok(troubles.every((error) => error.message.includes(content)));
});

test('a folder that was followed before it was read needs no second look: what happened meanwhile was noted', async (context) => {
  const { content, periodicals, indexer, titleOf } = await openWatched(context, { isWatched: false });
  const following = followContent(content);
  await following.followed;
  await indexer.refresh();
  const issue = path.join(periodicals, 'zhoukan/2023-02-03');
  await fs.mkdir(issue);
  await fs.writeFile(path.join(issue, 'yi.md'), article('一'));
  await until(() => following.pending.size > 0, 'the event is noted');
  const looks: RefreshOptions[] = [];
  const looking: Indexer = {
    ...indexer,
    refresh(options = {}) {
      looks.push(options);
      return indexer.refresh(options);
    },
  };
  const watch = watchContent(looking, { onChange: () => undefined, onTrouble: () => undefined }, following);
  context.after(() => {
    watch.close();
  });
  await watch.ready;
  await until(() => titleOf() === '一', 'what was noted is taken in');
  await fs.writeFile(path.join(issue, 'yi.md'), article('一之二'));
  await until(() => titleOf() === '一之二', 'what comes later is seen as ever');
  assert.ok(looks.every(({ paths }) => paths !== undefined), 'nobody looked at everything');
});

test('closing ends it', async (context) => {
  const { periodicals, catalogue, indexer } = await openWatched(context);
  const seen: number[] = [];
  const watch = watchContent(indexer, { onChange: () => seen.push(1), onTrouble: () => undefined });
  await watch.ready;
  watch.close();
  const before = seen.length;
  await fs.mkdir(path.join(periodicals, 'zhoukan/2023-02-03'));
  await fs.writeFile(path.join(periodicals, 'zhoukan/2023-02-03/yi.md'), article('一'));
  await until(() => hasOne(catalogue), 'the other watch');
  await pause(100);
  assert.equal(seen.length, before);
});

function hasOne(catalogue: Catalogue): boolean {
  return catalogue.listNewestArticles('zh-hans', { limit: 1 }).length === 1;
}
