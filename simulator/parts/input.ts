import type { Part, PartElement } from './part.ts';

/** One line of text to write in. */
export const input: Part = {
  name: 'input',
  hasContent: false,
  properties: {
    value: '',
    type: 'text',
    password: false,
    placeholder: '',
    placeholderStyle: '',
    placeholderClass: 'input-placeholder',
    disabled: false,
    maxlength: 140,
    cursorSpacing: 0,
    autoFocus: false,
    focus: false,
    confirmType: 'done',
    confirmHold: false,
    cursor: -1,
    cursorColor: '',
    selectionStart: -1,
    selectionEnd: -1,
    adjustPosition: true,
    holdKeyboard: false,
    alwaysEmbed: false,
    autoFill: '',
    name: '',
    safePasswordCertPath: '',
    safePasswordLength: null,
    safePasswordTimeStamp: null,
    safePasswordNonce: '',
    safePasswordSalt: '',
    safePasswordCustomHash: '',
  },
  created(part) {
    const field = document.createElement('input');
    field.maxLength = 140;
    part.dom.append(field);
    part.state.field = field;
    for (const type of ['input', 'focus', 'blur', 'change'] as const) {
      field.addEventListener(type, (event) => {
        event.stopPropagation();
        if (type !== 'change') part.trigger(type, toDetail(field));
      });
    }
    field.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') part.trigger('confirm', { value: field.value });
    });
  },
  attached(part) {
    if (part.properties.focus || part.properties.autoFocus) fieldOf(part).focus();
  },
  changed(part, name, value) {
    const field = fieldOf(part);
    if (name === 'value') field.value = String(value ?? '');
    if (name === 'placeholder') field.placeholder = String(value ?? '');
    if (name === 'disabled') field.disabled = Boolean(value);
    if (name === 'maxlength') field.maxLength = Number(value) < 0 ? 2 ** 31 - 1 : Number(value);
    if (name === 'password' || name === 'type') field.type = fieldType(part);
    if (name === 'confirmType') field.enterKeyHint = String(value);
    if (name === 'focus') field[value ? 'focus' : 'blur']();
  },
};

function fieldOf(part: PartElement): HTMLInputElement {
  return part.state.field as HTMLInputElement;
}

function fieldType(part: PartElement): string {
  if (part.properties.password) return 'password';
  return part.properties.type === 'number' || part.properties.type === 'digit' ? 'tel' : 'text';
}

function toDetail(field: HTMLInputElement): Record<string, unknown> {
  return { value: field.value, cursor: field.selectionStart ?? field.value.length, keyCode: 0 };
}
