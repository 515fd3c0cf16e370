import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { bundleEntry } from '../bundle.ts';
import type { LaunchSettings, Theme } from '../kit/driver.ts';
import { type BrowserDriver, launchInChromium } from '../kit/launch-in-chromium.ts';
import { PIXEL_RATIO } from './images.ts';
import type { AxeFinding, ImageCaching, ImageFetch, PageMeasures } from './measures.ts';
import type { PageAudit } from './page-entry.ts';
import type { Stop, Walker } from './stop.ts';
import type { Look, Visit } from './visit.ts';

const SCREEN = { width: 375, height: 812, scale: PIXEL_RATIO };
/** Part of the page's height that a step down takes: less than WeChat loads pictures ahead. */
const STEP = 1.6;
/** A page that grows at its end is followed no further. */
const MOST_STEPS = 200;

/** Walks one stop in one appearance, on a phone of its own, and says what was seen. Throws when the walk cannot go on. */
export async function walkStop(stop: Stop, launch: LaunchSettings, theme: Theme): Promise<Visit> {
  const { query } = stop;
  const path = stop.page;
  const settings = { ...launch, path, ...(query && { query }), theme, screen: SCREEN };
  const phone = await launchInChromium(settings);
  try {
    return await new StopWalker(phone, stop, theme).walk();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${stop.name} (${stop.page}, ${theme}): ${reason}`, { cause: error });
  } finally {
    await phone.close();
  }
}

class StopWalker implements Walker {
  readonly phone: BrowserDriver;
  readonly #stop: Stop;
  readonly #looks: Look[] = [];
  #theme: Theme;
  #act = 'opened';
  #seenAnswers = 0;
  #seenFetches = 0;

  constructor(phone: BrowserDriver, stop: Stop, theme: Theme) {
    this.phone = phone;
    this.#stop = stop;
    this.#theme = theme;
  }

  async walk(): Promise<Visit> {
    await this.phone.addScript(await bundleEntry('./audit/page-entry.ts'));
    await this.phone.addScript(axeSource());
    const theme = this.#theme;
    await this.phone.waitForText(this.#stop.ready);
    await this.settle();
    await this.#look(true);
    for (const { name, run } of this.#stop.acts) {
      this.#act = name;
      await run(this);
      await this.settle();
      await this.#look(true);
    }
    await this.#switchTheme();
    const { setData } = await this.phone.records();
    const caching = await this.#readCaching();
    const card = await this.phone.share();
    const entry = await this.phone.shareTimeline();
    const { errors } = await this.phone.records();
    const { name, page } = this.#stop;
    return {
      ...{ stop: name, page, theme, looks: this.#looks, setData },
      ...{ errors, caching, card, entry },
    };
  }

  async settle(): Promise<void> {
    await this.#ask('settle');
  }

  async scrollThrough(): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step += 1) {
      const { top, most, height } =
        await this.#ask<ReturnType<PageAudit['scrollRange']>>('scrollRange');
      if (top >= most - 1) return;
      await this.phone.scrollTo(Math.min(most, Math.round(top + height * STEP)));
      await this.settle();
      await this.#look(false);
    }
  }

  /** The other appearance while the page stands: its colours alone are looked at. */
  async #switchTheme(): Promise<void> {
    this.#act = 'appearance switched';
    this.#theme = this.#theme === 'light' ? 'dark' : 'light';
    await this.phone.setTheme(this.#theme);
    await this.settle();
    await this.#look(true);
  }

  /** `whole` looks at all of the page and asks axe-core; else at what is on the screen and at the nodes. */
  async #look(whole: boolean): Promise<void> {
    const measures = await this.#ask<PageMeasures>('measure', whole);
    const { answers } = await this.phone.records();
    const fetches = await this.#ask<ImageFetch[]>('imageFetches');
    this.#looks.push({
      ...measures,
      ...{ act: this.#act, theme: this.#theme },
      answers: answers.slice(this.#seenAnswers),
      fetches: fetches.slice(this.#seenFetches),
      axe: whole ? await this.#ask<AxeFinding[]>('askAxe') : null,
    });
    this.#seenAnswers = answers.length;
    this.#seenFetches = fetches.length;
  }

  #readCaching(): Promise<ImageCaching[]> {
    const urls = this.#looks.flatMap(({ fetches }) => fetches.map(({ url }) => url));
    return this.#ask<ImageCaching[]>('readCaching', [...new Set(urls)]);
  }

  #ask<T>(name: keyof PageAudit, ...args: unknown[]): Promise<T> {
    return this.phone.evaluate<T>(`pageAudit.${name}(...${JSON.stringify(args)})`);
  }
}

let axe: string | null = null;

function axeSource(): string {
  axe ??= readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  return axe;
}
