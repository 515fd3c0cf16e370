import Taro from '@tarojs/taro';
import { toMediaUrl } from './media-url.ts';
import { isOnline } from './network.ts';
import { toTransportFailure } from './transport.ts';
import { isDone, toErrMsg } from './wechat-call.ts';

/** What `wx.openDocument` opens (docs/wechat.md, Events). */
const OPENABLE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'] as const;
export type OpenableType = (typeof OPENABLE)[number];

export function isOpenable(fileType: string): fileType is OpenableType {
  return (OPENABLE as readonly string[]).includes(fileType);
}

/** A file may be of several megabytes; WeChat alone would wait a minute. */
const DOWNLOAD_TIMEOUT_MS = 30_000;

export type DownloadFailure = 'offline' | 'timeout' | 'not-downloaded';
export type DocumentOutcome = 'opened' | DownloadFailure | 'not-opened';

type Download = { filePath: string } | { failure: DownloadFailure };

async function downloadFile(url: string): Promise<Download> {
  try {
    const { statusCode, tempFilePath } = await Taro.downloadFile({
      url,
      timeout: DOWNLOAD_TIMEOUT_MS,
    });
    return statusCode === 200 ? { filePath: tempFilePath } : { failure: 'not-downloaded' };
  } catch (refusal) {
    const { kind } = toTransportFailure(toErrMsg(refusal), await isOnline());
    return { failure: kind === 'offline' || kind === 'timeout' ? kind : 'not-downloaded' };
  }
}

/** Downloads a file and opens it in WeChat's viewer, from where the reader may forward it. */
export async function openDocument(url: string, fileType: OpenableType): Promise<DocumentOutcome> {
  const download = await downloadFile(toMediaUrl(url));
  if ('failure' in download) return download.failure;
  const { filePath } = download;
  const isShown = await isDone(Taro.openDocument({ filePath, fileType, showMenu: true }));
  return isShown ? 'opened' : 'not-opened';
}
