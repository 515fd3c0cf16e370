import { onDrag } from './drag.ts';
import type { Part, PartElement } from './part.ts';

/**
 * The sign above a scroll-view that is pulled down: component/scroll-view.html, `refresher-…`. Its
 * events are refresherpulling, refresherrefresh, refresherrestore and refresherabort.
 */
export function followPull(part: PartElement): void {
  const { dom, state } = part;
  onDrag(dom, {
    start: () =>
      Boolean(part.properties.refresherEnabled) && dom.scrollTop <= 0 && !state.refreshing,
    move: ({ dy }) => {
      if (dy <= 0) return;
      show(part, dy);
      part.trigger('refresherpulling', { dy });
    },
    end: ({ dy }) => {
      if (dy <= 0) show(part, 0);
      else if (dy >= Number(part.properties.refresherThreshold)) refresh(part);
      else {
        show(part, 0);
        part.trigger('refresherabort', { dy });
      }
    },
  });
}

/** `refresher-triggered` starts and ends the refreshing as the program likes. */
export const changeRefresher: NonNullable<Part['changed']> = (part, name, value) => {
  if (name === 'refresherBackground') part.dom.style.setProperty('--refresher', String(value));
  if (name === 'refresherDefaultStyle') part.dom.dataset.refresher = String(value);
  if (name !== 'refresherTriggered') return;
  if (value && !part.state.refreshing) refresh(part);
  if (!value && part.state.refreshing) restore(part);
};

function refresh(part: PartElement): void {
  part.state.refreshing = true;
  part.set('refresherTriggered', true);
  show(part, Number(part.properties.refresherThreshold));
  part.trigger('refresherrefresh', {});
}

function restore(part: PartElement): void {
  part.state.refreshing = false;
  show(part, 0);
  part.trigger('refresherrestore', {});
}

/** The sign is a row of its own before the content, `height` px high. */
function show({ dom, state }: PartElement, height: number): void {
  const sign = (state.sign as HTMLElement | undefined) ?? document.createElement('div');
  state.sign = sign;
  sign.className = 'scroll-view-refresher';
  sign.style.height = `${height}px`;
  if (height > 0 && !sign.isConnected) dom.prepend(sign);
  if (height === 0) sign.remove();
}
