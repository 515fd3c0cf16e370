import type { Part, PartElement } from './part.ts';
import { partHost } from './part-host.ts';
import {
  changeTextField,
  createTextField,
  cursorOf,
  fieldOf,
  TEXT_PART,
  TEXT_PROPERTIES,
} from './text-field.ts';

/** Words on the keyboard's last key that end the writing; with any other it begins a new line. */
const CONFIRMING = new Set(['send', 'search', 'next', 'go', 'done']);

/** Several lines of text to write in. */
export const textarea: Part = {
  name: 'textarea',
  ...TEXT_PART,
  properties: {
    ...TEXT_PROPERTIES,
    placeholderClass: 'textarea-placeholder',
    confirmType: 'return',
    autoHeight: false,
    fixed: false,
    showConfirmBar: true,
    disableDefaultPadding: false,
    adjustKeyboardTo: 'cursor',
  },
  created(part) {
    const field = document.createElement('textarea');
    field.rows = 1;
    createTextField(part, field, (keyCode) => {
      measure(part);
      part.trigger('input', { value: field.value, cursor: cursorOf(field), keyCode });
    });
    field.addEventListener('keydown', (event) => {
      const confirms = CONFIRMING.has(String(part.properties.confirmType));
      if (event.key !== 'Enter' || event.isComposing || !confirms) return;
      event.preventDefault();
      part.trigger('confirm', { value: field.value });
      if (!part.properties.confirmHold) field.blur();
    });
  },
  attached(part) {
    TEXT_PART.attached(part);
    setTimeout(() => measure(part), 0);
  },
  changed(part, name, value) {
    changeTextField(part, name, value);
    if (name === 'autoHeight') part.dom.classList.toggle('is-auto-height', Boolean(value));
    if (name === 'autoHeight' || name === 'value') measure(part);
  },
};

/** Fits the height to the text where that is asked for, and tells when the lines have changed. */
function measure(part: PartElement): void {
  const field = fieldOf(part);
  if (!field.isConnected) return;
  if (part.properties.autoHeight) {
    field.style.height = '0';
    field.style.height = `${field.scrollHeight}px`;
  }
  const { height, lineCount } = linesOf(field);
  const before = part.state.lineCount;
  part.state.lineCount = lineCount;
  if (before === undefined || before === lineCount) return;
  const rpx = 750 / (partHost().screen.root.clientWidth || 375);
  part.trigger('linechange', {
    height,
    heightRpx: height * rpx,
    lineHeight: height / lineCount,
    lineCount,
  });
}

/** Without layout every line of the text counts as one on the screen. */
function linesOf(field: HTMLElement & { value: string }): { height: number; lineCount: number } {
  const written = field.value.split('\n').length;
  if (!partHost().options.platform.hasLayout) return { height: written * 22, lineCount: written };
  const { lineHeight, fontSize } = getComputedStyle(field);
  const line = Number.parseFloat(lineHeight) || Number.parseFloat(fontSize) * 1.4;
  const lineCount = Math.max(1, Math.round(field.scrollHeight / line));
  return { height: field.scrollHeight, lineCount };
}
