import { findByText, isHidden } from './visible-text.ts';

/** How a driver names an element: by its visible text, by a selector, or by role and label. */
export type Target = { text: string } | { selector: string } | { role: string; name?: string };

/** Of the screen, in px. */
export type Point = { x: number; y: number };

/** An element that has not moved for so many frames holds still; so many frames are waited for that. */
const STILL_FRAMES = 3;
const MOST_LOOKS = 120;

/** Elements of the browser that have a role by themselves. */
const NATIVE: Record<string, string> = {
  button: 'button:not([role])',
  textbox: 'input:not([role]), textarea:not([role])',
};

/** The first visible element of that name, in the first layer that has one. */
export function findTarget(layers: readonly Element[], target: Target): Element | null {
  if ('text' in target) return findByText(layers, target.text);
  const selector = 'selector' in target ? target.selector : roleSelector(target.role);
  for (const layer of layers) {
    for (const found of layer.querySelectorAll(selector)) {
      if (!isHidden(found) && matchesName(found, target)) return found;
    }
  }
  return null;
}

/**
 * Brings an element onto the screen and gives a point inside it once it holds still there (a bar may be scrolling);
 * null when there is none. Rejects when it never holds still: nobody could say what a tap would hit.
 */
export async function locate(target: Target, find: () => Element | null): Promise<Point | null> {
  let point = pointOf(find());
  let still = 0;
  for (let looks = 0; looks < MOST_LOOKS && still < STILL_FRAMES; looks += 1) {
    await new Promise((resolve) => requestAnimationFrame(resolve));
    const next = pointOf(find());
    still = next?.x === point?.x && next?.y === point?.y ? still + 1 : 0;
    point = next;
  }
  if (still < STILL_FRAMES)
    throw new Error(`${JSON.stringify(target)} still moves after ${MOST_LOOKS} frames`);
  return point;
}

/** Words that run over two lines have two boxes with nothing of theirs between them: the first counts. */
function pointOf(found: Element | null): Point | null {
  if (!found) return null;
  found.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const [first = found.getBoundingClientRect()] = found.getClientRects();
  const { left, top, width, height } = first;
  return { x: left + width / 2, y: top + height / 2 };
}

function roleSelector(role: string): string {
  return [`[role="${role}"]`, ...(NATIVE[role] ? [NATIVE[role]] : [])].join();
}

function matchesName(found: Element, target: Target): boolean {
  if (!('role' in target) || target.name === undefined) return true;
  return (found.getAttribute('aria-label') ?? found.textContent ?? '').includes(target.name);
}
