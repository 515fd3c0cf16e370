import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import type { Control } from '../host/control.ts';
import type { LaunchOptions, Platform } from '../host/launch-options.ts';
import { readImageHeader } from '../host/sharing/image-header.ts';
import type { Program } from '../program.ts';
import { currentProgram } from '../program-cache.ts';
import { OpenFetches } from './open-fetches.ts';

const ORIGIN = 'http://simulator.invalid/';
const ASSET_BASE = `${ORIGIN}files/`;

export const CLOSED = Symbol('closed');

type PhoneWindow = JSDOM['window'] & {
  Promise: PromiseConstructor;
  JSON: JSON;
  weappSimulator: { start(root: Element, options: LaunchOptions): Control };
};

export type PhoneSettings = {
  /** Script of `host/browser-entry.ts`. */
  bundle: string;
  distDir: string;
  hosts: Record<string, string>;
} & Pick<Platform, 'kept' | 'keptAlone' | 'openCold'>;

/** One window of jsdom with a phone in it, from the start of a program to its end. */
export class JsdomPhone {
  readonly control: Control;
  readonly #window: PhoneWindow;
  readonly #fetches = new OpenFetches();
  #tellClosed: (closed: typeof CLOSED) => void = () => {};
  /** Resolves when the window is closed: nothing in it ever ends after that. */
  readonly closed = new Promise<typeof CLOSED>((resolve) => {
    this.#tellClosed = resolve;
  });

  constructor(settings: PhoneSettings, options: Partial<LaunchOptions>) {
    const dom = new JSDOM('<!doctype html><div id="phone"></div>', {
      url: ORIGIN,
      runScripts: 'outside-only',
      pretendToBeVisual: true,
      virtualConsole: new VirtualConsole(),
    });
    this.#window = dom.window as PhoneWindow;
    try {
      this.control = this.#start(settings, options);
    } catch (error) {
      this.close();
      throw error;
    }
  }

  #start(settings: PhoneSettings, options: Partial<LaunchOptions>): Control {
    this.#window.eval(settings.bundle);
    const root = this.#window.document.getElementById('phone');
    if (!root) throw new Error('the phone has no #phone');
    const program = JSON.stringify(currentProgram(settings.distDir));
    return this.#window.weappSimulator.start(root, {
      // Parsed inside the window, so that the framework meets objects of its own realm.
      program: this.#window.JSON.parse(program) as Program,
      hosts: settings.hosts,
      assetBase: ASSET_BASE,
      platform: this.#createPlatform(settings),
      ...options,
    });
  }

  /** Whether a promise was made in this window, so that it is the program's. */
  owns(promise: Promise<unknown>): boolean {
    return promise instanceof this.#window.Promise;
  }

  close(): void {
    this.#fetches.stopAll();
    this.#window.close();
    this.#tellClosed(CLOSED);
  }

  #createPlatform({ distDir, kept, keptAlone, openCold }: PhoneSettings): Platform {
    const { fetch } = this.#fetches;
    const loadImage = async (url: string) => {
      if (url.startsWith(ASSET_BASE)) {
        const file = join(distDir, decodeURIComponent(url.slice(ASSET_BASE.length)));
        return readImageHeader(await readFile(file));
      }
      const response = await fetch(url);
      if (!response.ok) throw new Error(`${url} answers ${response.status}`);
      return readImageHeader(new Uint8Array(await response.arrayBuffer()));
    };
    return { fetch, hasLayout: false, kept, keptAlone, openCold, loadImage };
  }
}
