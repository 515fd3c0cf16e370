import { notePartNotModelled, noteUnknownValue } from './not-modelled.ts';
import type { Part, PartElement } from './part.ts';
import {
  changeTextField,
  createTextField,
  cursorOf,
  fieldOf,
  TEXT_PART,
  TEXT_PROPERTIES,
} from './text-field.ts';

/** component/input.html, `type`: keyboards of the phone; null where they are not modelled. */
const KEYBOARDS = new Map<string, string | null>([
  ['text', 'text'],
  ['number', 'numeric'],
  ['digit', 'decimal'],
  ['idcard', 'text'],
  ['nickname', null],
  ['safe-password', null],
]);

/** One line of text to write in. */
export const input: Part = {
  name: 'input',
  ...TEXT_PART,
  properties: {
    ...TEXT_PROPERTIES,
    type: 'text',
    password: false,
    placeholderClass: 'input-placeholder',
    confirmType: 'done',
    cursorColor: '',
    alwaysEmbed: false,
    autoFill: '',
    safePasswordCertPath: '',
    safePasswordLength: null,
    safePasswordTimeStamp: null,
    safePasswordNonce: '',
    safePasswordSalt: '',
    safePasswordCustomHash: '',
  },
  values: { type: [...KEYBOARDS.keys()].filter((type) => KEYBOARDS.get(type) !== null) },
  created(part) {
    const field = document.createElement('input');
    field.autocomplete = 'off';
    createTextField(part, field, (keyCode) => {
      const detail = { value: field.value, cursor: cursorOf(field), keyCode };
      part.trigger('input', detail, (returned) => replaceText(part, returned));
    });
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.isComposing) return;
      part.trigger('confirm', { value: field.value });
      if (!part.properties.confirmHold) field.blur();
    });
  },
  changed(part, name, value) {
    changeTextField(part, name, value);
    const field = fieldOf(part) as HTMLInputElement;
    if (name === 'password') field.type = value ? 'password' : 'text';
    if (name === 'type') field.inputMode = keyboardOf(String(value || 'text'));
    if (name === 'cursorColor') field.style.caretColor = String(value);
  },
};

function keyboardOf(type: string): string {
  const keyboard = KEYBOARDS.get(type);
  if (keyboard === null) notePartNotModelled(`input type="${type}"`);
  if (keyboard === undefined) noteUnknownValue(`input type="${type}"`);
  return keyboard ?? 'text';
}

/** component/input.html: a text that the handler of `input` returns stands in the field instead. */
function replaceText(part: PartElement, returned: unknown): void {
  const { value, cursor } = (
    typeof returned === 'object' && returned !== null ? returned : { value: returned }
  ) as { value?: unknown; cursor?: unknown };
  if (typeof value !== 'string') return;
  part.set('value', value);
  if (typeof cursor === 'number') fieldOf(part).setSelectionRange(cursor, cursor);
}
