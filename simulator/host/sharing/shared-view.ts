import { element } from '../element.ts';
import type { Host } from '../host.ts';
import { closeLayer, placeLayer } from '../screen/layers.ts';
import { WORDS } from '../words.ts';
import { checkSharePicture, type Ratio } from './share-picture.ts';

/** What somebody else sees of a shared page. */
export type Shared = {
  heading: string;
  title: string;
  /** As the program names it; empty for none. */
  imageUrl: string;
  /** Width to height in which WeChat shows the picture. */
  ratio: Ratio;
  /** Where a tap on it leads, in words. */
  where: string;
  openWord: string;
  open: () => void;
};

/** Shows a shared page as others get it, and offers to open it. */
export function showShared(host: Host, shared: Shared): void {
  const close = () => closeLayer(host, 'share');
  const box = element('div', 'phone-share');
  box.setAttribute('role', 'dialog');
  box.setAttribute('aria-label', shared.heading);
  const buttons = element('div', 'phone-dialog-buttons');
  const cancel = element('button', 'is-cancel', WORDS.cancel);
  cancel.addEventListener('click', close);
  const open = element('button', 'is-open', shared.openWord);
  open.addEventListener('click', () => {
    close();
    shared.open();
  });
  buttons.append(cancel, open);
  const card = element('div', 'phone-share-card');
  card.append(
    element('p', 'phone-share-title', shared.title),
    drawPicture(host, shared.imageUrl, shared.ratio),
  );
  box.append(
    element('h2', 'phone-share-heading', shared.heading),
    card,
    element('p', 'phone-share-where', shared.where),
    buttons,
  );
  placeLayer(host, 'share', box, close);
}

/** The picture in its frame. One that does not load is a fault of the program, and noted. */
function drawPicture(host: Host, imageUrl: string, ratio: Ratio): HTMLElement {
  const frame = element('div', 'phone-share-picture');
  frame.style.aspectRatio = ratio;
  if (imageUrl === '') {
    frame.textContent = WORDS.noPicture;
    return frame;
  }
  const image = document.createElement('img');
  image.alt = '';
  image.src = host.resolveImage(imageUrl);
  frame.append(image);
  void checkSharePicture(host, imageUrl, ratio).then((loaded) => {
    if (loaded) frame.classList.add('is-loaded');
    else frame.textContent = WORDS.brokenPicture;
  });
  return frame;
}
