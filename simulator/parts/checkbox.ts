import { drawMark, showChoice } from './choice.ts';
import type { Part, PartElement } from './part.ts';
import { partNear, partsWithin } from './part-at.ts';

/** One of several things that can be ticked. */
export const checkbox: Part = {
  name: 'checkbox',
  properties: { value: '', disabled: false, checked: false, color: '' },
  created(part) {
    drawMark(part, 'checkbox-mark');
  },
  changed: showChoice,
  tapped: toggle,
  activated: toggle,
};

/** Tells which of its checkboxes are ticked. */
export const checkboxGroup: Part = {
  name: 'checkbox-group',
  properties: { name: '' },
  field: {
    read: chosen,
    reset(part) {
      for (const one of partsWithin(part.dom, 'checkbox')) one.set('checked', false);
    },
  },
};

function toggle(part: PartElement): void {
  const { disabled, checked } = part.properties;
  if (disabled) return;
  part.set('checked', !checked);
  const group = partNear(part.dom, 'checkbox-group');
  group?.trigger('change', { value: chosen(group) });
}

function chosen(group: PartElement): unknown[] {
  return partsWithin(group.dom, 'checkbox')
    .filter(({ properties }) => properties.checked)
    .map(({ properties }) => properties.value);
}
