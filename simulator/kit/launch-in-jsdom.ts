import { runInThisContext } from 'node:vm';
import { bundleEntry } from '../bundle.ts';
import type { Control } from '../host/control.ts';
import type { Direction } from '../host/hand/hand.ts';
import type { Target } from '../host/hand/target.ts';
import type { ColdStart, KeptText } from '../host/launch-options.ts';
import { toStoredText } from '../host/phone/storage.ts';
import type { Driver, LaunchSettings } from './driver.ts';
import { CLOSED, JsdomPhone } from './jsdom-phone.ts';
import { type ControlMethod, SharedDriver, toPhoneOptions } from './shared-driver.ts';

/** The process itself: a test runner may hand out a copy of it, which hears of no rejection. */
const nodeProcess = runInThisContext('process') as NodeJS.Process;

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
  readonly #kept: KeptText;
  readonly #keptAlone = keepText(null);
  #phone: JsdomPhone;

  constructor(settings: LaunchSettings, bundle: string) {
    super();
    this.#settings = settings;
    this.#bundle = bundle;
    this.#kept = keepText(toStoredText(settings.storage ?? {}));
    this.#phone = this.#start();
    nodeProcess.on('unhandledRejection', this.#onRejection);
  }

  override async screenshot(): Promise<void> {
    throw new Error('jsdom draws nothing: take screenshots with launchInChromium');
  }

  override async close() {
    // A rejection of this very turn is told at the turn's end.
    await new Promise((resolve) => setImmediate(resolve));
    nodeProcess.off('unhandledRejection', this.#onRejection);
    this.#phone.close();
  }

  protected override async call<Name extends ControlMethod>(
    name: Name,
    ...args: Parameters<Control[Name]>
  ): Promise<Awaited<ReturnType<Control[Name]>>> {
    const phone = this.#phone;
    const method = phone.control[name] as (...given: unknown[]) => unknown;
    const value = await Promise.race([method.apply(phone.control, args), phone.closed]);
    if (value === CLOSED) {
      if (phone === this.#phone) throw new Error(`the phone was closed while it did ${name}`);
      // A wait that a cold start has cut off goes on in the new window.
      return this.call(name, ...args);
    }
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
    const openCold = (start: ColdStart) => {
      const old = this.#phone;
      this.#phone = this.#start(start);
      // The tap that asked for it still runs in the old window.
      setImmediate(() => old.close());
    };
    const options = { ...toPhoneOptions(this.#settings), ...cold };
    const kept = { kept: this.#kept, keptAlone: this.#keptAlone };
    return new JsdomPhone({ bundle: this.#bundle, distDir, hosts, ...kept, openCold }, options);
  }

  /**
   * jsdom knows no such event: a promise of the window is the program's. Being listened to must not hide one of the
   * test's own; what is left is another window's, which has a listener of its own.
   */
  readonly #onRejection = (reason: unknown, promise: Promise<unknown>) => {
    if (isOfThisSide(promise)) throw reason;
    if (!this.#phone.owns(promise)) return;
    this.#phone.control.noteRejection(reason);
    // It is in the ledger now: for the process, and for a test runner in it, it counts as handled.
    promise.catch(() => undefined);
  };
}

const NodePromise = runInThisContext('Promise') as PromiseConstructor;

/** Whether a promise was made by Node or by the test, and in no window. */
function isOfThisSide(promise: unknown): boolean {
  return promise instanceof Promise || promise instanceof NodePromise;
}

function keepText(start: string | null): KeptText {
  let kept = start;
  return {
    read: () => kept,
    write: (text) => {
      kept = text;
    },
  };
}
