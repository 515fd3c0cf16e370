import Taro from '@tarojs/taro';
import { isDone } from './wechat-call.ts';

/**
 * Puts words on the clipboard. False when WeChat refused: undeclared in the privacy guide, refused by the reader, or in
 * the timeline's single-page mode (docs/wechat.md, Identity and Sharing).
 */
export function copyText(text: string): Promise<boolean> {
  return isDone(Taro.setClipboardData({ data: text }));
}
