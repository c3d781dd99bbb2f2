/** The headline, the kicker above it and the subtitle below it, told by where they stand: before the line of time and source. */
import { noteBy, withFacts, withNotes, withoutBlocks, type Cleaner } from '../cleaner';
import { isButtons } from '../furniture';
import { readLabelled } from '../labelled';
import { textOf, type Block, type Manuscript, type Note } from '../manuscript';
import { findTimeLines } from './time-line';

const note = noteBy('headline');
const longest = 80;

export const headline: Cleaner = {
  id: 'headline',
  why: { zh: '时间行之前的最后一行是标题，它上面的是引题，以破折号开头的是副题', en: 'The last line before the line of time is the headline, above it the kicker; a line opened by a dash is a subtitle' },
  clean(manuscript) {
    const { from } = findTimeLines(manuscript.blocks);
    const known = manuscript.facts.title;
    const head = from > 0 ? manuscript.blocks.slice(0, from) : manuscript.blocks.slice(0, known === undefined ? 1 : 4).filter(isTitleLike);
    const buttons = head.filter((block) => isButtons(textOf(block)));
    const lines = head.filter((block) => !buttons.includes(block) && isTitleLike(block) && readLabelled(textOf(block)).length === 0);
    const at = known === undefined ? lines.findLastIndex((block) => !isSubtitle(block)) : lines.findIndex((block) => isSame(textOf(block), known));
    const title = lines[at];
    if (!title) return manuscript;
    const subtitle = lines.slice(at + 1).filter(isSubtitle);
    const above = lines.slice(0, at);
    const kicker = above.at(-1);
    const gone = new Set<Block>([...buttons, title, ...subtitle, ...above]);
    const dropped: readonly Note[] = [...buttons, ...above.slice(0, -1)].map((block) => note('dropped', { zh: '标题上方的其他文字', en: 'other words above the headline' }, { line: block.line, text: textOf(block) }));
    // Some pages repeat the headline where the text begins.
    for (const block of manuscript.blocks.slice(0, from + 6)) if (isTitleLike(block) && isSame(textOf(block), textOf(title))) gone.add(block);
    const words = [title, ...subtitle].map((block) => textOf(block).replace(/\s*\n\s*/g, '')).join('');
    let cleaned: Manuscript = withNotes(withoutBlocks(manuscript, gone), dropped);
    if (kicker) cleaned = withFacts(cleaned, { kicker: textOf(kicker) }, kicker.line);
    cleaned = withFacts({ ...cleaned, facts: { ...cleaned.facts, title: undefined } }, { title: words }, title.line);
    return withNotes(cleaned, [
      ...(kicker ? [note('found', { zh: '引题', en: 'kicker' }, { line: kicker.line, text: textOf(kicker) })] : []),
      note('found', { zh: '标题', en: 'headline' }, { line: title.line, text: words }),
    ]);
  },
};

function isTitleLike(block: Block): boolean {
  return (block.kind === 'paragraph' || block.kind === 'heading') && textOf(block).length <= longest && !/[。；;，,]$/.test(textOf(block));
}

function isSubtitle(block: Block): boolean {
  return /^[—―-]{1,2}/.test(textOf(block));
}

function isSame(a: string, b: string): boolean {
  const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
  return bare(a) === bare(b);
}
