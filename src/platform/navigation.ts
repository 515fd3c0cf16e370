import Taro from '@tarojs/taro';
import { onceAtATime } from './once-at-a-time.ts';
import { HOME_PATH, toArticlePath, toEventPath } from './paths.ts';
import { pointsToProgram } from './single-page.ts';
import { showToast } from './toast.ts';
import { isDone } from './wechat-call.ts';

const NOT_OPENED = '没能打开，请再点一次';
const UNKNOWN_SUBJECT = '这个版本还打不开这条内容，请更新小程序';

/** WeChat stacks no more (docs/wechat.md, What a program is made of). */
const MOST_PAGES = 10;

/** The eleventh page takes the place of the tenth. */
function pushPage(url: string): Promise<boolean> {
  const isFull = Taro.getCurrentPages().length >= MOST_PAGES;
  return isDone(isFull ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
}

/** Opens a page on top, once for each tap or double tap. */
const openPage = onceAtATime(async (path: string) => {
  if (pointsToProgram()) return;
  if (!(await pushPage(`/${path}`))) showToast(NOT_OPENED);
});

export const openArticle = (id: string): Promise<void> => openPage(toArticlePath(id));
export const openEvent = (id: string): Promise<void> => openPage(toEventPath(id));

/** Opens what a notice is about. A kind that a newer endpoint invented opens nothing, and the reader is told. */
export async function openSubject({ kind, id }: { kind: string; id: string }): Promise<void> {
  if (kind === 'article') await openArticle(id);
  else if (kind === 'event') await openEvent(id);
  else if (!pointsToProgram()) showToast(UNKNOWN_SUBJECT);
}

export async function openHome(): Promise<void> {
  if (pointsToProgram()) return;
  if (!(await isDone(Taro.switchTab({ url: `/${HOME_PATH}` })))) showToast(NOT_OPENED);
}
