/**
 * Blocks to Markdown. Every sign that Markdown would take for its own is escaped, and no other, so that the text stays readable in an
 * editor and comes back from a parser as it was.
 */
import type { Block, List, Run, Table } from './manuscript';

/** The body of a file: blocks with a blank line between, a line end after the last. */
export function markdownOf(blocks: readonly Block[]): string {
  const written = blocks.map(writeBlock).filter((text) => text !== '');
  return written.length > 0 ? `${written.join('\n\n')}\n` : '';
}

function writeBlock(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return writeRuns(block.runs);
    case 'heading':
      // A page's own headline is the only heading of the first level.
      return `${'#'.repeat(Math.min(6, Math.max(2, block.depth)))} ${writeRuns(block.runs).replace(/\s*\\?\n\s*/g, ' ')}`;
    case 'list':
      return writeList(block);
    case 'quote':
      return markdownOf(block.blocks).trimEnd().replace(/^/gm, '> ').replace(/^> $/gm, '>');
    case 'table':
      return writeTable(block);
    case 'figure':
      return `![${escapeInline(block.alt)}](${writeAddress(block.image)}${block.caption === undefined ? '' : ` "${escapeInline(block.caption).replaceAll('"', '\\"')}"`})`;
  }
}

function writeList({ isOrdered, items }: List): string {
  return items
    .map((item, place) => {
      const mark = isOrdered ? `${place + 1}. ` : '- ';
      return mark + item.map(writeBlock).join('\n\n').replace(/\n(?=[^\n])/g, `\n${' '.repeat(mark.length)}`);
    })
    .join('\n');
}

function writeTable({ rows }: Table): string {
  const [head = [], ...others] = rows;
  const cell = (runs: readonly Run[]): string => writeRuns(runs).replace(/\\?\n/g, ' ').replaceAll('|', '\\|');
  const row = (cells: readonly (readonly Run[])[]): string => `| ${cells.map(cell).join(' | ')} |`;
  return [row(head), `| ${head.map(() => '---').join(' | ')} |`, ...others.map(row)].join('\n');
}

function writeRuns(runs: readonly Run[]): string {
  const written = runs
    .map((run) => {
      const text = escapeInline(run.text).replaceAll('\n', '\\\n');
      const [, before = '', words = '', after = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
      if (words === '') return text;
      const marked = run.isStrong ? `**${words}**` : run.isEmphasis ? `*${words}*` : words;
      return before + (run.link === undefined ? marked : `[${marked}](${writeAddress(run.link)})`) + after;
    })
    .join('');
  return written.split('\n').map(escapeLineStart).join('\n');
}

/** Backslashes where a sign would begin emphasis, code, a link, a tag, an entity, a note or strikethrough. */
function escapeInline(text: string): string {
  return text
    .replace(/[\\`*[\]<]/g, '\\$&')
    .replace(/_/g, (sign, at: number) => (/\w/.test(text[at - 1] ?? '') && /\w/.test(text[at + 1] ?? '') ? sign : `\\${sign}`))
    .replace(/&(?=#?\w{1,32};)/g, '\\&')
    .replace(/~~/g, '\\~\\~');
}

/** What would begin a heading, a quote, a list, a rule or a table. */
function escapeLineStart(line: string): string {
  return line
    .replace(/^(\s*)([#>|~])/, '$1\\$2')
    .replace(/^(\s*)([-+])(?=\s|$)/, '$1\\$2')
    .replace(/^(\s*)(\d{1,9})([.)])(?=\s|$)/, '$1$2\\$3')
    .replace(/^(\s*)([-=])(?=[-=\s]*$)/, '$1\\$2');
}

function writeAddress(address: string): string {
  return /[\s()<>]/.test(address) ? `<${encodeURI(decodeSafely(address)).replace(/[<>]/g, encodeURIComponent)}>` : address;
}

function decodeSafely(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
