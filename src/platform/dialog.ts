import Taro from '@tarojs/taro';
import { logRefusal } from './wechat-call.ts';

/** Explains something in a dialog with one button. */
export function explain(title: string, content: string): void {
  logRefusal(Taro.showModal({ title, content, showCancel: false, confirmText: '知道了' }));
}

/** For what can't be undone; on both of WeChat's grounds for a dialog it reaches 3:1, enough for a word of that size. */
const DANGER_COLOUR = '#D9363E';

/** Asks before something that can't be undone. False when the reader thought better of it, or WeChat refused to ask. */
export function confirmDanger(
  title: string,
  content: string,
  confirmText: string,
): Promise<boolean> {
  return Taro.showModal({
    title,
    content,
    confirmText,
    confirmColor: DANGER_COLOUR,
    cancelText: '取消',
  }).then(
    ({ confirm }) => confirm,
    () => false,
  );
}
