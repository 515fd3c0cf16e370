import type { Part, PartElement } from './part.ts';

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
  },
  changed(part, name, value) {
    const { dom } = part;
    if (name === 'scrollX') dom.classList.toggle('is-scroll-x', Boolean(value));
    if (name === 'scrollY') dom.classList.toggle('is-scroll-y', Boolean(value));
    if (name === 'enableFlex') dom.classList.toggle('is-flex', Boolean(value));
    if (name === 'showScrollbar') dom.classList.toggle('is-bare', !value);
    if (name === 'scrollTop' && value !== null) dom.scrollTop = Number(value);
    if (name === 'scrollLeft' && value !== null) dom.scrollLeft = Number(value);
    if (name === 'scrollIntoView' && value) scrollTo(part, String(value));
  },
};

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

function scrollTo(part: PartElement, id: string): void {
  setTimeout(() => {
    const target = part.dom.querySelector(`[id="${id.replace(/["\\]/g, '\\$&')}"]`);
    if (target && 'scrollIntoView' in target) target.scrollIntoView({ block: 'nearest' });
  }, 0);
}
