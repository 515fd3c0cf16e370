import { isPackagePath } from '../wx/local-path.ts';
import { isNetwork, isWebp, nameOf, toPictureUrl } from './image-address.ts';
import { noteUnknownValue } from './not-modelled.ts';
import type { Part, PartElement } from './part.ts';
import { partHost } from './part-host.ts';

/** Modes that fit the picture into the box. */
const FITS = new Map([
  ['scaleToFill', 'fill'],
  ['aspectFit', 'contain'],
  ['aspectFill', 'cover'],
  ['widthFix', 'fill'],
  ['heightFix', 'fill'],
]);

/** Modes that cut the picture: the side that stays visible. */
const SIDES = new Set([
  ...['top', 'bottom', 'center', 'left', 'right'],
  ...['top left', 'top right', 'bottom left', 'bottom right'],
]);

/** component/image.html: `lazy-load` covers three screens above and below. */
const LAZY_MARGIN = '300% 0px';

/** What a picture is asked for with: one object an asking. */
type Asked = { src: string; webp: boolean };

/** A picture; an address is looked up where the host map says it is. */
export const image: Part = {
  name: 'image',
  hasContent: false,
  properties: {
    src: '',
    mode: 'scaleToFill',
    webp: false,
    lazyLoad: false,
    fadeIn: false,
    showMenuByLongpress: false,
    forceHttp: false,
    defaultSource: '',
  },
  values: { mode: [...FITS.keys(), ...SIDES] },
  created(part) {
    const img = document.createElement('img');
    img.alt = '';
    img.draggable = false;
    part.dom.append(img);
    part.state.img = img;
    applyMode(part, 'scaleToFill');
    img.addEventListener('load', (event) => {
      event.stopPropagation();
      loaded(part, askedOf(part), { width: img.naturalWidth, height: img.naturalHeight });
    });
    img.addEventListener('error', (event) => {
      event.stopPropagation();
      fail(part, askedOf(part));
    });
  },
  attached: prepare,
  detached: stopWaiting,
  changed(part, name, value) {
    if (name === 'src' || name === 'webp') prepare(part);
    if (name === 'mode') applyMode(part, String(value || 'scaleToFill'));
    if (name === 'fadeIn') part.dom.classList.toggle('is-fading-in', Boolean(value));
  },
};

/** Attributes come one by one: the picture is asked for when all of them are there. */
function prepare(part: PartElement): void {
  if (part.state.preparing) return;
  part.state.preparing = true;
  queueMicrotask(() => {
    part.state.preparing = false;
    if (!part.dom.isConnected || isPresent(part, askedOf(part))) return;
    const asked = wantedBy(part);
    part.state.asked = asked;
    stopWaiting(part);
    imgOf(part).removeAttribute('src');
    part.dom.classList.remove('is-loaded');
    if (asked.src) whenNear(part, () => load(part, asked));
  });
}

function wantedBy({ properties: { src, webp } }: PartElement): Asked {
  return { src: String(src ?? ''), webp: Boolean(webp) };
}

function askedOf({ state }: PartElement): Asked | undefined {
  return state.asked as Asked | undefined;
}

/** Whether an asking is the last one, and its picture still the one that the program wants. */
function isPresent(part: PartElement, asked: Asked | undefined): asked is Asked {
  const { src, webp } = wantedBy(part);
  return asked === askedOf(part) && asked?.src === src && asked.webp === webp;
}

/** Waits, with `lazy-load`, until the screen is three screens away; without layout it is there. */
function whenNear(part: PartElement, run: () => void): void {
  if (!part.properties.lazyLoad || !partHost().options.platform.hasLayout) {
    run();
    return;
  }
  const root = part.dom.closest('.phone-scroller');
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      stopWaiting(part);
      run();
    },
    { root, rootMargin: LAZY_MARGIN },
  );
  watcher.observe(part.dom);
  part.state.watcher = watcher;
}

function stopWaiting({ state }: PartElement): void {
  (state.watcher as IntersectionObserver | undefined)?.disconnect();
  state.watcher = undefined;
}

function load(part: PartElement, asked: Asked): void {
  const { src } = asked;
  const url = toPictureUrl(part, src);
  if (isWebp(src) && refuseWebp(part, asked)) return;
  imgOf(part).src = url;
  const { loadImage } = partHost().options.platform;
  if (!loadImage) return;
  loadImage(url).then(
    ({ width, height, type }) => {
      if (type !== 'webp' || !refuseWebp(part, asked)) loaded(part, asked, { width, height });
    },
    () => fail(part, asked),
  );
}

/** component/image.html: a WebP picture of the network is not read without `webp`. */
function refuseWebp(part: PartElement, asked: Asked): boolean {
  const { src, webp } = asked;
  if (webp || !isNetwork(src) || !isPresent(part, asked)) return false;
  partHost().ledger.breakRule('image.webp', `${src} is WebP, and its image has no webp attribute`);
  imgOf(part).removeAttribute('src');
  fail(part, asked);
  return true;
}

/** What comes of a picture that is no longer wanted is nobody's news. */
function loaded(part: PartElement, asked: Asked | undefined, detail: object): void {
  if (!isPresent(part, asked)) return;
  part.dom.classList.add('is-loaded');
  part.trigger('load', detail);
}

/** A picture of the network or a file of the phone may be gone at any time; one that the package lacks is a slip. */
function fail(part: PartElement, asked: Asked | undefined): void {
  if (!isPresent(part, asked)) return;
  const { src } = asked;
  if (isPackagePath(src)) {
    partHost().ledger.addError('error', 'program', `image: there is no picture ${src}`);
  }
  part.trigger('error', { errMsg: `image load fail: ${nameOf(src)}` });
}

function applyMode(part: PartElement, mode: string): void {
  const fit = FITS.get(mode);
  if (!fit && !SIDES.has(mode)) noteUnknownValue(`image mode="${mode}"`);
  const { style } = imgOf(part);
  style.objectFit = fit ?? 'none';
  style.objectPosition = fit ? 'center' : mode;
  part.dom.dataset.mode = mode;
}

function imgOf({ state }: PartElement): HTMLImageElement {
  return state.img as HTMLImageElement;
}
