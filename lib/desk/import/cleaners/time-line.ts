/** The line under the headline: time, source, author. What it has no value for is not an empty fact but no fact. */
import { noteBy, withFacts, withNotes, withoutBlocks, type Cleaner } from '../cleaner';
import { findTime } from '../date-text';
import { readLabelled, type Labelled } from '../labelled';
import { textOf, type Block, type Facts, type Note } from '../manuscript';
import { readNames } from '../names';

const note = noteBy('time-line');

export const timeLine: Cleaner = {
  id: 'time-line',
  why: { zh: '标题下的时间、来源、作者是资料，不是正文；没有内容的标签不留', en: 'Time, source and author below the headline are facts, not text; labels without a value go' },
  clean(manuscript) {
    const { from, to } = findTimeLines(manuscript.blocks);
    const gone = manuscript.blocks.slice(from, to);
    let cleaned = withoutBlocks(manuscript, new Set(gone));
    for (const block of gone) {
      for (const labelled of readLabelled(textOf(block))) {
        const { facts, notes } = read(labelled, block.line, cleaned.facts);
        cleaned = withNotes(withFacts(cleaned, facts, block.line), notes);
      }
    }
    return cleaned;
  },
};

/** The lines under the headline that hold the time and what stands beside it: pages set one label a line, or all in one. */
export function findTimeLines(blocks: readonly Block[]): { readonly from: number; readonly to: number } {
  const at = blocks.slice(0, deepest).findIndex(isTimeLine);
  if (at < 0) return { from: 0, to: 0 };
  let [from, to] = [at, at + 1];
  while (from > 0 && isLabelLine(blocks[from - 1])) from -= 1;
  while (isLabelLine(blocks[to])) to += 1;
  return { from, to };
}

/** Further down, 时间: is the body speaking of an event. */
const deepest = 9;

function isTimeLine(block: Block): boolean {
  return block.kind === 'paragraph' && readLabelled(textOf(block)).some(({ kind, value }) => kind === 'time' && findTime(value) !== undefined);
}

function isLabelLine(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && readLabelled(textOf(block)).length > 0;
}

function read({ kind, label, value }: Labelled, line: number, known: Facts): { facts: Partial<Omit<Facts, 'lines'>>; notes: readonly Note[] } {
  const shown = { line, text: label ? `${label}：${value}` : value };
  const names = { time: { zh: '时间', en: 'time' }, source: { zh: '来源', en: 'source' }, author: { zh: '作者', en: 'author' }, keywords: { zh: '关键词', en: 'keywords' }, summary: { zh: '摘要', en: 'summary' } };
  if (value === '') return { facts: {}, notes: [note('dropped', { zh: '没有内容的标签', en: 'label without a value' }, shown)] };
  switch (kind) {
    case 'time': {
      const time = findTime(value);
      if (!time) break;
      // A page states its time more exactly in a tag than it shows it.
      if (time.minute === undefined && known.published?.startsWith(time.date)) return { facts: {}, notes: [] };
      const published = `${time.date} ${time.minute ?? '00:00'}`;
      const noMinute = note('doubt', { zh: '页面没有写几点几分，记为 00:00', en: 'the page gives no hour; set to 00:00' }, shown);
      return { facts: { published }, notes: [note('found', names.time, { line, text: published }), ...(time.minute ? [] : [noMinute])] };
    }
    case 'source':
      return { facts: { source: { name: value.replace(/^《(.+)》$/, '$1') } }, notes: [note('found', names.source, { line, text: value })] };
    case 'author':
      // 未知, 网络整理: a label filled in, but no author.
      if (/^(?:未知|佚名|无|暂无|网络\S*|本站\S*|admin\w*|管理员|系统管理员|原创|转载)$/i.test(value)) break;
      return { facts: { authors: readNames(value) }, notes: [note('found', names.author, { line, text: readNames(value).join('、') })] };
    case 'keywords': {
      const keywords = value.split(/[\s,，;；、]+/);
      return { facts: { keywords }, notes: [note('found', names.keywords, { line, text: keywords.join('、') })] };
    }
    case 'summary':
      return { facts: { summary: value }, notes: [note('found', names.summary, { line, text: value })] };
    default:
  }
  return { facts: {}, notes: [note('dropped', { zh: '页面工具或本站不用的资料', en: 'a tool of the page, or a fact this portal does not keep' }, shown)] };
}
