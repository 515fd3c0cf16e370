import Taro from '@tarojs/taro';
import { HOME_PATH, toArticlePath, toEventPath } from './paths.ts';
import { showToast } from './toast.ts';
import { isDone } from './wechat-call.ts';

/** In the timeline's single-page mode nothing may be opened; WeChat's own bar leads into the mini-program. */
const SINGLE_PAGE_WORDS = '请先点屏幕下方的“前往小程序”';

/** Opens a page on top. Ten pages are the most that WeChat stacks, so the eleventh takes the place of the tenth. */
async function openPage(path: string): Promise<void> {
  const url = `/${path}`;
  if (await isDone(Taro.navigateTo({ url }))) return;
  if (!(await isDone(Taro.redirectTo({ url })))) showToast(SINGLE_PAGE_WORDS);
}

export const openArticle = (id: string): Promise<void> => openPage(toArticlePath(id));
export const openEvent = (id: string): Promise<void> => openPage(toEventPath(id));

export async function openHome(): Promise<void> {
  if (!(await isDone(Taro.switchTab({ url: `/${HOME_PATH}` })))) showToast(SINGLE_PAGE_WORDS);
}
