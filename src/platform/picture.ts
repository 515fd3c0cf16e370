import Taro from '@tarojs/taro';
import { isDone } from './wechat-call.ts';

/** Opens the pictures of a text at one of them; all addresses are full ones. False when WeChat can't. */
export function previewPicture(current: string, urls: string[]): Promise<boolean> {
  return isDone(Taro.previewImage({ current, urls }));
}
