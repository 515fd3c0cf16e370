import type { CleanElement } from '../html/clean-tree.ts';

function countCells(table: CleanElement): number {
  let cells = 0;
  const stack = [table];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.role === 'cell') cells += 1;
      else if (child.role === 'row' || child.role === 'block') stack.push(child);
    }
  }
  return cells;
}

/** True for a table that only places things: one cell, tables inside, or declared as such. It is opened up. */
export function isLayoutTable(table: CleanElement): boolean {
  if (table.attributes.get('role') === 'presentation') return true;
  return table.contains.has('table') || countCells(table) <= 1;
}
