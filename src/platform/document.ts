import Taro from '@tarojs/taro';
import { toMediaUrl } from './media-url.ts';
import { isDone } from './wechat-call.ts';

/** What `wx.openDocument` opens (wechat-facts.md, Events). */
const OPENABLE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const;
export type OpenableType = (typeof OPENABLE)[number];

export function isOpenable(fileType: string): fileType is OpenableType {
  return (OPENABLE as readonly string[]).includes(fileType);
}

export type DocumentOutcome = 'opened' | 'not-downloaded' | 'not-opened';

function download(url: string): Promise<string | undefined> {
  return Taro.downloadFile({ url }).then(
    ({ statusCode, tempFilePath }) => (statusCode === 200 ? tempFilePath : undefined),
    () => undefined,
  );
}

/** Downloads a file and opens it in WeChat's viewer, from where the reader may forward it. */
export async function openDocument(url: string, fileType: OpenableType): Promise<DocumentOutcome> {
  const filePath = await download(toMediaUrl(url));
  if (filePath === undefined) return 'not-downloaded';
  const isShown = await isDone(Taro.openDocument({ filePath, fileType, showMenu: true }));
  return isShown ? 'opened' : 'not-opened';
}
