import type { CleanElement } from '../html/clean-tree.ts';
import { toCleanText } from './clean-text.ts';

function listCells(table: CleanElement): CleanElement[] {
  const cells: CleanElement[] = [];
  const stack = [table];
  for (let element = stack.pop(); element !== undefined; element = stack.pop()) {
    for (const child of element.children) {
      if (typeof child === 'string') continue;
      if (child.role === 'cell') cells.push(child);
      else if (child.role === 'row' || child.role === 'block') stack.push(child);
    }
  }
  return cells;
}

/** A cell with more words than these is no caption. */
const MAX_CAPTION = 60;

/** Several pictures, with no more than a caption for each. */
function isGallery(cells: readonly CleanElement[]): boolean {
  const pictures = cells.filter((cell) => cell.contains.has('image'));
  const words = cells.filter((cell) => toCleanText(cell) !== '');
  return (
    pictures.length >= 2 &&
    words.filter((cell) => !cell.contains.has('image')).length <= pictures.length &&
    words.every((cell) => toCleanText(cell).length <= MAX_CAPTION && !cell.contains.has('list'))
  );
}

/**
 * True for a table that only places things: one cell, tables inside, pictures and their captions, or declared as such.
 * It is opened up.
 */
export function isLayoutTable(table: CleanElement): boolean {
  if (table.attributes.get('role') === 'presentation') return true;
  if (table.contains.has('table')) return true;
  const cells = listCells(table);
  return cells.length <= 1 || (table.contains.has('image') && isGallery(cells));
}
