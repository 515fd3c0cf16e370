import { isTapped } from '../../tap-mark.ts';
import type { TapArea } from '../measures.ts';
import { isShown, nameOf, pageNodes, type Scope } from './top-page.ts';

/** Parts that answer a finger by themselves. */
const CONTROLS = new Set(
  [
    'button',
    'input',
    'textarea',
    'picker',
    'switch',
    'checkbox',
    'radio',
    'slider',
    'navigator',
  ].map((part) => `wx-${part}`),
);

export function isControl(element: Element): boolean {
  return CONTROLS.has(element.localName);
}

/** What a finger can tap on the page on top, hidden things left out. */
export function tappable(scope: Scope): HTMLElement[] {
  const tapped = pageNodes().filter((node) => isControl(node) || isTapped(node));
  return tapped.filter((node) => scope(node) && isShown(node));
}

/**
 * Areas of everything that can be tapped, padding and what hangs out of it included. Links in running text are left
 * out, as WCAG 2.5.8 does: the line decides their height.
 */
export function findTaps(scope: Scope): TapArea[] {
  return tappable(scope)
    .filter((node) => !isInRunningText(node))
    .map((node) => ({ at: nameOf(node), ...hitArea(node) }));
}

function isInRunningText(node: HTMLElement): boolean {
  const { parentElement } = node;
  if (node.localName !== 'wx-text' || getComputedStyle(node).display !== 'inline') return false;
  return parentElement?.localName === 'wx-text';
}

type Box = { left: number; top: number; right: number; bottom: number };

/** A tap on whatever lies inside an element is a tap on it, so parts that stand out of it count. */
function hitArea(node: HTMLElement): { width: number; height: number } {
  const own = node.getBoundingClientRect();
  const boxes: Box[] = [own];
  for (const pseudo of ['::before', '::after']) boxes.push(...pseudoBox(node, own, pseudo));
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  const width = Math.max(...boxes.map((box) => box.right)) - left;
  const height = Math.max(...boxes.map((box) => box.bottom)) - top;
  return { width, height };
}

/** The box of a pseudo element that is placed absolutely in its element; none otherwise. */
function pseudoBox(node: HTMLElement, own: DOMRect, pseudo: string): Box[] {
  const style = getComputedStyle(node, pseudo);
  const isPlaced = style.content !== 'none' && style.position === 'absolute';
  if (!isPlaced || style.pointerEvents === 'none') return [];
  if (getComputedStyle(node).position === 'static') return [];
  const left = own.left + Number.parseFloat(style.left);
  const top = own.top + Number.parseFloat(style.top);
  const right = left + Number.parseFloat(style.width);
  const bottom = top + Number.parseFloat(style.height);
  return [left, top, right, bottom].some(Number.isNaN) ? [] : [{ left, top, right, bottom }];
}
