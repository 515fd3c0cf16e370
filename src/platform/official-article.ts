import Taro from '@tarojs/taro';
import { isDone } from './wechat-call.ts';

type Opened = { success: () => void; fail: () => void };

/** Taro 4.2 neither knows the call nor makes a promise of it. */
type WithArticles = {
  openOfficialAccountArticle?: (options: { url: string } & Opened) => void;
};

/** Opens an article of a 公众号; must run inside a tap. False below base library 3.4.8, which lacks the call, and when WeChat refuses. */
export function openOfficialArticle(url: string): Promise<boolean> {
  const { openOfficialAccountArticle: open } = Taro as unknown as WithArticles;
  if (open === undefined) return Promise.resolve(false);
  return isDone(
    new Promise<void>((resolve, reject) => {
      open({ url, success: () => resolve(), fail: () => reject(new Error('refused')) });
    }),
  );
}
