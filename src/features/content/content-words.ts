import type { DocumentOutcome } from '../../platform/document.ts';
import type { RecordingState } from '../../platform/recording.ts';

export const CONTENT_WORDS = {
  attachments: '相关附件',
  opening: '正在打开…',
  linkCopied: '已复制，可到浏览器中打开',
  mailCopied: '邮箱地址已复制',
  linkBlockedTitle: '请手动复制',
  callFailed: '现在打不了电话，请记下号码后拨打',
  picture: '图片',
  pictureFailed: '图片没有加载出来，点这里重试',
  previewFailed: '现在不能放大图片',
  gallery: '图集',
  video: '视频',
  audio: '录音',
  programFailed: '现在打不开这个小程序，请稍后再试',
  table: '表格',
  origin: '复制网站原文链接',
} as const;

/** What a recording does, and what a tap on it does next. */
export const RECORDING_WORDS: Record<RecordingState, string> = {
  still: '点这里播放',
  playing: '正在播放，点这里暂停',
  paused: '已暂停，点这里继续',
  failed: '没能播放，点这里重试',
};

/** What a tap on a card does, below its title. */
export const CARD_WORDS = {
  officialArticle: '公众号文章，点开阅读',
  miniProgram: '打开其他小程序',
  web: '网页，点这里复制链接',
} as const;

/** `1:05` */
export const toClock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;

/** Why an attachment was not opened, and what to do. */
export const OPEN_FAILURE_WORDS: Record<Exclude<DocumentOutcome, 'opened'>, string> = {
  offline: '没有网络连接，连上后请再点一次',
  timeout: '网络较慢，附件没有下载完，请换个网络再点一次',
  'not-downloaded': '附件没有下载下来，请稍后再点一次',
  'not-opened': '附件打不开，可能已损坏，请联系发布单位',
};

/** For a file that WeChat's viewer doesn't open. */
export const toUnopenableWords = (fileType: string, isCopied: boolean): string => {
  const what = fileType ? `微信里打不开 ${fileType} 文件` : '微信里打不开这个文件';
  return isCopied ? `${what}，下载地址已复制，请用电脑打开` : `${what}，请到网站下载`;
};

/** `PDF · 128 KB`; what isn't known is left out. */
export function toFileLine(fileType: string, size: number | undefined): string {
  const kind = fileType.toUpperCase();
  const amount = size === undefined ? '' : toSizeWords(size);
  return [kind, amount].filter((part) => part !== '').join(' · ');
}

function toSizeWords(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  if (kilobytes < 1024) return `${Math.round(kilobytes)} KB`;
  return `${(kilobytes / 1024).toFixed(1)} MB`;
}
