import { element } from '../element.ts';
import type { Host } from '../host.ts';
import { WORDS } from '../words.ts';
import { closeLayer, placeLayer } from './layers.ts';

/** What the program's own calls put over a page. */

export type ToastOptions = { title: string; icon: string; duration: number; mask: boolean };

/** A short word in the middle; `duration` in milliseconds, 0 until hidden. */
export function showToast(host: Host, { title, icon, duration, mask }: ToastOptions): void {
  const toast = element('div', `phone-toast is-${icon}`);
  toast.setAttribute('role', 'status');
  if (icon !== 'none') toast.append(element('i', 'phone-toast-icon'));
  toast.append(element('p', '', title));
  toast.classList.toggle('has-mask', mask);
  placeLayer(host, 'toast', toast);
  if (duration > 0) {
    setTimeout(() => toast.closest('.phone-overlay')?.remove(), duration);
  }
}

export function hideToast(host: Host): void {
  closeLayer(host, 'toast');
}

export type DialogOptions = {
  title: string;
  content: string;
  confirmText: string;
  cancelText: string;
  showCancel: boolean;
  confirmColor: string;
  cancelColor: string;
};

/** A question; resolves when one of its buttons is tapped. */
export function showDialog(host: Host, options: DialogOptions): Promise<'confirm' | 'cancel'> {
  return new Promise((resolve) => {
    const box = element('div', 'phone-dialog');
    box.setAttribute('role', 'alertdialog');
    if (options.title) box.append(element('h2', '', options.title));
    if (options.content) box.append(element('p', '', options.content));
    const buttons = element('div', 'phone-dialog-buttons');
    const close = (result: 'confirm' | 'cancel') => {
      closeLayer(host, 'dialog');
      resolve(result);
    };
    const answer = (word: string, colour: string, result: 'confirm' | 'cancel') => {
      const button = element('button', `is-${result}`, word);
      button.style.color = colour;
      button.addEventListener('click', () => close(result));
      buttons.append(button);
    };
    if (options.showCancel) answer(options.cancelText, options.cancelColor, 'cancel');
    answer(options.confirmText, options.confirmColor, 'confirm');
    box.append(buttons);
    placeLayer(host, 'dialog', box, () => {
      if (options.showCancel) close('cancel');
    });
  });
}

/** A list to choose from; resolves with the index, -1 when it was closed. */
export function showActionSheet(host: Host, items: string[], colour: string): Promise<number> {
  return new Promise((resolve) => {
    const sheet = element('div', 'phone-sheet');
    sheet.setAttribute('role', 'dialog');
    const choose = (index: number) => () => {
      closeLayer(host, 'sheet');
      resolve(index);
    };
    items.forEach((item, index) => {
      const button = element('button', '', item);
      button.style.color = colour;
      button.addEventListener('click', choose(index));
      sheet.append(button);
    });
    const cancel = element('button', 'is-cancel', WORDS.cancel);
    cancel.addEventListener('click', choose(-1));
    sheet.append(cancel);
    placeLayer(host, 'sheet', sheet, choose(-1));
  });
}

/** Pictures over the whole screen; a tap closes them. */
export function showImages(host: Host, urls: string[], current: number): void {
  const viewer = element('div', 'phone-images');
  const count = element('span', 'phone-images-count', `${current + 1} / ${urls.length}`);
  for (const url of urls) {
    const image = document.createElement('img');
    image.alt = '';
    image.src = host.resolveImage(url);
    viewer.append(image);
  }
  viewer.addEventListener('scroll', () => {
    const at = Math.round(viewer.scrollLeft / (viewer.clientWidth || 1));
    count.textContent = `${at + 1} / ${urls.length}`;
  });
  const close = () => closeLayer(host, 'images');
  viewer.addEventListener('click', close);
  const layer = placeLayer(host, 'images', viewer, close);
  layer.append(count);
  viewer.scrollLeft = current * viewer.clientWidth;
}
