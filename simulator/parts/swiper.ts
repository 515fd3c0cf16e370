import type { Part, PartElement } from './part.ts';

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
    part.state.current = 0;
    part.dom.addEventListener('scroll', () => settled(part), { passive: true });
  },
  attached(part) {
    const tick = () => {
      if (part.properties.autoplay) moveTo(part, Number(part.state.current) + 1, 'autoplay');
    };
    part.state.timer = setInterval(tick, Number(part.properties.interval));
    setTimeout(() => drawDots(part), 0);
  },
  detached(part) {
    clearInterval(part.state.timer as ReturnType<typeof setInterval>);
  },
  changed(part, name, value) {
    if (name === 'vertical') part.dom.classList.toggle('is-vertical', Boolean(value));
    if (name === 'current') moveTo(part, Number(value), '');
    if (name.startsWith('indicator')) drawDots(part);
  },
};

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

function moveTo(part: PartElement, index: number, source: string): void {
  const all = items(part);
  if (all.length === 0) return;
  const target = ((index % all.length) + all.length) % all.length;
  const item = all[target];
  if (!item || target === part.state.current) return;
  part.dom.scrollTo?.({ left: item.offsetLeft, top: item.offsetTop, behavior: 'smooth' });
  arrive(part, target, source);
}

function settled(part: PartElement): void {
  const { dom, properties } = part;
  const at = properties.vertical
    ? dom.scrollTop / (dom.clientHeight || 1)
    : dom.scrollLeft / (dom.clientWidth || 1);
  const nearest = Math.round(at);
  if (Math.abs(at - nearest) < 0.02) arrive(part, nearest, 'touch');
}

function arrive(part: PartElement, current: number, source: string): void {
  if (part.state.current === current) return;
  part.state.current = current;
  drawDots(part);
  part.trigger('change', { current, currentItemId: '', source });
}

function drawDots(part: PartElement): void {
  const { properties, state } = part;
  let dots = state.dots as HTMLElement | undefined;
  if (!properties.indicatorDots) {
    dots?.remove();
    return;
  }
  dots ??= document.createElement('div');
  state.dots = dots;
  dots.className = 'swiper-dots';
  dots.replaceChildren(
    ...items(part).map((_, index) => {
      const dot = document.createElement('i');
      const active = index === state.current;
      const colour = active ? properties.indicatorActiveColor : properties.indicatorColor;
      dot.style.background = String(colour);
      return dot;
    }),
  );
  if (!dots.isConnected) part.dom.append(dots);
}
