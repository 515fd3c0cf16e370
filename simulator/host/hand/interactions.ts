import type { Ledger } from '../../record/ledger.ts';
import { visibleText } from './visible-text.ts';

/** Characters of a tapped text that name an interaction. */
const LONGEST = 20;

/** A tap is over with the first two for the framework, with the last for the phone's own buttons. */
const TAPS = ['mouseup', 'touchend', 'click'];

/**
 * Begins an interaction of the ledger with each tap and each input on the screen, before any
 * handler of the phone or the program runs. What reaches the phone by other ways (back, a tab,
 * the network) is begun where it arrives.
 */
export function noteInteractions(root: HTMLElement, ledger: Ledger): void {
  const begin = (what: string, nameOf: (target: Element) => string) => (event: Event) => {
    if (!(event.target instanceof Element) || !root.contains(event.target)) return;
    ledger.beginInteraction(`${what} ${nameOf(event.target)}`.trim());
  };
  // The framework listens at the body in the capture phase: only the window is earlier.
  for (const tap of TAPS) addEventListener(tap, begin('tap', tappedName), { capture: true });
  addEventListener('input', begin('input', fieldName), { capture: true });
}

/** The words on an element, or on the nearest one around it that has some. */
function tappedName(target: Element): string {
  const words = visibleText(target).replace(/\n/g, ' ') || target.getAttribute('aria-label') || '';
  if (words) return [...words].slice(0, LONGEST).join('');
  const around = target.parentElement;
  return around && !around.matches('.phone-scroller') ? tappedName(around) : target.localName;
}

function fieldName(target: Element): string {
  return target.getAttribute('aria-label') ?? target.getAttribute('placeholder') ?? '';
}
