/** The foot of the page, read from below: author, newspaper and editor lines are facts, buttons and notices are furniture. */
import { noteBy, withFacts, withNotes, withoutBlocks, type Cleaner } from '../cleaner';
import { findTime } from '../date-text';
import { isAttachment, isFootLine, opensOtherArticles } from '../furniture';
import { readLabelled } from '../labelled';
import { textOf, type Block, type Facts, type Manuscript, type Note } from '../manuscript';
import { looksLikeName, readNames } from '../names';

const note = noteBy('tail');
const furniture = { zh: '页脚', en: 'foot of the page' };

export const tail: Cleaner = {
  id: 'tail',
  why: { zh: '正文之后的作者、报纸版面是资料；分享、打印、关闭、版权等是页面的东西', en: 'After the text, author and newspaper are facts; share, print, close and imprint belong to the page' },
  clean(manuscript) {
    let cleaned = dropOtherArticles(manuscript);
    const gone = new Set<Block>();
    const notes: Note[] = [];
    for (const block of cleaned.blocks.toReversed()) {
      const text = textOf(block);
      if (isAttachment(text)) continue;
      const found = block.kind === 'paragraph' ? readFootFacts(text) : undefined;
      if (!found && !(block.kind !== 'figure' && isFootLine(text))) break;
      gone.add(block);
      if (found) cleaned = withFacts(cleaned, found.facts, block.line);
      notes.unshift(found ? note('found', found.words, { line: block.line, text }) : note('dropped', furniture, { line: block.line, text }));
    }
    return withNotes(withoutBlocks(cleaned, gone), notes);
  },
};

/** 相关新闻 and all below it, when nothing below reads like text of the article. */
function dropOtherArticles(manuscript: Manuscript): Manuscript {
  const at = manuscript.blocks.findLastIndex((block) => opensOtherArticles(textOf(block)));
  const below = at < 0 ? [] : manuscript.blocks.slice(at);
  if (below.some((block) => /[。！？]/.test(textOf(block)) && textOf(block).length > 60)) return manuscript;
  const notes = below.map((block) => note('dropped', { zh: '其他文章的链接', en: 'links to other articles' }, { line: block.line, text: textOf(block) }));
  return withNotes(withoutBlocks(manuscript, new Set(below)), notes);
}

interface FootFacts {
  readonly facts: Partial<Omit<Facts, 'lines'>>;
  readonly words: { readonly zh: string; readonly en: string };
}

/** What a line below the text says, if it is only that. */
export function readFootFacts(line: string): FootFacts | undefined {
  return readNewspaper(line) ?? readByline(line) ?? readSource(line) ?? readLabels(line);
}

function readNewspaper(line: string): FootFacts | undefined {
  const match = /^[（(【]?\s*(?:原载|来源[:：]|据)?\s*《([^《》]{2,20})》\s*[（(]?(.{6,40})[)）】]?$/u.exec(line.trim());
  const [, name, rest = ''] = match ?? [];
  const time = findTime(rest);
  if (!name || time?.start !== 0) return undefined;
  const after = rest.slice(time.end).replace(/[（()）】\s,，]/g, '');
  const page = /^(?:第?([A-Za-z]?\d{1,3})版?|(头版|要闻版))?$/.exec(after);
  if (!page) return undefined;
  const number = page[1]?.toUpperCase() ?? page[2];
  return { facts: { newspaper: { name, date: time.date, ...(number !== undefined && { page: number }) } }, words: { zh: '报纸和版面', en: 'newspaper and page' } };
}

function readByline(line: string): FootFacts | undefined {
  const match = /^[（(【]?\s*(?:□|■|●)?\s*((?:本报|本网|全媒体|融媒体|首席|见习)*(?:作者|记者|通讯员|撰稿人?|供稿人?|文\s*\/\s*图|图\s*\/\s*文|文)(?:[\s:：/]|(?=\p{Script=Han}{2,4}$)).{1,40}?)[)）】]?$/u.exec(line.trim());
  const names = match?.[1] ? readNames(match[1]) : [];
  if (names.length === 0 || names.length > 6 || !names.every(looksLikeName)) return undefined;
  return { facts: { authors: names }, words: { zh: '作者', en: 'author' } };
}

/** 本文来源：示例网 责任编辑：王五: the labels of the head, set at the foot. */
function readLabels(line: string): FootFacts | undefined {
  const labels = readLabelled(line.trim().replace(/^(?:本文|文章|稿件)(?=来源)/, ''));
  if (labels.every(({ label }) => label === '') || labels.some(({ kind }) => kind === 'summary' || kind === 'other')) return undefined;
  const source = labels.find(({ kind, value }) => kind === 'source' && value !== '')?.value;
  const author = labels.find(({ kind, value }) => kind === 'author' && value !== '')?.value;
  return {
    facts: { ...(source !== undefined && { source: { name: source.replace(/^《(.+)》$/, '$1') } }), ...(author !== undefined && { authors: readNames(author) }) },
    words: { zh: '文末的来源、作者、编辑', en: 'source, author and editor below the text' },
  };
}

function readSource(line: string): FootFacts | undefined {
  const name = /^[（(【]?\s*(?:信息|稿件|文章)?来源\s*[:：]\s*([^\s，。,;；]{2,30}?)\s*[)）】]?$/.exec(line.trim())?.[1];
  return name ? { facts: { source: { name: name.replace(/^《(.+)》$/, '$1') } }, words: { zh: '来源', en: 'source' } } : undefined;
}
