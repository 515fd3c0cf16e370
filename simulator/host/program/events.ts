import type { Element as FrameworkElement, ShadowedEvent } from 'glass-easel';
import { partHost } from '../../parts/part-host.ts';
import type { PlainTouch, Touched } from '../hand/touches.ts';
import { type FunctionPath, refuseWxs } from './wxs-roles.ts';

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

const heard = new WeakSet<object>();

/** Whether a handler of the program has got this event of the framework. */
export function wasHeard(event: object): boolean {
  return heard.has(event);
}

/**
 * Runs a handler of the program with a plain event. What it returns goes to the framework: `false`
 * ends the bubbling, and a part may listen for more. A handler of wxs is refused.
 */
export function callListener(
  caller: object,
  event: ShadowedEvent<unknown>,
  listener: (this: object, event: PlainEvent) => unknown,
  path?: FunctionPath,
): unknown {
  heard.add(Object.getPrototypeOf(event) as object);
  const { gesture, ledger } = partHost();
  if (refuseWxs(ledger, path, `a handler of ${event.type}`)) return undefined;
  const plain = toPlainEvent(event);
  const call = () => listener.call(caller, plain);
  return event.type === 'tap' && gesture.isByHand ? gesture.run(call) : call();
}

function toPlainEvent(event: ShadowedEvent<unknown>): PlainEvent {
  const plain: PlainEvent = {
    type: event.type,
    timeStamp: event.timeStamp,
    target: toPlainTarget(event.target, event.type),
    currentTarget: toPlainTarget(event.currentTarget, event.type),
    mark: { ...event.mark },
    detail: event.detail ?? {},
    mut: false,
  };
  const touched = event.getOriginalEvent();
  if (isTouched(touched)) {
    plain.touches = touched.touches.map((touch) => ({ ...touch }));
    plain.changedTouches = touched.changedTouches.map((touch) => ({ ...touch }));
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

function isTouched(original: unknown): original is Touched {
  return typeof original === 'object' && original !== null && 'changedTouches' in original;
}
