import Taro from '@tarojs/taro';
import { EVENTS_PATH, HOME_PATH, MINE_PATH, NOTICES_PATH } from './paths.ts';
import { isSinglePage } from './single-page.ts';
import { logRefusal } from './wechat-call.ts';

/** The tabs in the order of app.config.ts. */
const TAB_PATHS: readonly (string | undefined)[] = [
  HOME_PATH,
  EVENTS_PATH,
  NOTICES_PATH,
  MINE_PATH,
];

/** WeChat changes its bar only while a page of it is on top; the timeline's single page has none. */
function isTabBarThere(): boolean {
  if (isSinglePage()) return false;
  const top = Taro.getCurrentPages().slice(-1)[0];
  return TAB_PATHS.includes(top?.route);
}

/** The tabs with a dot; none at the start. */
const dotted = new Set<string>();

/** A red dot on a tab, or none; nothing at all where no tab bar is shown, or where it is so already. */
export function setTabDot(path: string, isOn: boolean): void {
  if (dotted.has(path) === isOn || !isTabBarThere()) return;
  if (isOn) dotted.add(path);
  else dotted.delete(path);
  const index = TAB_PATHS.indexOf(path);
  logRefusal(isOn ? Taro.showTabBarRedDot({ index }) : Taro.hideTabBarRedDot({ index }));
}
