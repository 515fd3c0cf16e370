import type { Element as FrameworkElement } from 'glass-easel';
import { Hover } from '../../parts/hover.ts';
import { partNear } from '../../parts/part-at.ts';

/** A point of the screen under a finger, as WeChat tells it. */
export type PlainTouch = {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
};

/** What an event of a finger carries beside its detail. */
export type Touched = { touches: PlainTouch[]; changedTouches: PlainTouch[] };

/** Brings one event to the program; tells whether a handler heard it. */
type Dispatch = (
  target: FrameworkElement,
  type: string,
  detail: unknown,
  touched: Touched,
) => boolean;

type Finger = { identifier: number; clientX: number; clientY: number };
type Held = {
  /** The element that the finger came down on; all of its events go there. */
  target: Element;
  x: number;
  y: number;
  /** It has not moved, so that it may become a tap. */
  still: boolean;
  timer: ReturnType<typeof setTimeout>;
};

/** A finger that moves further than this (px) does not tap. */
const TAP_DISTANCE = 10;
/** framework/view/wxml/event.html: a finger that stays longer (ms) presses long. */
const LONG_PRESS = 350;
const MOUSE = -1;
/** Milliseconds after a touch in which mouse events are its echo. */
const MOUSE_AFTER_TOUCH = 700;

/**
 * Turns what fingers or a mouse do into the events that WeChat knows: touchstart, touchmove,
 * touchend, touchcancel, tap, longpress and longtap, and into `hover-class`. A long press that the
 * program heard is no tap. Disabled buttons hear nothing but the touches.
 */
export class Touches {
  readonly #dispatch: Dispatch;
  readonly #elementOf: (dom: Element) => FrameworkElement | undefined;
  readonly #held = new Map<number, Held>();
  readonly #hover = new Hover();
  #lastTouch = Number.NEGATIVE_INFINITY;

  constructor(dispatch: Dispatch, elementOf: (dom: Element) => FrameworkElement | undefined) {
    this.#dispatch = dispatch;
    this.#elementOf = elementOf;
    this.#listenToMouse();
    this.#listenToFingers();
  }

  #listenToMouse(): void {
    const mouse = (run: (finger: Finger, event: MouseEvent) => void) => (event: MouseEvent) => {
      // A browser makes mouse events out of a touch; a real mouse comes later.
      if (performance.now() - this.#lastTouch < MOUSE_AFTER_TOUCH) return;
      run({ identifier: MOUSE, clientX: event.clientX, clientY: event.clientY }, event);
    };
    const options = { capture: true };
    document.addEventListener(
      'mousedown',
      mouse((finger, { target, button }) => {
        if (button === 0) this.#start(finger, target);
      }),
      options,
    );
    document.addEventListener(
      'mousemove',
      mouse((finger) => this.#move(finger)),
      options,
    );
    document.addEventListener(
      'mouseup',
      mouse((finger) => this.#end(finger)),
      options,
    );
  }

  #listenToFingers(): void {
    const fingers = (run: (finger: Finger, event: TouchEvent) => void) => (event: Event) => {
      this.#lastTouch = performance.now();
      for (const finger of (event as TouchEvent).changedTouches) run(finger, event as TouchEvent);
    };
    const options = { capture: true, passive: true };
    document.addEventListener(
      'touchstart',
      fingers((finger, { target }) => this.#start(finger, target)),
      options,
    );
    document.addEventListener(
      'touchmove',
      fingers((finger) => this.#move(finger)),
      options,
    );
    document.addEventListener(
      'touchend',
      fingers((finger) => this.#end(finger)),
      options,
    );
    document.addEventListener(
      'touchcancel',
      fingers((finger) => this.#cancel(finger)),
      options,
    );
  }

  #start(finger: Finger, under: EventTarget | null): void {
    const target = under instanceof Element ? this.#programElement(under) : null;
    if (!target) return;
    clearTimeout(this.#held.get(finger.identifier)?.timer);
    const timer = setTimeout(() => this.#pressLong(finger), LONG_PRESS);
    const held = { target, x: finger.clientX, y: finger.clientY, still: true, timer };
    this.#held.set(finger.identifier, held);
    this.#send(held, 'touchstart', finger);
    if (!isDisabled(target)) this.#hover.begin(target);
  }

  #move(finger: Finger): void {
    const held = this.#held.get(finger.identifier);
    if (!held) return;
    this.#send(held, 'touchmove', finger);
    const far = Math.max(Math.abs(finger.clientX - held.x), Math.abs(finger.clientY - held.y));
    if (far > TAP_DISTANCE) this.#lose(held);
  }

  #end(finger: Finger): void {
    const held = this.#held.get(finger.identifier);
    if (!held) return;
    this.#held.delete(finger.identifier);
    const { still } = held;
    this.#lose(held);
    this.#send(held, 'touchend', finger);
    if (still && !isDisabled(held.target)) this.#send(held, 'tap', finger);
  }

  #cancel(finger: Finger): void {
    const held = this.#held.get(finger.identifier);
    if (!held) return;
    this.#held.delete(finger.identifier);
    this.#lose(held);
    this.#send(held, 'touchcancel', finger);
  }

  #pressLong(finger: Finger): void {
    const held = this.#held.get(finger.identifier);
    if (!held || isDisabled(held.target)) return;
    const heard = ['longpress', 'longtap'].map((type) => this.#send(held, type, finger));
    if (heard.includes(true)) held.still = false;
  }

  #lose(held: Held): void {
    held.still = false;
    clearTimeout(held.timer);
    this.#hover.end();
  }

  #send(held: Held, type: string, finger: Finger): boolean {
    const element = this.#elementOf(held.target);
    if (!element || !held.target.isConnected) return false;
    const touch = toPlainTouch(finger, held.target);
    const up = type === 'touchend' || type === 'touchcancel' || type === 'tap';
    const pressed = type === 'tap' || type === 'longpress' || type === 'longtap';
    const detail = pressed ? { x: touch.pageX, y: touch.pageY } : {};
    const touched = { touches: up && type !== 'tap' ? [] : [touch], changedTouches: [touch] };
    return this.#dispatch(element, type, detail, touched);
  }

  /** The nearest element of the program; what a part draws inside itself belongs to the part. */
  #programElement(under: Element): Element | null {
    let dom: Element | null = under;
    while (dom && !this.#elementOf(dom)) dom = dom.parentElement;
    return dom;
  }
}

function isDisabled(target: Element): boolean {
  const button = partNear(target, 'button');
  return Boolean(button?.properties.disabled);
}

/** Client positions count from the page's own top left corner, page positions from its content's. */
function toPlainTouch({ identifier, clientX, clientY }: Finger, target: Element): PlainTouch {
  const frame = target.closest('.phone-page')?.getBoundingClientRect();
  const scroller = target.closest('.phone-scroller');
  const x = clientX - (frame?.left ?? 0);
  const y = clientY - (frame?.top ?? 0);
  return {
    identifier: identifier === MOUSE ? 0 : identifier,
    clientX: x,
    clientY: y,
    pageX: x + (scroller?.scrollLeft ?? 0),
    pageY: y + (scroller?.scrollTop ?? 0),
  };
}
