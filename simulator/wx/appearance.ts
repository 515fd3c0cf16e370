import type { Host } from '../host/host.ts';
import type { Theme } from '../host/launch-options.ts';
import { type ApiGroup, async, event, Refusal } from './api.ts';

export const appearanceApis: ApiGroup = (host) => ({
  setNavigationBarTitle: async(({ title }) => change(host, { navigationBarTitleText: title })),
  setNavigationBarColor: async(({ frontColor, backgroundColor }) =>
    change(host, {
      navigationBarTextStyle: frontColor === '#ffffff' ? 'white' : 'black',
      navigationBarBackgroundColor: backgroundColor,
    }),
  ),
  showNavigationBarLoading: async(() => change(host, { navigationBarLoading: true })),
  hideNavigationBarLoading: async(() => change(host, { navigationBarLoading: false })),
  setBackgroundColor: async(({ backgroundColor }) => change(host, { backgroundColor })),
  setBackgroundTextStyle: async(({ textStyle }) =>
    change(host, { backgroundTextStyle: textStyle }),
  ),
  setTabBarBadge: async(({ index, text }) => badge(host, Number(index), String(text ?? ''))),
  removeTabBarBadge: async(({ index }) => badge(host, Number(index), null)),
  showTabBarRedDot: async(({ index }) => badge(host, Number(index), '')),
  hideTabBarRedDot: async(({ index }) => badge(host, Number(index), null)),
  startPullDownRefresh: async(() => {
    host.stack.top()?.startRefresh();
    return {};
  }),
  stopPullDownRefresh: async(() => {
    host.stack.top()?.stopRefresh();
    return {};
  }),
  pageScrollTo: async(({ scrollTop, selector, offsetTop }) => {
    const page = host.stack.top();
    if (!page) return new Refusal('no page');
    const target = selector ? page.find(String(selector)) : null;
    if (selector && !target) return new Refusal(`selector "${String(selector)}" finds nothing`);
    const top = target ? page.topOf(target) + Number(offsetTop ?? 0) : Number(scrollTop ?? 0);
    page.scrollTo(top);
    return {};
  }),
  onThemeChange: event((listener?: (value: { theme: Theme }) => void) => {
    if (listener) host.theme.changed.on((theme) => listener({ theme }));
  }),
  offThemeChange: event(() => host.theme.changed.off()),
});

function change(host: Host, settings: Record<string, unknown>) {
  const page = host.stack.top();
  if (!page) return new Refusal('no page');
  Object.assign(page.overrides, settings);
  host.stack.drawBars();
  return {};
}

function badge(host: Host, index: number, text: string | null) {
  host.screen.tabs.setBadge(index, text);
  return {};
}
