import { element } from './element.ts';
import type { Host } from './host.ts';
import { closeLayer, placeLayer } from './layers.ts';
import { WORDS } from './words.ts';

/**
 * Sends the program to the background and brings it back, in WeChat's order: the page hides before
 * the App, and is shown after it. Asking for what already is does nothing.
 */
export function createForeground(hostOf: () => Host): (foreground: boolean) => void {
  let current = true;
  return (foreground) => {
    if (current === foreground) return;
    current = foreground;
    const host = hostOf();
    if (foreground) enter(host);
    else leave(host);
  };
}

function enter(host: Host): void {
  closeLayer(host, 'background');
  host.app.emit('onShow', { ...host.app.enter });
  host.stack.top()?.show();
}

function leave(host: Host): void {
  host.stack.top()?.hide();
  host.app.emit('onHide', {});
  const cover = element('button', 'phone-background');
  cover.append(
    element('strong', 'phone-background-title', WORDS.inBackground),
    element('span', 'phone-background-hint', WORDS.resume),
  );
  const resume = () => host.setForeground(true);
  cover.addEventListener('click', resume);
  placeLayer(host, 'background', cover, resume);
}
