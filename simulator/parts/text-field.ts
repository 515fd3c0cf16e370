import { toHostLengths } from '../lengths.ts';
import type { Part, PartElement } from './part.ts';
import { toStyleClass } from './style-class.ts';

type TextField = HTMLInputElement | HTMLTextAreaElement;

/** Properties that `input` and `textarea` share. */
export const TEXT_PROPERTIES = {
  value: '',
  placeholder: '',
  placeholderStyle: '',
  disabled: false,
  maxlength: 140,
  cursorSpacing: 0,
  autoFocus: false,
  focus: false,
  confirmHold: false,
  cursor: -1,
  selectionStart: -1,
  selectionEnd: -1,
  adjustPosition: true,
  holdKeyboard: false,
  name: '',
};

/**
 * Draws a field with its placeholder beside it: the browser's own placeholder would give the field a
 * name that wxml does not. `written` is called after every change of the text by hand.
 */
export function createTextField(
  part: PartElement,
  field: TextField,
  written: (keyCode: number) => void,
): void {
  const placeholder = document.createElement('div');
  const box = document.createElement('div');
  box.className = 'field-box';
  box.append(placeholder, field);
  part.dom.append(box);
  Object.assign(part.state, { field, placeholder });
  let keyCode = 0;
  field.addEventListener('keydown', (event) => {
    keyCode = (event as KeyboardEvent).keyCode;
  });
  field.addEventListener('input', (event) => {
    event.stopPropagation();
    if (!(event as InputEvent).isComposing) write(part, () => written(keyCode));
  });
  field.addEventListener('compositionend', () => write(part, () => written(keyCode)));
  field.addEventListener('focus', () => {
    part.trigger('focus', { value: field.value, height: 0 });
  });
  field.addEventListener('blur', () => {
    part.trigger('blur', { value: field.value, cursor: cursorOf(field) });
  });
  showPlaceholder(part);
}

export function fieldOf(part: PartElement): TextField {
  return part.state.field as TextField;
}

export function cursorOf(field: TextField): number {
  return field.selectionStart ?? field.value.length;
}

/** Takes what was written, cut to `maxlength` characters, as the part's value, then tells of it. */
function write(part: PartElement, written: () => void): void {
  const field = fieldOf(part);
  const limit = Number(part.properties.maxlength);
  const characters = [...field.value];
  if (limit >= 0 && characters.length > limit) field.value = characters.slice(0, limit).join('');
  showPlaceholder(part);
  if (field.value === part.properties.value) return;
  part.set('value', field.value);
  written();
}

/** What a change of a shared property does. */
export function changeTextField(part: PartElement, name: string, value: unknown): void {
  const field = fieldOf(part);
  if (name === 'value') setText(part, String(value ?? ''));
  if (name === 'disabled') field.disabled = Boolean(value);
  if (name === 'confirmType') field.enterKeyHint = String(value);
  if (name === 'focus') {
    if (value) focusField(part);
    else field.blur();
  }
  if (name.startsWith('placeholder')) showPlaceholder(part);
}

function setText(part: PartElement, text: string): void {
  const field = fieldOf(part);
  if (field.value !== text) field.value = text;
  showPlaceholder(part);
}

/** Gives it the keyboard, with the cursor or selection that its properties ask for. */
function focusField(part: PartElement): void {
  const field = fieldOf(part);
  if (!field.isConnected || field.disabled) return;
  field.focus({ preventScroll: true });
  const { cursor, selectionStart, selectionEnd } = part.properties;
  if (Number(selectionStart) >= 0 && Number(selectionEnd) >= 0) {
    field.setSelectionRange(Number(selectionStart), Number(selectionEnd));
  } else if (Number(cursor) >= 0) field.setSelectionRange(Number(cursor), Number(cursor));
}

function showPlaceholder(part: PartElement): void {
  const { placeholder, placeholderStyle, placeholderClass } = part.properties;
  const shown = part.state.placeholder as HTMLElement;
  const classes = String(placeholderClass).split(/\s+/).filter(Boolean);
  const names = classes.flatMap((name) => [name, toStyleClass(part.component, name)]);
  shown.className = ['field-placeholder', ...new Set(names)].join(' ');
  shown.setAttribute('style', toHostLengths(String(placeholderStyle)));
  const text = String(placeholder ?? '');
  if (shown.textContent !== text) shown.textContent = text;
  shown.hidden = text === '' || fieldOf(part).value !== '';
}

/** What `input` and `textarea` do alike. */
export const TEXT_PART = {
  hasContent: false,
  attached(part) {
    if (part.properties.focus || part.properties.autoFocus) focusField(part);
  },
  focusable: fieldOf,
  tapped(part) {
    if (document.activeElement !== fieldOf(part)) focusField(part);
  },
  activated: focusField,
  field: {
    read: (part) => fieldOf(part).value,
    reset: (part) => part.set('value', ''),
  },
} satisfies Partial<Part>;
