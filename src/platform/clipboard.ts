import Taro from '@tarojs/taro';

/**
 * Puts words on the clipboard. False when WeChat refused: undeclared in the privacy guide, refused by the reader, or in
 * the timeline's single-page mode (wechat-facts.md, Identity and Sharing). WeChat shows its own "copied" line on success.
 */
export function copyText(text: string): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.setClipboardData({ data: text, success: () => resolve(true), fail: () => resolve(false) });
  });
}
