import Taro from '@tarojs/taro';
import { logRefusal } from './wechat-call.ts';

/** Explains something in a dialog with one button. */
export function explain(title: string, content: string): void {
  logRefusal(Taro.showModal({ title, content, showCancel: false, confirmText: '知道了' }));
}
