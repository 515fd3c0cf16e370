import { toHostLengths } from '../lengths.ts';
import type { Part, PartElement } from './part.ts';

/** How far something has come. */
export const progress: Part = {
  name: 'progress',
  hasContent: false,
  properties: {
    percent: 0,
    showInfo: false,
    borderRadius: 0,
    fontSize: 16,
    strokeWidth: 6,
    color: '',
    activeColor: '',
    backgroundColor: '',
    active: false,
    activeMode: 'backwards',
    duration: 30,
  },
  created(part) {
    const track = document.createElement('div');
    const bar = document.createElement('div');
    const info = document.createElement('div');
    track.className = 'progress-track';
    bar.className = 'progress-bar';
    info.className = 'progress-info';
    track.append(bar);
    part.dom.append(track, info);
    Object.assign(part.state, { track, bar, info, at: 0 });
  },
  attached: run,
  changed(part, name) {
    if (name === 'percent') run(part);
    else draw(part, Number(part.state.at));
  },
  detached({ state }) {
    clearInterval(state.timer as ReturnType<typeof setInterval>);
  },
};

/** With `active` it grows by 1 % every `duration` ms and tells its end. */
function run(part: PartElement): void {
  const { percent, active, activeMode, duration } = part.properties;
  const goal = Math.min(100, Math.max(0, Number(percent) || 0));
  clearInterval(part.state.timer as ReturnType<typeof setInterval>);
  if (!active || !part.dom.isConnected) {
    draw(part, goal);
    return;
  }
  let at = activeMode === 'forwards' ? Math.min(Number(part.state.at), goal) : 0;
  const timer = setInterval(() => {
    at = Math.min(goal, at + 1);
    draw(part, at);
    if (at < goal) return;
    clearInterval(timer);
    part.trigger('activeend', { curPercent: goal });
  }, Number(duration));
  part.state.timer = timer;
}

function draw({ properties, state }: PartElement, at: number): void {
  const { track, bar, info } = state as Record<'track' | 'bar' | 'info', HTMLElement>;
  const length = (value: unknown) =>
    typeof value === 'number' || /^\d+$/.test(String(value))
      ? `${value}px`
      : toHostLengths(String(value));
  state.at = at;
  track.style.height = length(properties.strokeWidth);
  track.style.borderRadius = length(properties.borderRadius);
  track.style.backgroundColor = String(properties.backgroundColor);
  bar.style.width = `${at}%`;
  bar.style.backgroundColor = String(properties.activeColor || properties.color);
  info.hidden = !properties.showInfo;
  info.style.fontSize = length(properties.fontSize);
  info.textContent = `${at}%`;
}
