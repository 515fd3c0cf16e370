import Taro from '@tarojs/taro';
import { toMediaUrl } from './media-url.ts';

/** What `wx.openDocument` opens (wechat-facts.md, Events). */
const OPENABLE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const;
export type OpenableType = (typeof OPENABLE)[number];

export function isOpenable(fileType: string): fileType is OpenableType {
  return (OPENABLE as readonly string[]).includes(fileType);
}

export type DocumentOutcome = 'opened' | 'not-downloaded' | 'not-opened';

function download(url: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    Taro.downloadFile({
      url,
      success: ({ statusCode, tempFilePath }) =>
        resolve(statusCode === 200 ? tempFilePath : undefined),
      fail: () => resolve(undefined),
    });
  });
}

/** Downloads a file and opens it in WeChat's viewer, from where the reader may forward it. */
export async function openDocument(url: string, fileType: OpenableType): Promise<DocumentOutcome> {
  const filePath = await download(toMediaUrl(url));
  if (filePath === undefined) return 'not-downloaded';
  return new Promise((resolve) => {
    Taro.openDocument({
      filePath,
      fileType,
      showMenu: true,
      success: () => resolve('opened'),
      fail: () => resolve('not-opened'),
    });
  });
}
