import { element } from '../host/element.ts';
import { WORDS } from '../host/words.ts';
import type { Part, PartElement } from './part.ts';
import { partHost } from './part-host.ts';
import { isDisabledInSinglePage } from './single-page.ts';

/** A page of the web over the whole page; only one of the account's business domains. */
export const webView: Part = {
  name: 'web-view',
  hasContent: false,
  properties: { src: '' },
  created(part) {
    part.state.messages = [];
    part.state.listen = ({ source, data }: MessageEvent<unknown>) => {
      const frame = part.dom.querySelector('iframe');
      if (frame && source === frame.contentWindow) (part.state.messages as unknown[]).push(data);
    };
    addEventListener('message', part.state.listen as EventListener);
  },
  detached(part) {
    removeEventListener('message', part.state.listen as EventListener);
    tellMessages(part);
  },
  changed(part, name, value) {
    if (name === 'src' && value) open(part, String(value));
  },
};

function open(part: PartElement, src: string): void {
  if (isDisabledInSinglePage('web-view')) return;
  part.dom.dataset.src = src;
  const { account, ledger } = partHost();
  const origin = originOf(src);
  if (!origin?.startsWith('https:') || !account.businessDomains.includes(origin)) {
    const known = account.businessDomains.join(', ') || 'none';
    ledger.breakRule('web-view.domain', `${src} (business domains: ${known})`);
    part.dom.replaceChildren(element('p', 'wx-web-view-note', WORDS.cannotOpen));
    later(() => part.trigger('error', { src }));
    return;
  }
  draw(part, src);
}

/** An address of the host map is shown; of any other the address itself. */
function draw(part: PartElement, src: string): void {
  const { resolveUrl, network, options } = partHost();
  const url = resolveUrl(src);
  if (network.current === 'none') {
    part.dom.replaceChildren(element('p', 'wx-web-view-note', WORDS.cannotOpen));
    later(() => part.trigger('error', { src }));
  } else if (url === src || !options.platform.hasLayout) {
    part.dom.replaceChildren(element('p', 'wx-web-view-note', WORDS.webPage(src)));
    later(() => part.trigger('load', { src }));
  } else {
    const frame = document.createElement('iframe');
    frame.addEventListener('load', () => part.trigger('load', { src }));
    frame.src = url;
    part.dom.replaceChildren(frame);
  }
}

/** What the page has posted so far, told when it is left, as WeChat does. */
function tellMessages(part: PartElement): void {
  const data = part.state.messages as unknown[];
  if (data.length > 0) part.trigger('message', { data });
  part.state.messages = [];
}

function later(run: () => void): void {
  setTimeout(run, 0);
}

function originOf(src: string): string | null {
  try {
    return new URL(src).origin;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
