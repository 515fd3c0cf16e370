import { drawMark, showChoice } from './choice.ts';
import type { Part, PartElement } from './part.ts';

/** On or off. */
export const switchPart: Part = {
  name: 'switch',
  hasContent: false,
  properties: { checked: false, disabled: false, type: 'switch', color: '', name: '' },
  created(part) {
    drawMark(part, 'switch-mark');
  },
  changed(part, name, value) {
    if (name === 'type' && part.state.mark instanceof HTMLElement) {
      part.state.mark.className = value === 'checkbox' ? 'checkbox-mark' : 'switch-mark';
    }
    showChoice(part);
  },
  tapped: toggle,
  activated: toggle,
  field: {
    read: ({ properties }) => Boolean(properties.checked),
    reset: (part) => part.set('checked', false),
  },
};

function toggle(part: PartElement): void {
  if (part.properties.disabled) return;
  const value = !part.properties.checked;
  part.set('checked', value);
  part.trigger('change', { value });
}
