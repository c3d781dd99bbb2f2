import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Cleaner } from '../cleaner';
import { textOf, type Facts, type Manuscript } from '../manuscript';
import { readText } from '../read-text';
import { breadcrumb, readBreadcrumb } from './breadcrumb';
import { headline } from './headline';
import { tail } from './tail';
import { timeLine } from './time-line';

function cleaned(cleaner: Cleaner, lines: readonly string[]): Manuscript {
  return cleaner.clean(readText(lines.join('\n')), { misprints: [] });
}
const bodyOf = (manuscript: Manuscript): readonly string[] => manuscript.blocks.map(textOf);
/** The facts that were found, without their lines. */
const factsOf = ({ facts: { lines: _, ...facts } }: Manuscript): Partial<Facts> =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => !(Array.isArray(value) && value.length === 0)));

const text = '园区召开会议，强调要抓好落实。';

test('breadcrumb lines', () => {
  const cases: readonly (readonly [line: string, parts: readonly string[] | undefined])[] = [
    ['当前位置: 首页 > 新闻中心 > 今园区', ['首页', '新闻中心', '今园区']],
    ['您的位置：首页>>新闻>>正文', ['首页', '新闻', '正文']],
    ['您现在的位置是：首页 » 新闻', ['首页', '新闻']],
    ['首页 → 新闻中心', ['首页', '新闻中心']],
    ['位置：首页 / 新闻 / 23年02月03日', ['首页', '新闻', '23年02月03日']],
    ['首页', undefined],
    ['园区位置优越，交通便利。', undefined],
    ['3 > 2', undefined],
  ];
  for (const [line, parts] of cases) assert.deepEqual(readBreadcrumb(line), parts, line);
});

test('the breadcrumb is kept as a fact, the head of the page above it is dropped and told', () => {
  const manuscript = cleaned(breadcrumb, ['返回首页', '当前位置: 首页 > 新闻', '标题', text]);
  assert.deepEqual(bodyOf(manuscript), ['标题', text]);
  assert.deepEqual(manuscript.facts.breadcrumb, ['首页', '新闻']);
  assert.deepEqual(manuscript.notes.map(({ kind, line }) => `${kind} ${line ?? ''}`), ['dropped 1', 'found 2']);
  assert.deepEqual(bodyOf(cleaned(breadcrumb, ['标题', text])), ['标题', text]);
});

test('headline, kicker and subtitle by where they stand', () => {
  const time = '时间:2023-02-03 10:20|来源:';
  const cases: readonly (readonly [lines: readonly string[], facts: Partial<Facts>, body: readonly string[]])[] = [
    [['引题', '标题', time, text], { kicker: '引题', title: '标题' }, [time, text]],
    [['标题', time, text], { title: '标题' }, [time, text]],
    [['标题', '——副题', time, text], { title: '标题——副题' }, [time, text]],
    [['标题', '分享到 微信 微博', '字号：大 中 小', time, text], { title: '标题' }, ['字号：大 中 小', time, text]],
    [['标题', text], { title: '标题' }, [text]],
    [[text, text], {}, [text, text]],
  ];
  for (const [lines, facts, body] of cases) {
    const manuscript = cleaned(headline, lines);
    assert.deepEqual(factsOf(manuscript), facts, lines.join('/'));
    assert.deepEqual(bodyOf(manuscript), body, lines.join('/'));
  }
});

test('the line of time and source becomes facts; empty labels are no facts', () => {
  const cases: readonly (readonly [lines: readonly string[], facts: Partial<Facts>, body: readonly string[]])[] = [
    [['时间:2023-02-03 10:20|来源:|浏览量:|字号:', text], { published: '2023-02-03 10:20' }, [text]],
    [['发布日期：2023年2月3日9:05　来源：《示例日报》　作者：张三', text], { published: '2023-02-03 09:05', source: { name: '示例日报' }, authors: ['张三'] }, [text]],
    [['来源：示例网', '发布时间：2023-02-03 10:20', '阅读：12', text], { published: '2023-02-03 10:20', source: { name: '示例网' } }, [text]],
    [[text, '一', '二', '三', '四', '五', '六', '七', '八', '时间：2023年2月3日'], {}, [text, '一', '二', '三', '四', '五', '六', '七', '八', '时间：2023年2月3日']],
  ];
  for (const [lines, facts, body] of cases) {
    const manuscript = cleaned(timeLine, lines);
    assert.deepEqual(factsOf(manuscript), facts, lines.join('/'));
    assert.deepEqual(bodyOf(manuscript), body, lines.join('/'));
  }
  const [doubt] = cleaned(timeLine, ['2023-02-03 来源：示例网']).notes.filter(({ kind }) => kind === 'doubt');
  assert.equal(doubt?.line, 1, 'a day without an hour is told');
});

test('the foot of the page: facts kept, furniture dropped, the text untouched', () => {
  const cases: readonly (readonly [lines: readonly string[], facts: Partial<Facts>, body: readonly string[]])[] = [
    [[text, '作者 朱霜', '《示例日报》2023年02月03日B01版', '分享到:', '打印此页|关闭窗口'], { authors: ['朱霜'], newspaper: { name: '示例日报', date: '2023-02-03', page: 'B01' } }, [text]],
    [[text, '（本报记者 张三 通讯员 李四）', '责任编辑：王五', '上一篇：甲', '下一篇：没有了'], { authors: ['张三', '李四'] }, [text]],
    [[text, '来源：示例网'], { source: { name: '示例网' } }, [text]],
    [[text, '（原载《示例日报》2023-02-03 第2版）'], { newspaper: { name: '示例日报', date: '2023-02-03', page: '2' } }, [text]],
    [[text, '相关新闻', '园区新闻一', '园区新闻二', '版权所有 示例园区'], {}, [text]],
    [[text, '分享经验，共同进步', text], {}, [text, '分享经验，共同进步', text]],
    [[text, '作者认为这很重要'], {}, [text, '作者认为这很重要']],
    [[text, '《示例日报》2023年2月3日刊登了这条消息'], {}, [text, '《示例日报》2023年2月3日刊登了这条消息']],
  ];
  for (const [lines, facts, body] of cases) {
    const manuscript = cleaned(tail, lines);
    assert.deepEqual(factsOf(manuscript), facts, lines.join('/'));
    assert.deepEqual(bodyOf(manuscript), body, lines.join('/'));
    assert.equal(manuscript.notes.length, lines.length - body.length, `every line is told: ${lines.join('/')}`);
  }
});
