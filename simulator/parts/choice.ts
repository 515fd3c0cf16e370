import type { PartElement } from './part.ts';

/** Draws the box, circle or track of a choice before its words. */
export function drawMark(part: PartElement, className: string): HTMLElement {
  const mark = document.createElement('i');
  mark.className = className;
  part.dom.prepend(mark);
  part.state.mark = mark;
  return mark;
}

/** Shows whether it is chosen, disabled and in which colour. */
export function showChoice(part: PartElement): void {
  const { checked, disabled, color } = part.properties;
  const { classList, style } = part.dom;
  classList.toggle('is-checked', Boolean(checked));
  classList.toggle('is-disabled', Boolean(disabled));
  if (color) style.setProperty('--choice', String(color));
  else style.removeProperty('--choice');
}
