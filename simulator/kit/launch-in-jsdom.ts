import { JSDOM, VirtualConsole } from 'jsdom';
import { bundleEntry } from '../bundle.ts';
import type { Control, Target } from '../host/control.ts';
import type { LaunchOptions, Platform } from '../host/launch-options.ts';
import type { Program } from '../program.ts';
import { currentProgram } from '../program-cache.ts';
import type { Driver, LaunchSettings } from './driver.ts';
import { type ControlMethod, SharedDriver, toPhoneOptions } from './shared-driver.ts';

type PhoneWindow = JSDOM['window'] & {
  Promise: PromiseConstructor;
  JSON: JSON;
  weappSimulator: { start(root: Element, options: LaunchOptions): Control };
};

/**
 * Starts a build in a window of jsdom. No layout there: scrolling to the end tells the end at once.
 * Framework, templates and program run inside the window; requests go through Node to real servers.
 */
export async function launchInJsdom(settings: LaunchSettings): Promise<Driver> {
  const bundle = await bundleEntry('./host/browser-entry.ts');
  const dom = new JSDOM('<!doctype html><div id="phone"></div>', {
    url: 'http://simulator.invalid/',
    runScripts: 'outside-only',
    pretendToBeVisual: true,
    virtualConsole: new VirtualConsole(),
  });
  const window = dom.window as PhoneWindow;
  window.eval(bundle);
  const root = window.document.getElementById('phone');
  if (!root) throw new Error('the phone has no #phone');
  const closing = new AbortController();
  const program = currentProgram(settings.distDir);
  const control = window.weappSimulator.start(root, {
    // Parsed inside the window, so that the framework meets objects of its own realm.
    program: window.JSON.parse(JSON.stringify(program)) as Program,
    hosts: settings.hosts,
    assetBase: 'http://simulator.invalid/files/',
    platform: createPlatform(closing.signal),
    ...toPhoneOptions(settings),
  });
  return new JsdomDriver(window, control, closing);
}

class JsdomDriver extends SharedDriver {
  readonly #window: PhoneWindow;
  readonly #control: Control;
  readonly #closing: AbortController;

  constructor(window: PhoneWindow, control: Control, closing: AbortController) {
    super();
    this.#window = window;
    this.#control = control;
    this.#closing = closing;
    process.on('unhandledRejection', this.#onRejection);
  }

  override async screenshot(): Promise<void> {
    throw new Error('jsdom draws nothing: take screenshots with launchInChromium');
  }

  override async close() {
    process.off('unhandledRejection', this.#onRejection);
    this.#closing.abort();
    this.#window.close();
  }

  protected override async call<Name extends ControlMethod>(
    name: Name,
    ...args: Parameters<Control[Name]>
  ): Promise<Awaited<ReturnType<Control[Name]>>> {
    const method = this.#control[name] as (...given: unknown[]) => unknown;
    const value = await method.apply(this.#control, args);
    return (value === undefined ? undefined : JSON.parse(JSON.stringify(value))) as Awaited<
      ReturnType<Control[Name]>
    >;
  }

  protected override tapNow(target: Target) {
    return this.call('tap', target);
  }

  /** jsdom knows no such event: a promise of the window is the program's, any other is the test's. */
  readonly #onRejection = (reason: unknown, promise: Promise<unknown>) => {
    if (!(promise instanceof this.#window.Promise)) throw reason;
    this.#control.noteRejection(reason);
  };
}

function createPlatform(closing: AbortSignal): Platform {
  const nodeFetch: typeof fetch = async (url, init = {}) => {
    // Node takes no signal of another realm, so the window's is followed by one of Node's own.
    const controller = new AbortController();
    init.signal?.addEventListener('abort', () => controller.abort());
    return fetch(url, { ...init, signal: AbortSignal.any([closing, controller.signal]) });
  };
  return {
    fetch: nodeFetch,
    hasLayout: false,
    storage: 'memory',
    loadImage: async (url) => {
      const response = await nodeFetch(url);
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      return { width: 0, height: 0 };
    },
  };
}
