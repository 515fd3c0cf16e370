import Taro from '@tarojs/taro';
import { logRefusal } from './wechat-call.ts';

/** Explains something in a dialog with one button. */
export function explain(title: string, content: string): void {
  logRefusal(Taro.showModal({ title, content, showCancel: false, confirmText: '知道了' }));
}

function confirm(options: Taro.showModal.Option): Promise<boolean> {
  return Taro.showModal({ ...options, cancelText: '取消' }).then(
    (answer) => answer.confirm,
    () => false,
  );
}

/**
 * Asks before something that can't be undone by a tap. False when the reader thought better of it.
 *
 * @param confirmText at most four characters (WeChat)
 */
export const confirmStep = (title: string, content: string, confirmText: string) =>
  confirm({ title, content, confirmText });

/** Reaches 3:1 on both of WeChat's grounds for a dialog, enough for a word of that size. */
const DANGER_COLOUR = '#D9363E';

/** The same before something that can't be undone at all. */
export const confirmDanger = (title: string, content: string, confirmText: string) =>
  confirm({ title, content, confirmText, confirmColor: DANGER_COLOUR });
