import { element } from '../element.ts';
import type { Host } from '../host.ts';

/** What lies over the pages for a moment. Each kind is there at most once. */
export type LayerKind =
  | 'toast'
  | 'dialog'
  | 'sheet'
  | 'images'
  | 'share'
  | 'question'
  | 'background';

/** Who had the keyboard before a layer took it. */
const openers = new WeakMap<Element, Element | null>();

/**
 * Puts `content` over the pages. With `onEscape` the layer blocks all below it: the content gets
 * the keyboard until the layer is closed, and the Escape key calls `onEscape`.
 */
export function placeLayer(
  host: Host,
  kind: LayerKind,
  content: HTMLElement,
  onEscape?: () => void,
): HTMLElement {
  closeLayer(host, kind);
  const layer = element('div', `phone-overlay${onEscape ? ' is-blocking' : ''}`);
  layer.dataset.kind = kind;
  layer.append(content);
  host.screen.overlays.append(layer);
  if (!onEscape) return layer;
  openers.set(layer, document.activeElement);
  layer.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') onEscape();
  });
  host.screen.hold(true);
  if (content.localName !== 'button') content.tabIndex = -1;
  content.focus({ preventScroll: true });
  return layer;
}

/** Takes a layer away, if it is there, and gives the keyboard back. */
export function closeLayer({ screen }: Host, kind: LayerKind): void {
  const layer = screen.overlays.querySelector(`[data-kind="${kind}"]`);
  layer?.remove();
  if (!layer || !openers.has(layer)) return;
  screen.hold(screen.overlays.querySelector('.is-blocking') !== null);
  const opener = openers.get(layer);
  if (opener instanceof HTMLElement) opener.focus({ preventScroll: true });
}
