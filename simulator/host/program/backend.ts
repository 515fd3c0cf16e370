import {
  CurrentWindowBackendContext,
  type Element as FrameworkElement,
  Event as FrameworkEvent,
} from 'glass-easel';
import { toHostLengths } from '../../lengths.ts';
import { partHost } from '../../parts/part-host.ts';
import { markTapped } from '../../tap-mark.ts';
import { Touches } from '../hand/touches.ts';
import { wasHeard } from './events.ts';

/** Before every element that a template names, so that `input` is no HTML element `<input>`. */
const PREFIX = 'wx-';

/** Events of style sheets reach the program as they are; all others come from touches and parts. */
const STYLE_EVENTS = [
  ...['transitionend', 'animationstart', 'animationiteration', 'animationend'],
] as const;

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
    new Touches(dispatch, elementOf);
    for (const type of STYLE_EVENTS) document.addEventListener(type, forwardStyleEvent, true);
  }

  override render(callback: (error: Error | null) => void): void {
    setTimeout(() => callback(null), 0);
  }

  override associateValue(dom: BackendElement, value: FrameworkElement): void {
    super.associateValue(dom, value);
    elements.set(dom as unknown as Element, value);
  }

  /** The phone listens to all elements at once; the audit wants to know which ones hear taps. */
  override setListenerStats(
    ...[element, type]: Parameters<CurrentWindowBackendContext['setListenerStats']>
  ): void {
    if (type === 'tap' && element) markTapped(element);
  }

  /** The phone makes WeChat's events itself. */
  override onEvent(): void {}
}

const elements = new WeakMap<Element, FrameworkElement>();

function elementOf(dom: Element): FrameworkElement | undefined {
  return elements.get(dom);
}

function dispatch(target: FrameworkElement, type: string, detail: unknown, original: unknown) {
  const event = new FrameworkEvent(type, detail, {
    ...{ originalEvent: original, bubbles: true, composed: true, capturePhase: true },
  });
  const send = () => FrameworkEvent.dispatchEvent(target, event);
  if (type === 'tap') partHost().gesture.byHand(send);
  else send();
  return wasHeard(event);
}

/** What a part draws inside itself moves without the program's knowledge. */
function forwardStyleEvent(event: Event): void {
  const element = event.target instanceof Element ? elements.get(event.target) : undefined;
  if (!element) return;
  const { elapsedTime, propertyName, animationName } = event as TransitionEvent & AnimationEvent;
  const named = animationName === undefined ? { propertyName } : { animationName };
  dispatch(element, event.type, { ...named, elapsedTime }, null);
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
