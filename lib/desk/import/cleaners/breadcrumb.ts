/** 当前位置: 首页 > 新闻中心 > …: says where the article belongs; all that stands before it is the head of the page. */
import { noteBy, withFacts, withNotes, withoutBlocks, type Cleaner } from '../cleaner';
import { textOf } from '../manuscript';

const label = /^(?:[您你])?(?:现在|当前|目前)?(?:所在|所处)?(?:的)?(?:当前|所在)?(?:网站)?(?:位置|栏目)(?:是|为)?\s*[:：]?\s*/;
const separator = /\s*(?:>{1,2}|＞|›|»|→|&gt;|—>|->)\s*|\s+[/|·\-]\s+/;
/** A path from the front page needs no label. */
const unlabelled = /^(?:首页|网站首页|主页)\s*(?:>|＞|›|»|→|\/)/;

const note = noteBy('breadcrumb');

export const breadcrumb: Cleaner = {
  id: 'breadcrumb',
  why: { zh: '面包屑说明文章属于哪份期刊、哪一期、哪个栏目；它前面的是页头', en: 'The breadcrumb tells periodical, issue and column; what stands before it is the head of the page' },
  clean(manuscript) {
    const place = manuscript.blocks.findIndex((block) => (block.kind === 'paragraph' || block.kind === 'heading') && readBreadcrumb(textOf(block)));
    const block = manuscript.blocks[place];
    const parts = block && readBreadcrumb(textOf(block));
    if (!block || !parts) return manuscript;
    const head = manuscript.blocks.slice(0, place);
    const notes = head.map((gone) => note('dropped', { zh: '页头', en: 'head of the page' }, { line: gone.line, text: textOf(gone) }));
    const found = note('found', { zh: '位置', en: 'breadcrumb' }, { line: block.line, text: parts.join(' > ') });
    return withNotes(withFacts(withoutBlocks(manuscript, new Set([...head, block])), { breadcrumb: parts }, block.line), [...notes, found]);
  },
};

/** The parts of a breadcrumb line, or undefined when it is none. */
export function readBreadcrumb(line: string): readonly string[] | undefined {
  const text = line.trim();
  if (!label.test(text) && !unlabelled.test(text)) return undefined;
  const parts = text.replace(label, '').split(separator).map((part) => part.trim()).filter((part) => part !== '');
  return parts.length >= 2 ? parts : undefined;
}
