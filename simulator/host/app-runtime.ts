import type { EnterOptions, Host, RunningApp } from './host.ts';
import { toEnterQuery } from './scenes.ts';

type AppConfig = Record<string, unknown>;

/** Scene of a page opened from the timeline, which runs alone. */
const SINGLE_PAGE_SCENE = 1154;

/** The program's `App`: its instance and the events of its life. */
export class AppRuntime implements RunningApp {
  readonly launched: EnterOptions;
  enter: EnterOptions;
  #instance: AppConfig | null = null;
  #default: AppConfig | null = null;
  readonly #listeners = new Map<string, Set<(value: never) => void>>();
  #host: Host | null = null;

  /** @throws when the way in cannot be: see `toEnterQuery` */
  constructor(path: string, query: string, scene: number) {
    this.launched = toEnterOptions(path, query, scene);
    this.enter = this.launched;
  }

  /** `App` as the scripts see it: the config itself becomes the instance. */
  constructors() {
    const register = (config: AppConfig) => {
      if (this.#instance) throw new Error('App() must be called once only');
      this.#instance = Object.assign(config, this.#default);
    };
    return { App: register };
  }

  instance(): AppConfig | null {
    return this.#instance;
  }

  /** What getApp gives; with `allowDefault` an object that App() takes over when it is called. */
  get(allowDefault: boolean): AppConfig | undefined {
    if (!this.#instance && allowDefault) this.#default ??= {};
    return this.#instance ?? this.#default ?? undefined;
  }

  launch(host: Host): void {
    this.#host = host;
    if (!this.#instance) {
      host.ledger.addError('error', 'program', 'app.js does not call App()');
      return;
    }
    this.emit('onLaunch', copyOf(this.enter));
    this.emit('onShow', copyOf(this.enter));
  }

  /** Whether the App or a listener of `wx` wants to hear of an event. */
  hears(event: string): boolean {
    const listeners = this.#listeners.get(event)?.size ?? 0;
    return listeners > 0 || typeof this.#instance?.[event] === 'function';
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

/** How a way in is told to the program. */
export function toEnterOptions(path: string, query: string, scene: number): EnterOptions {
  const single = scene === SINGLE_PAGE_SCENE;
  return {
    path,
    query: toEnterQuery(query, scene),
    scene,
    referrerInfo: {},
    mode: single ? 'singlePage' : 'default',
    apiCategory: single ? 'browseOnly' : 'default',
  };
}

function copyOf(options: EnterOptions): EnterOptions {
  return { ...options, query: { ...options.query } };
}
