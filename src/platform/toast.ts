import Taro from '@tarojs/taro';

/** Says one short sentence over the page, for two and a half seconds. */
export function showToast(words: string): void {
  Taro.showToast({ title: words, icon: 'none', duration: 2_500 });
}
