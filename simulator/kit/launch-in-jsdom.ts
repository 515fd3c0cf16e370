import { bundleEntry } from '../bundle.ts';
import type { Control, Target } from '../host/control.ts';
import type { Direction } from '../host/hand.ts';
import type { ColdStart } from '../host/launch-options.ts';
import { toStoredText } from '../host/storage.ts';
import type { Driver, LaunchSettings } from './driver.ts';
import { JsdomPhone } from './jsdom-phone.ts';
import { type ControlMethod, SharedDriver, toPhoneOptions } from './shared-driver.ts';

/**
 * Starts a build in a window of jsdom. No layout there: scrolling to the end tells the end at once.
 * Framework, templates and program run inside the window; requests go through Node to real servers.
 */
export async function launchInJsdom(settings: LaunchSettings): Promise<Driver> {
  return new JsdomDriver(settings, await bundleEntry('./host/browser-entry.ts'));
}

class JsdomDriver extends SharedDriver {
  readonly #settings: LaunchSettings;
  readonly #bundle: string;
  #stored: string;
  #phone: JsdomPhone;

  constructor(settings: LaunchSettings, bundle: string) {
    super();
    this.#settings = settings;
    this.#bundle = bundle;
    this.#stored = toStoredText(settings.storage ?? {});
    this.#phone = this.#start();
    process.on('unhandledRejection', this.#onRejection);
  }

  override async screenshot(): Promise<void> {
    throw new Error('jsdom draws nothing: take screenshots with launchInChromium');
  }

  override async close() {
    process.off('unhandledRejection', this.#onRejection);
    this.#phone.close();
  }

  protected override async call<Name extends ControlMethod>(
    name: Name,
    ...args: Parameters<Control[Name]>
  ): Promise<Awaited<ReturnType<Control[Name]>>> {
    const { control } = this.#phone;
    const method = control[name] as (...given: unknown[]) => unknown;
    const value = await method.apply(control, args);
    return (value === undefined ? undefined : JSON.parse(JSON.stringify(value))) as Awaited<
      ReturnType<Control[Name]>
    >;
  }

  protected override tapNow(target: Target) {
    return this.call('tap', target);
  }

  protected override longPressNow(target: Target) {
    return this.call('longPress', target);
  }

  protected override swipeNow(target: Target, direction: Direction) {
    return this.call('swipe', target, direction);
  }

  protected override typeNow(text: string) {
    return this.call('type', text);
  }

  #start(cold?: ColdStart): JsdomPhone {
    const { distDir, hosts } = this.#settings;
    const kept = {
      read: () => this.#stored,
      write: (text: string) => {
        this.#stored = text;
      },
    };
    const openCold = (start: ColdStart) => {
      const old = this.#phone;
      this.#phone = this.#start(start);
      // The tap that asked for it still runs in the old window.
      setImmediate(() => old.close());
    };
    const options = { ...toPhoneOptions(this.#settings), ...cold };
    return new JsdomPhone({ bundle: this.#bundle, distDir, hosts, kept, openCold }, options);
  }

  /** jsdom knows no such event: a promise of the window is the program's, any other is the test's. */
  readonly #onRejection = (reason: unknown, promise: Promise<unknown>) => {
    if (!this.#phone.owns(promise)) throw reason;
    this.#phone.control.noteRejection(reason);
  };
}
