import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readLabelled } from './labelled';

const read = (line: string): readonly string[] => readLabelled(line).map(({ kind, value }) => `${kind}=${value}`);

test('labels and values of a line', () => {
  const cases: readonly (readonly [line: string, expected: readonly string[]])[] = [
    ['时间:2023-02-03 10:20|来源:|浏览量:|字号:', ['time=2023-02-03 10:20', 'source=', 'views=', 'tool=']],
    ['发布日期：2023-02-03 来源：示例日报 作者：张三 李四', ['time=2023-02-03', 'source=示例日报', 'author=张三 李四']],
    ['2023-02-03 10:20　来源：示例网　字体：[大 中 小]', ['time=2023-02-03 10:20', 'source=示例网', 'tool=']],
    ['【 字体：大 中 小 】 【打印】 【关闭】', ['tool=']],
    ['2023年2月3日', ['time=2023年2月3日']],
    ['来源：办公室 | 发布时间：2023-02-03 | 浏览次数：128次', ['source=办公室', 'time=2023-02-03', 'views=128次']],
    ['责任编辑：王五', ['editor=王五']],
    ['来源：示例时报网作者：李在山 责任编辑：王五', ['source=示例时报网', 'author=李在山', 'editor=王五']],
    ['2023-02-03 10:20 来源: 示例网调整字体', ['time=2023-02-03 10:20', 'source=示例网']],
    ['作者：林语 2023-03-24 07:00', ['author=林语', 'time=2023-03-24 07:00']],
    ['2023年2月3日，园区召开会议。', []],
    ['会议时间：2023年2月3日', []],
    ['要做到：第一，第二', []],
    ['', []],
  ];
  for (const [line, expected] of cases) assert.deepEqual(read(line), expected, line);
});
