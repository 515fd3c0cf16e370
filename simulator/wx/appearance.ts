import type { Host } from '../host/host.ts';
import type { Theme } from '../host/launch-options.ts';
import { type ApiGroup, type ApiTable, async, event, type Options, Refusal } from './api.ts';
import { demandTexts } from './refusals.ts';

export const appearanceApis: ApiGroup = (host) => ({
  setNavigationBarTitle: async(
    (options) =>
      demandTexts(options, 'title') ?? change(host, { navigationBarTitleText: options.title }),
  ),
  setNavigationBarColor: async(
    (options) =>
      refuseColours(options) ??
      change(host, {
        navigationBarTextStyle: options.frontColor === '#ffffff' ? 'white' : 'black',
        navigationBarBackgroundColor: options.backgroundColor,
      }),
  ),
  showNavigationBarLoading: async(() => change(host, { navigationBarLoading: true })),
  hideNavigationBarLoading: async(() => change(host, { navigationBarLoading: false })),
  setBackgroundColor: async(({ backgroundColor }) => change(host, { backgroundColor })),
  setBackgroundTextStyle: async(({ textStyle }) =>
    change(host, { backgroundTextStyle: textStyle }),
  ),
  startPullDownRefresh: async(() => {
    host.stack.top()?.startRefresh();
    return {};
  }),
  stopPullDownRefresh: async(() => {
    host.stack.top()?.stopRefresh();
    return {};
  }),
  pageScrollTo: async(({ scrollTop, selector, offsetTop, duration }) => {
    const page = host.stack.top();
    if (!page) return new Refusal('no page');
    const target = selector ? page.find(String(selector)) : null;
    if (selector && !target) return new Refusal(`selector "${String(selector)}" finds nothing`);
    const top = target ? page.topOf(target) + Number(offsetTop ?? 0) : Number(scrollTop ?? 0);
    page.scrollTo(top, Number(duration ?? SCROLL_DURATION));
    return {};
  }),
  ...themeApis(host),
});

/** api/ui/navigation-bar/wx.setNavigationBarColor.html: the two colours in front, a hexadecimal one behind. */
const FRONT_COLOURS = ['#ffffff', '#000000'];
const HEXADECIMAL = /^#([0-9a-f]{3}|[0-9a-f]{6}|[0-9a-f]{8})$/i;

function refuseColours(options: Options): Refusal | null {
  const refused = demandTexts(options, 'frontColor', 'backgroundColor');
  if (refused) return refused;
  const [front, back] = [String(options.frontColor), String(options.backgroundColor)];
  if (!FRONT_COLOURS.includes(front)) return new Refusal(`invalid frontColor "${front}"`);
  return HEXADECIMAL.test(back) ? null : new Refusal(`invalid backgroundColor "${back}"`);
}

/** How long wx.pageScrollTo takes where it is not told, in ms. */
const SCROLL_DURATION = 300;

type ThemeListener = (value: { theme: Theme }) => void;

function themeApis(host: Host): ApiTable {
  const known = new Map<ThemeListener, (theme: Theme) => void>();
  const forget = (listener: ThemeListener) => {
    const heard = known.get(listener);
    if (heard) host.theme.changed.off(heard);
    known.delete(listener);
  };
  return {
    onThemeChange: event((listener?: ThemeListener) => {
      if (!listener) return;
      forget(listener);
      const heard = (theme: Theme) => listener({ theme });
      known.set(listener, heard);
      host.theme.changed.on(heard);
    }),
    offThemeChange: event((listener?: ThemeListener) => {
      for (const one of listener ? [listener] : [...known.keys()]) forget(one);
    }),
  };
}

function change(host: Host, settings: Record<string, unknown>) {
  const page = host.stack.top();
  if (!page) return new Refusal('no page');
  Object.assign(page.overrides, settings);
  host.stack.drawBars();
  return {};
}
