import assert from 'node:assert/strict';
import { test } from 'node:test';
import { looksLikeName, readNames } from './names';

test('names out of bylines', () => {
  const cases: readonly (readonly [text: string, names: readonly string[]])[] = [
    ['作者 朱霜', ['朱霜']],
    ['本报记者 张三 通讯员 李四', ['张三', '李四']],
    ['（记者：张三、李四）', ['张三', '李四']],
    ['文/图 王　伟', ['王伟']],
    ['张三，张三', ['张三']],
    ['John Smith, Mary Poe', ['John Smith', 'Mary Poe']],
    ['', []],
  ];
  for (const [text, names] of cases) assert.deepEqual(readNames(text), names, text);
});

test('what can be a name', () => {
  for (const name of ['朱霜', '欧阳一二', '买买提·吐尔逊']) assert.ok(looksLikeName(name), name);
  for (const text of ['园区融媒体中心', '3', 'A', '']) assert.ok(!looksLikeName(text), text);
});
