import type { EnterOptions, Host, RunningApp } from './host.ts';
import { parseQuery } from './query.ts';

type AppConfig = Record<string, unknown>;

/** Scene of a page opened from the timeline, which runs alone. */
const SINGLE_PAGE_SCENE = 1154;

/** The program's `App`: its instance and the events of its life. */
export class AppRuntime implements RunningApp {
  readonly enter: EnterOptions;
  #instance: AppConfig | null = null;
  readonly #listeners = new Map<string, Set<(value: never) => void>>();
  #host: Host | null = null;

  constructor(path: string, query: string, scene: number) {
    const single = scene === SINGLE_PAGE_SCENE;
    this.enter = {
      path,
      query: parseQuery(query),
      scene,
      referrerInfo: {},
      mode: single ? 'singlePage' : 'default',
      apiCategory: single ? 'browseOnly' : 'default',
    };
  }

  /** `App` as the scripts see it: the config itself becomes the instance. */
  constructors() {
    const register = (config: AppConfig) => {
      if (this.#instance) throw new Error('App() must be called once only');
      this.#instance = config;
    };
    return { App: register };
  }

  instance(): AppConfig | null {
    return this.#instance;
  }

  launch(host: Host): void {
    this.#host = host;
    if (!this.#instance) {
      host.ledger.addError('error', 'program', 'app.js does not call App()');
      return;
    }
    this.emit('onLaunch', { ...this.enter, query: { ...this.enter.query } });
    this.emit('onShow', { ...this.enter, query: { ...this.enter.query } });
  }

  /** Adds a listener of wx.onAppShow and its like. */
  on(event: string, listener: ((value: never) => void) | undefined): void {
    if (!listener) return;
    const known = this.#listeners.get(event) ?? new Set();
    this.#listeners.set(event, known.add(listener));
  }

  /** Removes one listener, or all of an event when none is given. */
  off(event: string, listener: ((value: never) => void) | undefined): void {
    if (listener) this.#listeners.get(event)?.delete(listener);
    else this.#listeners.delete(event);
  }

  /** Calls the App's own function, if it has it, and every listener of the event. */
  emit(event: string, argument: unknown): void {
    const own = this.#instance?.[event];
    if (typeof own === 'function') {
      this.#host?.guard(`App.${event}`, () => own.call(this.#instance, argument));
    }
    for (const listener of [...(this.#listeners.get(event) ?? [])]) {
      this.#host?.guard(`App.${event}`, () => listener(argument as never));
    }
  }
}
