import type { Part } from './part.ts';

/** Text within a line; line breaks in it are kept, `space` and `selectable` by the style sheet. */
export const text: Part = {
  name: 'text',
  properties: {
    selectable: false,
    userSelect: false,
    space: '',
    decode: false,
    overflow: 'visible',
    maxLines: '',
  },
  changed({ dom, properties }, name, value) {
    if (name === 'selectable' || name === 'userSelect') {
      dom.classList.toggle(
        'is-selectable',
        Boolean(properties.selectable || properties.userSelect),
      );
    }
    if (name === 'space' && value) dom.dataset.space = String(value);
    if (name === 'maxLines' && value) dom.style.setProperty('-webkit-line-clamp', String(value));
  },
};
