/**
 * Where the program listens for taps. The audit runs in a script of its own beside the phone's, so the mark is a
 * property of the element under a name that both know; the program never sees elements.
 */
const MARK = Symbol.for('simulator.tapped');

/** Notes that somebody listens for taps on an element. */
export function markTapped(element: object): void {
  Object.defineProperty(element, MARK, { value: true, configurable: true });
}

export function isTapped(element: object): boolean {
  return MARK in element;
}
