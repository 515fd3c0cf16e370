import Taro from '@tarojs/taro';
import { HOME_PATH, toArticlePath, toEventPath } from './paths.ts';
import { showToast } from './toast.ts';

/**
 * Opens a page on top. Ten pages are the most that WeChat stacks, so the eleventh takes the place of the tenth. In the
 * timeline's single-page mode nothing may be opened; WeChat's own bar then leads into the mini-program.
 */
function openPage(path: string): void {
  const url = `/${path}`;
  Taro.navigateTo({
    url,
    fail: () => {
      Taro.redirectTo({ url, fail: () => showToast('请先点屏幕下方的“前往小程序”') });
    },
  });
}

export const openArticle = (id: string): void => openPage(toArticlePath(id));
export const openEvent = (id: string): void => openPage(toEventPath(id));

export function openHome(): void {
  Taro.switchTab({
    url: `/${HOME_PATH}`,
    fail: () => showToast('请先点屏幕下方的“前往小程序”'),
  });
}
