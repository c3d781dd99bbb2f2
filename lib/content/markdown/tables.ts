/**
 * Tables that everyone can read: header cells say what they head, a wide table scrolls inside a region that the keyboard reaches,
 * and alignment is a class (no inline style, no obsolete attribute).
 */
import { element, inlineText, rewrite, setProperties, type TreeNode } from './tree';

/** @param label The name of the nth table, counted from 1: regions of one page must not share a name. */
export function mendTables(tree: TreeNode, label: (number: number) => string): void {
  let count = 0;
  rewrite(tree, (node) => {
    if (node.type !== 'table') return undefined;
    mendCells(node);
    count += 1;
    return [element('div', { className: ['table-scroll'], role: 'region', tabIndex: 0, ariaLabel: label(count) }, [node])];
  });
}

/** A header row whose first cell is empty says that the first column has headers too. */
function mendCells(table: TreeNode): void {
  const [header, ...rows] = table.children ?? [];
  for (const row of table.children ?? []) {
    row.children?.forEach((cell, place) => {
      const side = table.align?.[place];
      if (typeof side === 'string') setProperties(cell, { className: [`align-${side}`] });
    });
  }
  for (const cell of header?.children ?? []) setProperties(cell, { scope: 'col' });
  const corner = header?.children?.[0];
  if (!corner || inlineText(corner).trim() !== '') return;
  corner.data = { hName: 'td' };
  for (const row of rows) {
    const first = row.children?.[0];
    if (!first) continue;
    first.data = { ...first.data, hName: 'th' };
    setProperties(first, { scope: 'row' });
  }
}
