import { drawMark, showChoice } from './choice.ts';
import type { Part, PartElement } from './part.ts';
import { partNear, partsWithin } from './part-at.ts';

/** One of several things of which one can be chosen. */
export const radio: Part = {
  name: 'radio',
  properties: { value: '', disabled: false, checked: false, color: '' },
  created(part) {
    drawMark(part, 'radio-mark');
  },
  changed: showChoice,
  tapped: choose,
  activated: choose,
};

/** Tells which of its radios is chosen. */
export const radioGroup: Part = {
  name: 'radio-group',
  properties: { name: '' },
  field: {
    read: (part) =>
      partsWithin(part.dom, 'radio').find(({ properties }) => properties.checked)?.properties
        .value ?? '',
    reset(part) {
      for (const one of partsWithin(part.dom, 'radio')) one.set('checked', false);
    },
  },
};

function choose(part: PartElement): void {
  const { disabled, checked, value } = part.properties;
  if (disabled || checked) return;
  const group = partNear(part.dom, 'radio-group');
  for (const other of group ? partsWithin(group.dom, 'radio') : []) {
    if (other.properties.checked) other.set('checked', false);
  }
  part.set('checked', true);
  group?.trigger('change', { value });
}
