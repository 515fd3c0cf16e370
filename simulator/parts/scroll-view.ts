import type { Part, PartElement } from './part.ts';
import { changeRefresher, followPull } from './refresher.ts';

/** A box that scrolls by itself. */
export const scrollView: Part = {
  name: 'scroll-view',
  properties: {
    scrollX: false,
    scrollY: false,
    upperThreshold: 50,
    lowerThreshold: 50,
    scrollTop: null,
    scrollLeft: null,
    scrollIntoView: '',
    scrollIntoViewOffset: 0,
    scrollIntoViewAlignment: 'start',
    scrollIntoViewWithinExtent: false,
    scrollWithAnimation: false,
    enableBackToTop: false,
    enableFlex: false,
    enablePassive: false,
    scrollAnchoring: false,
    refresherEnabled: false,
    refresherThreshold: 45,
    refresherDefaultStyle: 'black',
    refresherBackground: '#FFF',
    refresherTriggered: false,
    refresherTwoLevelEnabled: false,
    refresherTwoLevelTriggered: false,
    refresherTwoLevelThreshold: 150,
    refresherTwoLevelCloseThreshold: 80,
    refresherTwoLevelScrollEnabled: false,
    refresherBallisticRefreshEnabled: false,
    refresherTwoLevelPinned: false,
    enhanced: false,
    bounces: true,
    showScrollbar: true,
    pagingEnabled: false,
    fastDeceleration: false,
    usingSticky: false,
    type: 'list',
    associativeContainer: '',
    reverse: false,
    clip: true,
    cacheExtent: null,
    minDragDistance: 18,
    padding: null,
  },
  created(part) {
    part.state.edge = '';
    part.dom.addEventListener('scroll', (event) => {
      if (event.target === part.dom) scrolled(part);
    });
    followPull(part);
  },
  attached(part) {
    const { scrollTop, scrollLeft, scrollIntoView } = part.properties;
    if (scrollTop !== null) part.dom.scrollTop = Number(scrollTop);
    if (scrollLeft !== null) part.dom.scrollLeft = Number(scrollLeft);
    if (scrollIntoView) goTo(part, String(scrollIntoView));
  },
  changed(part, name, value) {
    const { dom, properties } = part;
    if (name === 'scrollX') dom.classList.toggle('is-scroll-x', Boolean(value));
    if (name === 'scrollY') dom.classList.toggle('is-scroll-y', Boolean(value));
    if (name === 'enableFlex') dom.classList.toggle('is-flex', Boolean(value));
    const behavior = properties.scrollWithAnimation ? 'smooth' : 'auto';
    if (name === 'scrollTop' && value !== null) move(dom, { top: Number(value), behavior });
    if (name === 'scrollLeft' && value !== null) move(dom, { left: Number(value), behavior });
    if (name === 'scrollIntoView' && value) goTo(part, String(value));
    if (name.startsWith('refresher')) changeRefresher(part, name, value);
  },
};

/** jsdom has no scrollTo on elements. */
function move(dom: HTMLElement, { top, left, behavior }: ScrollToOptions): void {
  if (typeof dom.scrollTo === 'function' && behavior === 'smooth') {
    dom.scrollTo({ ...(top === undefined ? { left: left ?? 0 } : { top }), behavior });
  } else {
    if (top !== undefined) dom.scrollTop = top;
    if (left !== undefined) dom.scrollLeft = left;
  }
}

function scrolled(part: PartElement): void {
  const { dom, properties, state } = part;
  const { scrollTop, scrollLeft, scrollHeight, scrollWidth, clientHeight, clientWidth } = dom;
  const lastTop = Number(state.top ?? 0);
  const lastLeft = Number(state.left ?? 0);
  state.top = scrollTop;
  state.left = scrollLeft;
  const deltaX = lastLeft - scrollLeft;
  const deltaY = lastTop - scrollTop;
  part.trigger('scroll', { scrollTop, scrollLeft, scrollHeight, scrollWidth, deltaX, deltaY });
  const along = properties.scrollY
    ? { at: scrollTop, rest: scrollHeight - clientHeight - scrollTop, size: scrollHeight }
    : { at: scrollLeft, rest: scrollWidth - clientWidth - scrollLeft, size: scrollWidth };
  const [start, end] = properties.scrollY ? ['top', 'bottom'] : ['left', 'right'];
  if (along.rest <= Number(properties.lowerThreshold)) {
    if (state.edge !== `end ${along.size}`) part.trigger('scrolltolower', { direction: end });
    state.edge = `end ${along.size}`;
  } else if (along.at <= Number(properties.upperThreshold)) {
    if (state.edge !== 'start') part.trigger('scrolltoupper', { direction: start });
    state.edge = 'start';
  } else state.edge = '';
}

/** Brings the element with this id to the start of the box. */
function goTo({ dom, properties }: PartElement, id: string): void {
  setTimeout(() => {
    const target = dom.querySelector(`[id="${id.replace(/["\\]/g, '\\$&')}"]`);
    if (!target) return;
    const box = dom.getBoundingClientRect();
    const place = target.getBoundingClientRect();
    const behavior = properties.scrollWithAnimation ? 'smooth' : 'auto';
    const offset = Number(properties.scrollIntoViewOffset) || 0;
    if (properties.scrollY)
      move(dom, { top: dom.scrollTop + place.top - box.top + offset, behavior });
    if (properties.scrollX)
      move(dom, { left: dom.scrollLeft + place.left - box.left + offset, behavior });
  }, 0);
}
