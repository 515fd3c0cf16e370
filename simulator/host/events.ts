import type { Element as FrameworkElement, ShadowedEvent } from 'glass-easel';
import { partHost } from '../parts/part-host.ts';

/** What a handler of the program gets: plain data, as WeChat's logic layer receives it. */
export type PlainEvent = {
  type: string;
  timeStamp: number;
  target: PlainTarget;
  currentTarget: PlainTarget;
  mark: Record<string, unknown>;
  detail: unknown;
  touches?: PlainTouch[];
  changedTouches?: PlainTouch[];
  mut: boolean;
};

export type PlainTarget = {
  id: string;
  dataset: Record<string, unknown>;
  offsetLeft: number;
  offsetTop: number;
};

type PlainTouch = {
  identifier: number;
  clientX: number;
  clientY: number;
  pageX: number;
  pageY: number;
};

/** Runs a handler of the program with a plain event; its result decides about bubbling. */
export function callListener(
  caller: object,
  event: ShadowedEvent<unknown>,
  listener: (this: object, event: PlainEvent) => unknown,
): boolean | undefined {
  const plain = toPlainEvent(event);
  const call = () => listener.call(caller, plain);
  const result = event.type === 'tap' ? partHost().gesture.run(call) : call();
  return result === false ? false : undefined;
}

function toPlainEvent(event: ShadowedEvent<unknown>): PlainEvent {
  const original = event.getOriginalEvent();
  const plain: PlainEvent = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: toPlainTarget(event.target, event.type),
    currentTarget: toPlainTarget(event.currentTarget, event.type),
    mark: { ...event.mark },
    detail: isTouchLike(original) ? toTapDetail(event) : (event.detail ?? {}),
    mut: false,
  };
  if (isTouchLike(original)) {
    plain.touches = toTouches(original, 'touches');
    plain.changedTouches = toTouches(original, 'changedTouches');
  }
  return plain;
}

/** The part that an event came from, as plain data. Positions cost a layout, so only taps have them. */
export function toPlainTarget(target: unknown, type: string): PlainTarget {
  const caller = target as { _$?: FrameworkElement } & FrameworkElement;
  const element = caller._$ ?? caller;
  const dom = type === 'tap' ? (element.$$ as unknown as HTMLElement | null) : null;
  return {
    id: element.id,
    dataset: { ...(element.dataset as Record<string, unknown> | null) },
    offsetLeft: dom?.offsetLeft ?? 0,
    offsetTop: dom?.offsetTop ?? 0,
  };
}

type TouchLike = {
  clientX?: number;
  clientY?: number;
  touches?: ArrayLike<PlainTouch>;
  changedTouches?: ArrayLike<PlainTouch>;
};

function isTouchLike(original: unknown): original is TouchLike {
  if (typeof original !== 'object' || original === null) return false;
  return 'clientX' in original || 'changedTouches' in original;
}

function toTapDetail(event: ShadowedEvent<unknown>): unknown {
  if (event.type !== 'tap' && event.type !== 'longpress') return {};
  return event.detail ?? {};
}

function toTouches(original: TouchLike, list: 'touches' | 'changedTouches'): PlainTouch[] {
  const touches = original[list];
  if (touches) return Array.from(touches, toTouch);
  return [toTouch({ identifier: 0, ...positionOf(original) })];
}

function positionOf(original: TouchLike) {
  const clientX = original.clientX ?? 0;
  const clientY = original.clientY ?? 0;
  return { clientX, clientY, pageX: clientX, pageY: clientY };
}

function toTouch({ identifier, clientX, clientY, pageX, pageY }: PlainTouch): PlainTouch {
  return { identifier, clientX, clientY, pageX, pageY };
}
