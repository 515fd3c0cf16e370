import Taro from '@tarojs/taro';
import { isDone } from './wechat-call.ts';

/**
 * Puts words on the clipboard. False when WeChat refused: undeclared in the privacy guide, or refused by the reader
 * (docs/wechat.md, Identity).
 */
export function copyText(text: string): Promise<boolean> {
  return isDone(Taro.setClipboardData({ data: text }));
}
