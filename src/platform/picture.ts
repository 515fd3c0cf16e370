import Taro from '@tarojs/taro';

/** Opens the pictures of a text at one of them; all addresses are full ones. False when WeChat can't. */
export function previewPicture(current: string, urls: string[]): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.previewImage({
      current,
      urls,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });
}
