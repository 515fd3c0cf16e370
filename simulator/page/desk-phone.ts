import type { Control } from '../host/control.ts';
import { phoneOf } from './desk-phones.ts';
import { type Place, type Settings, toPreset, toUser, withCode } from './desk-state.ts';
import { byId } from './element-by-id.ts';
import type { Preset } from './preset.ts';

type PhoneWindow = Window & { simulatorControl?: Control };
type DeskWindow = Window & { simulatorPreset?: Preset };

/** Width of the phone's frame, and what stays free around it, in px. */
const FRAME = 11;
const MARGIN = 20;

/** Settings that are of one start: with another value the program is started anew. */
const OF_THE_START: ReadonlySet<keyof Settings> = new Set(['scene', 'code', 'phone']);

/** The phone in its frame: a document of its own, started anew or told of what has changed. */
export class DeskPhone {
  readonly #screen = byId<HTMLIFrameElement>('screen');
  #settings: Settings;

  /** @param onStart is called when a program has started, with the control of its phone */
  constructor(settings: Settings, onStart: (control: Control) => void) {
    this.#settings = settings;
    this.#hand();
    addEventListener('resize', () => this.#fit());
    addEventListener('message', ({ source, data }) => {
      const control = this.control();
      if (source !== this.#screen.contentWindow || data !== 'simulatorstart' || !control) return;
      onStart(control);
    });
  }

  control(): Control | undefined {
    return (this.#screen.contentWindow as PhoneWindow | null)?.simulatorControl;
  }

  /** Starts the program cold, at its own first page when `path` is empty. */
  open({ path, query }: Place): void {
    const search = new URLSearchParams({ path, scene: this.#settings.scene });
    search.set('query', withCode(query, this.#settings));
    // Not by `src` alone: that would keep the page for the browser's way back.
    this.#screen.contentWindow?.location.replace(`/simulator/phone?${search}`);
  }

  /** Applies one setting that has changed. True when the program must be started anew for it. */
  change(settings: Settings, name: keyof Settings): boolean {
    this.#settings = settings;
    this.#hand();
    if (OF_THE_START.has(name)) return true;
    const control = this.control();
    const { network, theme, textSize, now } = toPreset(settings);
    if (name === 'network') control?.setNetwork(network ?? 'wifi');
    else if (name === 'theme') control?.setTheme(theme ?? 'light');
    else if (name === 'textSize') control?.setTextSize(textSize ?? 17);
    else if (name === 'now') control?.setNow(now ?? Date.now());
    else control?.setUser(toUser(settings));
    return false;
  }

  /** Whether something covers the program because it is in the background. */
  isInBackground(): boolean {
    const layer = this.#screen.contentDocument?.querySelector('[data-kind="background"]');
    return layer !== null && layer !== undefined;
  }

  /** Leaves the settings where every start finds them, and shapes the frame. */
  #hand(): void {
    (window as DeskWindow).simulatorPreset = toPreset(this.#settings);
    const { width, height, radius } = phoneOf(this.#settings.phone);
    const { style, dataset } = document.documentElement;
    style.setProperty('--screen-width', `${width}px`);
    style.setProperty('--screen-height', `${height}px`);
    style.setProperty('--screen-radius', `${radius}px`);
    dataset.theme = this.#settings.theme;
    this.#fit();
  }

  /** The whole phone is visible in a low or narrow window too. */
  #fit(): void {
    const { width, height } = phoneOf(this.#settings.phone);
    const place = byId('screen').closest('.stage')?.getBoundingClientRect();
    const wide = (place?.width ?? innerWidth) / (width + 2 * (FRAME + MARGIN));
    const high = innerHeight / (height + 2 * (FRAME + MARGIN));
    // A whole number of pixels, or the layers of the screen end in half ones.
    const scale = Math.floor(Math.min(1, wide, high) * width) / width;
    document.documentElement.style.setProperty('--scale', String(scale));
  }
}
