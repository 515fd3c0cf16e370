import type { PartElement } from './part.ts';

/**
 * Places the items of a swiper around the one that is shown; `state.shift` px follow a finger. A
 * circular one puts those that lie more than half a round away on the other side.
 */
export function placeItems(part: PartElement, items: HTMLElement[], moving: boolean): void {
  const { properties, state } = part;
  const current = Number(state.current);
  const shift = Number(state.shift);
  const axis = properties.vertical ? 'Y' : 'X';
  items.forEach((item, index) => {
    let place = index - current;
    if (properties.circular && items.length > 2) {
      if (place > items.length / 2) place -= items.length;
      if (place < -items.length / 2) place += items.length;
    }
    const near = Math.abs(place) <= 1;
    item.toggleAttribute('data-away', !isSeen(part, place));
    item.style.transition = moving && near ? `transform ${Number(properties.duration)}ms ease` : '';
    item.style.transform = `translate${axis}(calc(${100 * place}% + ${shift}px))`;
  });
}

/** Whether any of an item is on the screen; `place` counts from the one that is shown. */
function isSeen({ properties, state }: PartElement, place: number): boolean {
  const { displayMultipleItems, previousMargin, nextMargin } = properties;
  const shift = Number(state.shift);
  const before = Number.parseFloat(String(previousMargin)) > 0 || shift > 0 ? 1 : 0;
  const after = Number.parseFloat(String(nextMargin)) > 0 || shift < 0 ? 1 : 0;
  return place >= -before && place < Number(displayMultipleItems || 1) + after;
}

/** Draws the dots: one for each item, the shown one in its own colour. */
export function drawDots(part: PartElement, count: number): void {
  const { properties, state, dom } = part;
  const known = state.dots as HTMLElement | undefined;
  if (!properties.indicatorDots) {
    known?.remove();
    return;
  }
  const dots = known ?? document.createElement('div');
  state.dots = dots;
  dots.className = 'swiper-dots';
  const drawn = Array.from({ length: count }, (_, index) => {
    const dot = document.createElement('i');
    const active = index === state.current;
    const colour = active ? properties.indicatorActiveColor : properties.indicatorColor;
    dot.style.background = String(colour);
    return dot;
  });
  dots.replaceChildren(...drawn);
  if (!dots.isConnected) dom.append(dots);
}
