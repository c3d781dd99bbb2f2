/** What can be wrong with a file before its facts are looked at, in an editor's words: encoding, front matter, YAML. */
import { isUtf8 } from 'node:buffer';
import type { Bilingual, Problem } from '@/lib/problem';
import { contentProblem, start, type Position } from './content-problem';

export function notUtf8(file: string, bytes: Buffer): Problem {
  let line = 1;
  let from = 0;
  for (let to = bytes.indexOf(10); to !== -1 && isUtf8(bytes.subarray(from, to)); to = bytes.indexOf(10, from)) {
    from = to + 1;
    line++;
  }
  return contentProblem(
    file,
    { line, column: 1 },
    'not-utf8',
    { zh: '文件不是 UTF-8 编码', en: 'The file is not in UTF-8' },
    { zh: '在编辑器里选“另存为”，编码选 UTF-8', en: 'Choose "Save as" in the editor, with UTF-8 as the encoding' },
  );
}

/** @param isOpened The first line is right; the last one is missing. */
export function frontMatterMissing(file: string, isOpened: boolean): Problem {
  return contentProblem(
    file,
    start,
    'front-matter-missing',
    isOpened
      ? { zh: '文件开头的资料没有结束', en: 'The front matter does not end' }
      : { zh: '文件开头没有资料（标题、时间等）', en: 'The file does not begin with front matter (title, time and so on)' },
    isOpened
      ? { zh: '在资料之后、正文之前加一行，只写 ---', en: 'Add a line of only --- between the front matter and the body' }
      : { zh: '第一行只写 ---，接着写 title: 标题 等资料，再用一行 --- 结束', en: 'Make --- the first line, then title: … and the rest, then --- again' },
  );
}

export function notAMap(file: string, at: Position): Problem {
  return contentProblem(
    file,
    at,
    'yaml-syntax',
    { zh: '资料的写法不对：每一行应是“名称: 内容”', en: 'The front matter is not written as "name: value" lines' },
    { zh: '冒号用英文冒号，后面空一格，例如 title: 标题', en: 'Use an ASCII colon and one space after it, such as title: Headline' },
  );
}

export function swallowedWords(file: string, at: Position): Problem {
  return contentProblem(
    file,
    at,
    'yaml-syntax',
    { zh: '空格加 # 之后的文字不会显示', en: 'The words after a space and # are not shown' },
    { zh: '要显示就把整个内容放进英文单引号里；是备注就在 # 后面空一格', en: 'Put the whole value in single quotes to show them; put a space after # if it is a remark' },
    'warning',
  );
}

const yamlRemedies: Readonly<Record<string, Bilingual>> = {
  DUPLICATE_KEY: { zh: '这一项写了两次，删去一个', en: 'This key stands twice: remove one' },
  TAB_AS_INDENT: { zh: '缩进用空格，不用制表符（Tab）', en: 'Indent with spaces, not with tabs' },
  BAD_INDENT: { zh: '检查缩进：同一层对齐，下一层多两个空格', en: 'Check the indentation: one level lines up, the next has two spaces more' },
  MISSING_CHAR: {
    zh: '检查这里的引号、括号是否成对，英文冒号后面是否有空格；内容里有特殊符号时，把它放进英文单引号里',
    en: 'Check that quotes and brackets come in pairs and that a space follows the colon; put a value with special signs in single quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: { zh: '内容里有英文冒号：把整个内容放进英文单引号里', en: "The value holds a colon: put the whole value in single quotes" },
  TAG_RESOLVE_FAILED: { zh: '内容以 ! 开头：把整个内容放进英文单引号里', en: 'The value begins with !: put the whole value in single quotes' },
  BAD_ALIAS: { zh: '内容以 * 或 & 开头：把整个内容放进英文单引号里', en: 'The value begins with * or &: put the whole value in single quotes' },
};

export function yamlProblem(file: string, at: Position, code: string, message: string): Problem {
  return contentProblem(
    file,
    at,
    'yaml-syntax',
    { zh: '资料的写法不对（YAML 语法）', en: `The front matter is not YAML: ${message.split('\n')[0] ?? ''}` },
    yamlRemedies[code] ?? {
      zh: '检查这一行的冒号（英文冒号加一个空格）、引号和缩进；内容里有特殊符号时，把它放进英文单引号里',
      en: 'Check the colon (ASCII, one space after it), the quotes and the indentation of this line; put a value with special signs in single quotes',
    },
  );
}
