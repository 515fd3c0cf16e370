import type { Part, PartElement } from './part.ts';
import { partHost } from './part-host.ts';

/** Modes that cut or fit the picture into the box; the others name a side that stays visible. */
const FITS: Record<string, [fit: string, position: string]> = {
  scaleToFill: ['fill', 'center'],
  aspectFit: ['contain', 'center'],
  aspectFill: ['cover', 'center'],
  widthFix: ['fill', 'center'],
  heightFix: ['fill', 'center'],
};

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
  created(part) {
    const img = document.createElement('img');
    img.alt = '';
    img.draggable = false;
    part.dom.append(img);
    part.state.img = img;
    img.addEventListener('load', (event) => {
      event.stopPropagation();
      part.dom.classList.add('is-loaded');
      part.trigger('load', { width: img.naturalWidth, height: img.naturalHeight });
    });
    img.addEventListener('error', (event) => {
      event.stopPropagation();
      fail(part);
    });
  },
  changed(part, name, value) {
    const img = part.state.img as HTMLImageElement;
    if (name === 'src') load(part, img, String(value ?? ''));
    if (name === 'lazyLoad') img.loading = value ? 'lazy' : 'eager';
    if (name === 'mode') applyMode(part, img, String(value));
  },
};

function load(part: PartElement, img: HTMLImageElement, src: string): void {
  part.dom.classList.remove('is-loaded');
  if (src === '') {
    img.removeAttribute('src');
    return;
  }
  const { options, resolveImage } = partHost();
  const url = resolveImage(src);
  img.src = url;
  const { loadImage } = options.platform;
  if (!loadImage) return;
  loadImage(url).then(
    ({ width, height }) => part.trigger('load', { width, height }),
    () => fail(part),
  );
}

function fail(part: PartElement): void {
  part.trigger('error', { errMsg: `image load fail: ${String(part.properties.src)}` });
}

function applyMode(part: PartElement, img: HTMLImageElement, mode: string): void {
  const [fit, position] = FITS[mode] ?? ['none', mode];
  img.style.objectFit = fit;
  img.style.objectPosition = position;
  part.dom.dataset.mode = mode;
}
