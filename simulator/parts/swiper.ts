import { toHostLengths } from '../lengths.ts';
import { onDrag } from './drag.ts';
import type { Part, PartElement } from './part.ts';
import { partAt } from './part-at.ts';
import { drawDots, placeItems } from './swiper-drawing.ts';

/** A drag of this many px turns the page, where half of its width is further. */
const TURN_DISTANCE = 60;

type Source = 'autoplay' | 'touch' | '';

/** Pictures or cards beside each other, one shown at a time. */
export const swiper: Part = {
  name: 'swiper',
  properties: {
    indicatorDots: false,
    indicatorColor: 'rgba(0, 0, 0, .3)',
    indicatorActiveColor: '#000000',
    autoplay: false,
    current: 0,
    currentItemId: '',
    interval: 5000,
    duration: 500,
    circular: false,
    vertical: false,
    previousMargin: '0px',
    nextMargin: '0px',
    displayMultipleItems: 1,
    skipHiddenItemLayout: false,
    easingFunction: 'default',
    snapToEdge: false,
    layoutType: 'normal',
    transformerType: 'scaleAndFade',
    indicatorType: 'normal',
    indicatorMargin: 10,
    indicatorSpacing: 4,
    indicatorRadius: 4,
    indicatorWidth: 8,
    indicatorHeight: 8,
    indicatorAlignment: 'auto',
    indicatorOffset: null,
    scrollWithAnimation: true,
    cacheExtent: 0,
    disableTouch: false,
  },
  created(part) {
    Object.assign(part.state, { current: 0, shift: 0 });
    onDrag(part.dom, {
      start: () => !part.properties.disableTouch,
      move: ({ dx, dy }) => {
        stopAutoplay(part);
        part.state.shift = part.properties.vertical ? dy : dx;
        placeItems(part, items(part), false);
      },
      end: ({ dx, dy }) => dropped(part, part.properties.vertical ? dy : dx),
    });
  },
  attached(part) {
    const observer = new MutationObserver(() => draw(part));
    observer.observe(part.dom, { childList: true });
    part.state.observer = observer;
    startAutoplay(part);
    draw(part);
  },
  detached(part) {
    (part.state.observer as MutationObserver | undefined)?.disconnect();
    stopAutoplay(part);
  },
  changed(part, name, value) {
    if (name === 'current') moveTo(part, Number(value), '');
    if (name === 'currentItemId' && value) moveTo(part, indexOf(part, String(value)), '');
    if (name === 'autoplay' || name === 'interval') startAutoplay(part);
    for (const [property, variable] of Object.entries(MARGINS)) {
      if (name === property) part.dom.style.setProperty(variable, toHostLengths(String(value)));
    }
    if (name === 'displayMultipleItems') part.dom.style.setProperty('--shown', String(value));
    draw(part);
  },
};

const MARGINS = { previousMargin: '--previous', nextMargin: '--next' };

/** One place in a swiper. */
export const swiperItem: Part = {
  name: 'swiper-item',
  properties: { itemId: '', skipHiddenItemLayout: false },
};

function items(part: PartElement): HTMLElement[] {
  return [...part.dom.children].filter(
    (child): child is HTMLElement => child.localName === 'wx-swiper-item',
  );
}

function itemIdAt(part: PartElement, index: number): string {
  const item = items(part)[index];
  return String((item && partAt(item)?.properties.itemId) ?? '');
}

function indexOf(part: PartElement, itemId: string): number {
  return items(part).findIndex((item) => partAt(item)?.properties.itemId === itemId);
}

function draw(part: PartElement): void {
  if (!part.dom.isConnected) return;
  const all = items(part);
  if (all.length === 0) return;
  // A property may name an item that was not there yet.
  const wanted = part.state.wanted as number | undefined;
  if (wanted !== undefined && wanted < all.length) {
    part.state.current = wanted;
    part.state.wanted = undefined;
  }
  part.dom.classList.toggle('is-vertical', Boolean(part.properties.vertical));
  placeItems(part, all, false);
  drawDots(part, all.length);
}

function moveTo(part: PartElement, index: number, source: Source): void {
  const count = items(part).length;
  if (count === 0 || !part.dom.isConnected) {
    part.state.wanted = index;
    return;
  }
  const { circular, autoplay } = part.properties;
  const round = circular || (autoplay && source === 'autoplay');
  const last = count - Number(part.properties.displayMultipleItems || 1);
  const target = round
    ? ((index % count) + count) % count
    : Math.min(Math.max(0, index), Math.max(0, last));
  const before = part.state.current;
  part.state.shift = 0;
  part.state.current = target;
  placeItems(part, items(part), true);
  if (before === target) return;
  drawDots(part, count);
  if (autoplay) startAutoplay(part);
  if (source) part.set('current', target);
  const detail = { current: target, currentItemId: itemIdAt(part, target), source };
  part.trigger('change', detail);
  setTimeout(() => part.trigger('animationfinish', detail), Number(part.properties.duration));
}

function dropped(part: PartElement, distance: number): void {
  const { vertical } = part.properties;
  const size = vertical ? part.dom.clientHeight : part.dom.clientWidth;
  const turns = Math.abs(distance) > Math.min(TURN_DISTANCE, size ? size / 2 : TURN_DISTANCE);
  const step = turns ? -Math.sign(distance) : 0;
  if (part.properties.autoplay) startAutoplay(part);
  if (step !== 0 || part.state.shift !== 0)
    moveTo(part, Number(part.state.current) + step, 'touch');
}

/** The time to the next page begins anew whenever another page is shown. */
function startAutoplay(part: PartElement): void {
  stopAutoplay(part);
  if (!part.properties.autoplay || !part.dom.isConnected) return;
  const next = () => moveTo(part, Number(part.state.current) + 1, 'autoplay');
  part.state.timer = setInterval(next, Number(part.properties.interval));
}

function stopAutoplay({ state }: PartElement): void {
  clearInterval(state.timer as ReturnType<typeof setInterval> | undefined);
}
