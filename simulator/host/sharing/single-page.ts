import { element } from '../element.ts';
import type { Host } from '../host.ts';
import { showToast } from '../screen/overlays.ts';
import { WORDS } from '../words.ts';

/** Whether the program runs in the timeline: one page alone, to be read and no more (scene 1154). */
export function isSinglePage({ app }: Host): boolean {
  return app.enter.mode === 'singlePage';
}

/** WeChat's own word where something was tapped that does not work there. */
export function sayOnlyInProgram(host: Host): void {
  showToast(host, { title: WORDS.onlyInProgram, icon: 'none', duration: 2000, mask: false });
}

/** The bar that WeChat puts below a page of the timeline: it leads into the program. */
export function createSinglePageBar(onEnter: () => void): HTMLElement {
  const bar = element('footer', 'phone-single-page');
  const enter = element('button', 'phone-single-page-enter', WORDS.enterProgram);
  enter.addEventListener('click', onEnter);
  bar.append(enter);
  return bar;
}

/**
 * How the bar above a page stands to it there. WeChat draws it even where the program draws its own;
 * then it lies over the page, unless app.json or the page asks for room (`navigationBarFit`).
 */
export function floatsOverPage(settings: Record<string, unknown>, app: object): boolean {
  const { navigationBarFit } = { ...('singlePage' in app ? Object(app.singlePage) : {}) } as {
    navigationBarFit?: unknown;
  };
  const asked = settings.navigationBarFit ?? navigationBarFit;
  return asked === undefined ? settings.navigationStyle === 'custom' : asked === 'float';
}
