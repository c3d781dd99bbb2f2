/**
 * Tables: those that hold data become tables, with merged cells written out; those that only lay out the page are passed over.
 */
import { textOfRuns, type Run, type Table } from '../manuscript';
import { elementsOf, attribute, textWithin, type ElementNode } from '@/lib/desk/html-tree';

const mostColumns = 40;
const mostRows = 2000;

/** True of a table that holds data: several rows and columns of short cells without tables or headlines in them. */
export function isDataTable(table: ElementNode): boolean {
  if (attribute(table, 'role') === 'presentation') return false;
  for (const element of elementsOf(table)) if (/^(?:table|form|h1|h2)$/.test(element.name)) return false;
  const rows = rowsOf(table);
  const widths = rows.map((row) => row.reduce((sum, cell) => sum + span(cell, 'colspan'), 0));
  const columns = Math.max(0, ...widths);
  if (rows.length < 2 || columns < 2) return false;
  const cells = rows.flat();
  const long = cells.filter((cell) => textWithin(cell).trim().length > 200).length;
  const filled = cells.filter((cell) => textWithin(cell).trim() !== '').length;
  return long * 3 < cells.length && filled * 3 >= cells.length;
}

/** @param runsOf the words of a cell */
export function readTable(table: ElementNode, runsOf: (cell: ElementNode) => readonly Run[]): Table {
  const grid: (readonly Run[])[][] = [];
  const put = (row: number, column: number, runs: readonly Run[]): void => {
    const cells = (grid[row] ??= []);
    cells[column] = runs;
  };
  const written = rowsOf(table).slice(0, mostRows);
  written.forEach((cells, row) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[row]?.[column] !== undefined) column += 1;
      const runs = runsOf(cell);
      // A merged cell says its words in every place it covers: each row can then be read by itself.
      // It ends with the table, whatever it claims: two hundred rows of one long cell are no table.
      for (let down = 0; down < Math.min(span(cell, 'rowspan'), written.length - row); down++) {
        for (let right = 0; right < span(cell, 'colspan') && column + right < mostColumns; right++) put(row + down, column + right, runs);
      }
      column += span(cell, 'colspan');
    }
  });
  const width = Math.min(mostColumns, Math.max(0, ...grid.map((row) => row.length)));
  const rows = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? [])).filter((row) => row.some((runs) => textOfRuns(runs).trim() !== ''));
  const caption = table.children.find((child): child is ElementNode => child.kind === 'element' && child.name === 'caption');
  const words = caption ? textWithin(caption).replace(/\s+/g, ' ').trim() : '';
  return { kind: 'table', line: table.line, ...(words !== '' && { caption: words }), rows };
}

function rowsOf(table: ElementNode): readonly (readonly ElementNode[])[] {
  const rows: ElementNode[][] = [];
  for (const element of elementsOf(table)) {
    if (element.name === 'tr') rows.push([]);
    if (element.name === 'td' || element.name === 'th') rows.at(-1)?.push(element);
  }
  return rows;
}

function span(cell: ElementNode, name: 'colspan' | 'rowspan'): number {
  const number = Number.parseInt(attribute(cell, name), 10);
  return Number.isInteger(number) && number > 0 ? Math.min(number, name === 'colspan' ? mostColumns : 200) : 1;
}
