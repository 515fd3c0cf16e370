import Taro from '@tarojs/taro';
import { logNotice } from './log.ts';
import { toErrMsg } from './wechat-call.ts';

/** Where this program may keep files; WeChat removes them together with the program. */
const toPath = (name: string): string => `${Taro.env.USER_DATA_PATH}/${name}`;

/** Writes text as UTF-8 under a name of the program's own folder, over what was there. False when WeChat refused. */
export function writeUserFile(name: string, text: string): Promise<boolean> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().writeFile({
      filePath: toPath(name),
      data: text,
      encoding: 'utf8',
      success: () => resolve(true),
      fail: (refusal) => {
        logNotice(`${name} could not be written: ${toErrMsg(refusal)}`);
        resolve(false);
      },
    });
  });
}

/** Removes a file of the program's own folder. False when it is still there; one that never was is gone. */
export function removeUserFile(name: string): Promise<boolean> {
  const files = Taro.getFileSystemManager();
  const path = toPath(name);
  return new Promise((resolve) => {
    files.access({
      path,
      fail: () => resolve(true),
      success: () =>
        files.unlink({
          filePath: path,
          success: () => resolve(true),
          fail: () => resolve(false),
        }),
    });
  });
}

export type SendOutcome = 'sent' | 'cancelled' | 'unavailable';

/** Whether WeChat can send a file to a chat (base library 2.16.1). */
export const canSendFiles = (): boolean => Taro.canIUse('shareFileMessage');

/**
 * Lets the reader choose a chat for a file of the program's own folder. Must run inside a tap, nothing awaited before it
 * (api/share/wx.shareFileMessage.html). Taro gives no promise for it, so its answer is taken from the callbacks.
 */
export function sendUserFile(name: string): Promise<SendOutcome> {
  return new Promise((resolve) => {
    Taro.shareFileMessage({
      filePath: toPath(name),
      fileName: name,
      success: () => resolve('sent'),
      fail: (refusal) =>
        resolve(toErrMsg(refusal).includes('cancel') ? 'cancelled' : 'unavailable'),
    });
  });
}
