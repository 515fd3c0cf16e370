import { onDrag } from './drag.ts';
import type { Part, PartElement } from './part.ts';

/** A number between two ends, chosen by dragging. */
export const slider: Part = {
  name: 'slider',
  hasContent: false,
  properties: {
    min: 0,
    max: 100,
    step: 1,
    disabled: false,
    value: 0,
    color: '',
    selectedColor: '',
    activeColor: '',
    backgroundColor: '',
    blockSize: 28,
    blockColor: '#ffffff',
    showValue: false,
    name: '',
  },
  created(part) {
    const track = document.createElement('div');
    const block = document.createElement('i');
    const shown = document.createElement('div');
    track.className = 'slider-track';
    block.className = 'slider-block';
    shown.className = 'slider-value';
    track.append(block);
    part.dom.append(track, shown);
    Object.assign(part.state, { track, block, shown });
    const at = (x: number) => set(part, x, 'changing');
    onDrag(track, {
      start: ({ x }) => {
        if (part.properties.disabled) return false;
        at(x);
        return true;
      },
      move: ({ x, dx }) => at(x + dx),
      end: ({ x, dx }) => set(part, x + dx, 'change'),
    });
    draw(part);
  },
  changed: draw,
  field: {
    read: ({ properties }) => Number(properties.value),
    reset: (part) => part.set('value', part.properties.min),
  },
};

/** Takes the value that lies at `x` of the screen (px) and tells of it. */
function set(part: PartElement, x: number, event: 'changing' | 'change'): void {
  const { min, max, step } = numbers(part);
  const { left, width } = (part.state.track as HTMLElement).getBoundingClientRect();
  const share = Math.min(1, Math.max(0, (x - left) / (width || 1)));
  const value = Math.min(max, min + Math.round((share * (max - min)) / step) * step);
  const before = part.properties.value;
  part.set('value', value);
  if (event === 'change' || before !== value) part.trigger(event, { value });
}

function numbers({ properties }: PartElement) {
  const [min = 0, max = 100, value = 0] = [properties.min, properties.max, properties.value].map(
    Number,
  );
  return { min, max, value, step: Number(properties.step) || 1 };
}

function draw(part: PartElement): void {
  const { min, max, value } = numbers(part);
  const { properties, state } = part;
  const { track, block, shown } = state as Record<'track' | 'block' | 'shown', HTMLElement>;
  const share = `${(100 * (Math.min(max, Math.max(min, value)) - min)) / (max - min || 1)}%`;
  track.style.setProperty('--share', share);
  setColour(track, '--active', properties.activeColor || properties.selectedColor);
  setColour(track, '--track', properties.backgroundColor || properties.color);
  block.style.backgroundColor = String(properties.blockColor);
  block.style.setProperty('--size', `${Number(properties.blockSize)}px`);
  shown.hidden = !properties.showValue;
  shown.textContent = String(value);
  part.dom.classList.toggle('is-disabled', Boolean(properties.disabled));
}

/** Without a colour of the program's the style sheet's own one holds. */
function setColour({ style }: HTMLElement, variable: string, colour: unknown): void {
  if (colour) style.setProperty(variable, String(colour));
  else style.removeProperty(variable);
}
