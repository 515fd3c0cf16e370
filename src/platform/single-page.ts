import Taro from '@tarojs/taro';
import { showToast } from './toast.ts';

/** WeChat's number for a page that was opened from the timeline. */
const TIMELINE_SCENE = 1154;
const ONLY_IN_PROGRAM = '请先点屏幕下方的“前往小程序”';

/** Whether this page was opened from the timeline: to be read alone, with most of WeChat closed (docs/wechat.md, Sharing). */
export function isSinglePage(): boolean {
  return Taro.getLaunchOptionsSync().scene === TIMELINE_SCENE;
}

/**
 * In the timeline's single-page mode says where the way into the mini-program is, and answers true: the caller then calls
 * nothing that is forbidden there.
 */
export function pointsToProgram(): boolean {
  if (!isSinglePage()) return false;
  showToast(ONLY_IN_PROGRAM);
  return true;
}
