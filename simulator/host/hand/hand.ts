/** What a hand does with an element where no real mouse and keyboard are: by events alone. */

export type Direction = 'left' | 'right' | 'up' | 'down';

/** How far a swipe goes, in px. */
const SWIPE = 160;
/** Milliseconds that a long press holds; WeChat tells it after 350. */
export const HOLD = 450;

/** Where a swipe ends, seen from where it begins. */
export function swipeDistance(direction: Direction): { dx: number; dy: number } {
  const sign = direction === 'left' || direction === 'up' ? -1 : 1;
  const sideways = direction === 'left' || direction === 'right';
  return { dx: sideways ? sign * SWIPE : 0, dy: sideways ? 0 : sign * SWIPE };
}

export function tapElement(found: Element): void {
  press(found);
  release(found);
}

export async function holdElement(found: Element): Promise<void> {
  press(found);
  await new Promise((resolve) => setTimeout(resolve, HOLD));
  release(found);
}

export function swipeElement(found: Element, direction: Direction): void {
  const { dx, dy } = swipeDistance(direction);
  send(found, 'mousedown');
  for (const share of [0.5, 1]) send(found, 'mousemove', dx * share, dy * share);
  send(found, 'mouseup', dx, dy);
}

/** The field to write in that an element is, holds or belongs to. */
function fieldNear(found: Element | null): HTMLInputElement | HTMLTextAreaElement | null {
  const fields = 'input, textarea';
  const holder = found?.closest('wx-input, wx-textarea');
  const field = found?.matches(fields) ? found : (holder ?? found)?.querySelector(fields);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field : null;
}

/** Replaces the whole text of a field. False when there is none, or it is disabled. */
export function fillField(found: Element | null, value: string): boolean {
  const field = fieldNear(found);
  if (!field || field.disabled) return false;
  field.focus();
  field.value = value;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
}

/** Types one character after the other into the field that has the keyboard; `\n` is the Enter key. */
export function typeText(text: string): boolean {
  const field = focusedField();
  if (!field) return false;
  for (const key of text) {
    const options = { key: key === '\n' ? 'Enter' : key, bubbles: true, cancelable: true };
    const goesOn = field.dispatchEvent(new KeyboardEvent('keydown', options));
    const written = key !== '\n' || field instanceof HTMLTextAreaElement;
    if (goesOn && written && document.activeElement === field) {
      field.setRangeText(
        key,
        field.selectionStart ?? field.value.length,
        field.selectionEnd ?? field.value.length,
        'end',
      );
      field.dispatchEvent(new InputEvent('input', { bubbles: true, data: key }));
    }
    field.dispatchEvent(new KeyboardEvent('keyup', options));
  }
  return true;
}

/** Puts the cursor behind the last character of the field that has the keyboard. */
export function cursorToEnd(): boolean {
  const field = focusedField();
  field?.setSelectionRange(field.value.length, field.value.length);
  return field !== null;
}

function focusedField(): HTMLInputElement | HTMLTextAreaElement | null {
  const { activeElement } = document;
  return activeElement?.matches('input, textarea') ? fieldNear(activeElement) : null;
}

function press(found: Element): void {
  if (send(found, 'mousedown')) moveFocus(found);
}

function release(found: Element): void {
  send(found, 'mouseup');
  send(found, 'click');
}

/** As a browser does with a press that nobody has taken for itself. */
function moveFocus(found: Element): void {
  const focusable = found.closest<HTMLElement>('input, textarea, button, [tabindex]');
  if (focusable && !focusable.hasAttribute('disabled')) focusable.focus();
  else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

function send(found: Element, type: string, clientX = 0, clientY = 0): boolean {
  const options = { bubbles: true, composed: true, cancelable: true, clientX, clientY };
  return found.dispatchEvent(new MouseEvent(type, options));
}
