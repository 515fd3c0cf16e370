import type { Program } from '../../program.ts';
import type { Theme } from '../launch-options.ts';

const SCHEME = /\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)/g;

/** WeChat's own rule about `hidden`; no style of a program overrides it, not even an inline one. */
const HIDDEN = '[hidden] { display: none !important; }';

/**
 * The program's style sheets in the document: the app's and the components' always, a page's own
 * only while that page is on top, as each page of WeChat has a document of its own.
 */
export class ProgramStyles {
  readonly #sheets = new Map<string, { element: HTMLStyleElement; css: string }>();
  readonly #pages: Set<string>;
  #theme: Theme;

  constructor(program: Program, pages: string[], theme: Theme, hasLayout: boolean) {
    this.#theme = theme;
    this.#pages = new Set(pages);
    if (!hasLayout) return;
    const hidden = document.createElement('style');
    hidden.textContent = HIDDEN;
    document.head.append(hidden);
    const { app, ...others } = program.styles;
    for (const [path, css] of Object.entries({ app: app ?? '', ...others })) {
      const element = document.createElement('style');
      element.dataset.path = path;
      document.head.append(element);
      this.#sheets.set(path, { element, css });
    }
    this.#write();
    this.showPage(null);
  }

  showPage(path: string | null): void {
    for (const [sheet, { element }] of this.#sheets) {
      if (this.#pages.has(sheet)) element.media = sheet === path ? 'all' : 'not all';
    }
  }

  setTheme(theme: Theme): void {
    this.#theme = theme;
    this.#write();
  }

  /** The phone's appearance is not the browser's: its media feature is answered here. */
  #write(): void {
    for (const { element, css } of this.#sheets.values()) {
      element.textContent = css.replace(SCHEME, (_, asked: string) =>
        asked === this.#theme ? '(min-width: 0px)' : '(max-width: 0px)',
      );
    }
  }
}
