import Taro from '@tarojs/taro';

/** Explains something in a dialog with one button. */
export function explain(title: string, content: string): void {
  Taro.showModal({ title, content, showCancel: false, confirmText: '知道了' });
}
