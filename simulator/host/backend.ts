import { CurrentWindowBackendContext, Event as FrameworkEvent } from 'glass-easel';
import { toHostLengths } from '../lengths.ts';
import { markTapped } from '../tap-mark.ts';

/** Before every element that a template names, so that `input` is no HTML element `<input>`. */
const PREFIX = 'wx-';

/** DOM events that reach the program as they are; all others are triggered by the parts. */
const FORWARDED = new Set([
  'touchstart',
  'touchmove',
  'touchend',
  'touchcancel',
  'transitionend',
  'animationstart',
  'animationiteration',
  'animationend',
]);

type BackendDocument = CurrentWindowBackendContext['document'];
type BackendElement = ReturnType<BackendDocument['createElement']>;

/** glass-easel's DOM backend with WeChat's element names, lengths and events. */
export class HostBackend extends CurrentWindowBackendContext {
  constructor(onElement: (tagName: string) => void) {
    super();
    const { document } = globalThis;
    this.document = {
      createElement(tagName: string) {
        onElement(tagName);
        const element = document.createElement(PREFIX + tagName);
        element.setAttribute = setHostAttribute;
        Object.defineProperty(element, 'id', PLAIN_ID);
        return element as unknown as BackendElement;
      },
      createTextNode: (content) => document.createTextNode(content) as unknown as BackendElement,
      createDocumentFragment: () => document.createDocumentFragment() as unknown as BackendElement,
    };
    this.onEvent((target, type, detail: unknown, options) => {
      const event = new FrameworkEvent(type, detail, options);
      FrameworkEvent.dispatchEvent(target, event);
      return event.getEventBubbleStatus();
    });
  }

  override render(callback: (error: Error | null) => void): void {
    setTimeout(() => callback(null), 0);
  }

  override setListenerStats(
    ...args: Parameters<CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (args[1] === 'tap' && args[0]) markTapped(args[0]);
    if (FORWARDED.has(args[1])) super.setListenerStats(...args);
  }
}

function setHostAttribute(this: Element, name: string, value: string): void {
  const written = name === 'style' ? toHostLengths(value) : value;
  Element.prototype.setAttribute.call(this, name, written);
}

/** glass-easel writes ids with a prefix of their component; style sheets name them without. */
const PLAIN_ID: PropertyDescriptor = {
  get(this: Element) {
    return this.getAttribute('id') ?? '';
  },
  set(this: Element, id: string) {
    Element.prototype.setAttribute.call(this, 'id', id.replace(/^.*?--/, ''));
  },
};
