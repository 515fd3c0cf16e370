import { toEnterOptions } from './app-runtime.ts';
import { element } from './element.ts';
import type { Host } from './host.ts';
import type { WayIn } from './launch-options.ts';
import { keepsPages } from './scenes.ts';
import { closeLayer, placeLayer } from './screen/layers.ts';
import { WORDS } from './words.ts';

/** The list of mini-programs in WeChat. */
const LIST_SCENE = 1001;

/**
 * Whether the program is in front. WeChat's order: the page hides before the App, and is shown
 * after it.
 */
export class Foreground {
  readonly #hostOf: () => Host;
  #current = true;

  constructor(hostOf: () => Host) {
    this.#hostOf = hostOf;
  }

  /** Sends the program to the background or brings it back; asking for what already is does nothing. */
  set(foreground: boolean): void {
    if (this.#current === foreground) return;
    this.#current = foreground;
    const host = this.#hostOf();
    host.ledger.beginChange(foreground ? 'foreground' : 'background');
    if (!foreground) {
      leave(host);
      return;
    }
    come(host);
    host.stack.top()?.show();
  }

  /**
   * Opens the program again while it runs (热启动). One that names a page clears the stack for it;
   * so does a way in that leads to no list or shortcut, for the home page. Any other finds the
   * pages as they were: framework/runtime/operating-mechanism.html.
   */
  enter({ path, query = '', scene = LIST_SCENE }: WayIn): void {
    const host = this.#hostOf();
    const target = path?.replace(/^\//, '') || null;
    const keeps = target === null && keepsPages(scene);
    const shown = keeps ? host.stack.top()?.path : (target ?? host.stack.homePath());
    const options = toEnterOptions(shown ?? host.stack.homePath(), query, scene);
    this.set(false);
    this.#current = true;
    host.ledger.beginChange(`enter ${scene}`);
    host.app.enter = options;
    come(host);
    if (keeps) host.stack.top()?.show();
    else host.stack.enter(options.path, options.query);
  }
}

function come(host: Host): void {
  closeLayer(host, 'background');
  const { enter } = host.app;
  host.app.emit('onShow', { ...enter, query: { ...enter.query } });
}

function leave(host: Host): void {
  host.stack.top()?.hide();
  host.app.emit('onHide', {});
  const cover = element('button', 'phone-background');
  cover.append(
    element('strong', 'phone-background-title', WORDS.inBackground),
    element('span', 'phone-background-hint', WORDS.resume),
  );
  const resume = () => host.setForeground(true);
  cover.addEventListener('click', resume);
  placeLayer(host, 'background', cover, resume);
}
