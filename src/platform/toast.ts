import Taro from '@tarojs/taro';
import { logRefusal } from './wechat-call.ts';

/** Says one short sentence over the page, for two and a half seconds. */
export function showToast(words: string): void {
  logRefusal(Taro.showToast({ title: words, icon: 'none', duration: 2_500 }));
}
