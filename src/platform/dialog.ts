import Taro from '@tarojs/taro';
import { logRefusal } from './wechat-call.ts';

/** Explains something in a dialog with one button. */
export function explain(title: string, content: string): void {
  logRefusal(Taro.showModal({ title, content, showCancel: false, confirmText: '知道了' }));
}

/**
 * Asks before something that can't be undone by a tap. False when the reader thought better of it.
 *
 * @param confirmText at most four characters (WeChat)
 */
export function confirmStep(title: string, content: string, confirmText: string): Promise<boolean> {
  return Taro.showModal({ title, content, confirmText, cancelText: '取消' }).then(
    ({ confirm }) => confirm,
    () => false,
  );
}
