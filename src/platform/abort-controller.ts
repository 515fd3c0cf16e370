/**
 * What TanStack Query asks of an AbortController; mini-programs have none (docs/wechat.md, Performance). The build gives this
 * one to every module that names the global (config/index.js), so nothing is patched at run time.
 */

type Listener = () => void;

export class AbortSignal {
  aborted = false;
  reason: unknown = undefined;
  private listeners: Listener[] = [];

  addEventListener(type: string, listener: Listener): void {
    if (type === 'abort' && !this.aborted) this.listeners.push(listener);
  }

  removeEventListener(type: string, listener: Listener): void {
    if (type === 'abort') this.listeners = this.listeners.filter((known) => known !== listener);
  }

  /** Called by the controller alone. An abort happens once. */
  fire(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    const waiting = this.listeners;
    this.listeners = [];
    for (const listener of waiting) listener();
  }
}

export class AbortController {
  readonly signal = new AbortSignal();

  abort(reason: unknown = new Error('aborted')): void {
    this.signal.fire(reason);
  }
}
