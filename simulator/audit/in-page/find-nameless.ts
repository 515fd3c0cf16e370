import type { Nameless } from '../measures.ts';
import { isControl, tappable } from './find-taps.ts';
import { isShown, nameOf, pageNodes, type Scope } from './top-page.ts';

/** What axe-core cannot know: that a view is tapped, and that a picture of WeChat is one. */
export function findNameless(scope: Scope): Nameless[] {
  const pictures = pageNodes().filter((node) => node.localName === 'wx-image' && scope(node));
  return [...tappable(scope).flatMap(judgeTapped), ...pictures.flatMap(judgePicture)];
}

function judgeTapped(node: HTMLElement): Nameless[] {
  if (isSilent(node)) return [];
  const lacks: string[] = [];
  if (!isControl(node) && !node.hasAttribute('role')) lacks.push('aria-role');
  if (spokenName(node) === '') lacks.push('a name');
  return lacks.length === 0 ? [] : [{ at: nameOf(node), lacks: lacks.join(' and ') }];
}

/** A picture says what it shows, or is hidden from screen readers, or stands in something with a label. */
function judgePicture(node: HTMLElement): Nameless[] {
  if (!isShown(node) || isSilent(node)) return [];
  if (node.hasAttribute('aria-label')) {
    return node.hasAttribute('role') ? [] : [{ at: nameOf(node), lacks: 'aria-role' }];
  }
  const labelled = node.closest('[aria-label]:is([role="button"], [role="link"], [role="img"])');
  return labelled ? [] : [{ at: nameOf(node), lacks: 'aria-label' }];
}

function isSilent(node: Element): boolean {
  return node.closest('[aria-hidden="true"]') !== null;
}

function spokenName(node: Element): string {
  const own = node.getAttribute('aria-label') ?? node.textContent ?? '';
  const inside = [...node.querySelectorAll('[aria-label], input[placeholder]')].map(
    (part) => part.getAttribute('aria-label') ?? part.getAttribute('placeholder') ?? '',
  );
  return [own, ...inside].join('').trim();
}
