import type { Host } from '../host/host.ts';
import type { TabBarJson, TabItem } from '../program.ts';
import { type Answer, type ApiGroup, async, Refusal } from './api.ts';

/** Longest text of a badge; WeChat shows `...` in place of more. */
const BADGE_CHARACTERS = 4;

/** The native tab bar. All of these answer on a tab page alone. */
export const tabBarApis: ApiGroup = (host) => {
  const { tabs } = host.screen;
  const badge = (index: unknown, text: string | null) =>
    onTab(host, index, (at) => tabs.setBadge(at, text));
  return {
    setTabBarBadge: async(({ index, text }) => badge(index, shortened(String(text ?? '')))),
    removeTabBarBadge: async(({ index }) => badge(index, null)),
    showTabBarRedDot: async(({ index }) => badge(index, '')),
    hideTabBarRedDot: async(({ index }) => badge(index, null)),
    showTabBar: async(() => onWholeBar(host, () => tabs.setAway(false))),
    hideTabBar: async(() => onWholeBar(host, () => tabs.setAway(true))),
    setTabBarStyle: async(({ color, selectedColor, backgroundColor, borderStyle }) =>
      onWholeBar(host, () =>
        tabs.setStyle(texts<TabBarJson>({ color, selectedColor, backgroundColor, borderStyle })),
      ),
    ),
    setTabBarItem: async(({ index, text, iconPath, selectedIconPath }) =>
      onTab(host, index, (at) =>
        tabs.setItem(at, texts<TabItem>({ text, iconPath, selectedIconPath })),
      ),
    ),
  };
};

/** Runs a change where the page on top is a tab page; elsewhere WeChat refuses it. */
function onBar(host: Host, change: () => Answer): Answer {
  const path = host.stack.top()?.path;
  const tabs = host.options.program.app.tabBar?.list ?? [];
  if (!tabs.some(({ pagePath }) => pagePath === path)) return new Refusal('not TabBar page');
  const answer = change();
  host.screen.measure();
  return answer;
}

function onTab(host: Host, index: unknown, change: (index: number) => void): Answer {
  return onBar(host, () => {
    const at = Number(index);
    if (!host.options.program.app.tabBar?.list[at]) return new Refusal('tabbar item not found');
    change(at);
    return {};
  });
}

/** The same for what belongs to the whole bar. */
function onWholeBar(host: Host, change: () => void): Answer {
  return onBar(host, () => {
    change();
    return {};
  });
}

function shortened(text: string): string {
  return [...text].length > BADGE_CHARACTERS ? '...' : text;
}

/** Only what is given as text. */
function texts<T>(given: Record<string, unknown>): Partial<T> {
  const entries = Object.entries(given).filter(([, value]) => typeof value === 'string');
  return Object.fromEntries(entries) as Partial<T>;
}
