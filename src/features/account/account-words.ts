import type { Account } from '../../../types/account.ts';

/** What a reader sees of the own account, but for the file with the data (export-words.ts) and 隐私说明 (privacy-words.ts). */
export const ACCOUNT_WORDS = {
  signedIn: '已登录（微信）',
  code: '编号',
  copyCode: '复制编号',
  codeCopied: '编号已复制',
  codeNotCopied: '没能复制，请长按编号选择',
  codeUse: '需要工作人员帮您查看通知时，报这个编号就可以，它不含您的个人信息。',

  neverUsed: '还没有使用需要登录的功能',
  neverUsedAdvice:
    '阅读文章和活动不需要登录。订阅通知时会自动用微信登录，不要您的姓名、手机号和头像。',
  viewMine: '查看我的数据',
  alone: '您的数据在小程序里',
  aloneAdvice: '从朋友圈打开的页面不能登录。请点屏幕下方的“前往小程序”，到“我的”里查看。',
  signedOut: '您已退出登录',
  signedOutAdvice: '阅读文章和活动不受影响。重新登录后，可以看到您的订阅和收到的通知。',
  ended: '请重新登录',
  endedAdvice:
    '您已退出登录，或者登录已失效。阅读文章和活动不受影响；重新登录后，可以看到您的订阅和收到的通知。',
  signIn: '登录',
  loading: '正在读取您的数据',
  notLoaded: '没有读到您的数据',

  stored: '小程序存了什么',
  storedParts:
    '存下的只有：微信提供的用户标识（加密保存）、订阅、额度记录、收到的通知（包括是否读过）和登录记录。',
  notStored: '没有存您的姓名、手机号和头像。',
  retry: '重试',
} as const;

export const DATA_WORDS = {
  title: '我的数据',
  download: '下载我的数据',
  downloadAdvice: '把小程序为您存下的内容写成一个文本文件，发给自己就可以保存。',
  downloading: '正在准备文件…',
  ready: '文件已经准备好：我的数据-江门市妇女网.txt。请再点一下，建议发给“文件传输助手”。',
  send: '发送到聊天保存',
  sent: '已交给微信，文件会出现在您选的聊天里。',
  notSent: '没能打开微信的发送页面，请再点一次，或者点“复制全部内容”。',
  readyToCopy: '这个版本的微信不能发送文件。请点下面复制，再粘贴到聊天或备忘录里保存。',
  notWritten:
    '手机没能存下这个文件，可能是存储空间不足。请点下面复制，再粘贴到聊天或备忘录里保存。',
  copyAll: '复制全部内容',
  copied: '已复制，可以粘贴到聊天或备忘录里',
  notCopied: '没能复制，请稍后再点一次',
  notDownloaded: '没有下载成功',

  erase: '删除我的全部数据',
  eraseAdvice:
    '会删除您的订阅、剩下的额度、收到的通知和登录记录。删除后不能恢复，也不会再收到通知。',
  eraseTitle: '删除全部数据？',
  eraseQuestion: '您的订阅、剩下的额度、收到的通知和登录记录会立即删除，不能恢复。',
  eraseConfirm: '删除',
  erasing: '正在删除…',
  erased: '已全部删除',
  erasedAdvice:
    '服务器和这部手机上的数据都已删除，备份里的会在 30 天内清除。阅读文章和活动不受影响。',
  notErased: '没有删除成功',
  fileKept: '下载到手机里的文件没能删掉，请在微信里删除这个小程序，它会一起消失。',

  signOut: '退出登录',
  signOutAdvice:
    '退出后，已经订阅的通知仍会发到微信，剩下的额度也会保留。不想再收到，请先在“通知”里点“不再接收”，或删除数据。',
  signOutTitle: '退出登录？',
  signOutQuestion: '已经订阅的通知仍会发到微信。以后可以随时再登录。',
  signOutConfirm: '退出',
} as const;

/** Of the failure of something that the reader asked for: `没有删除成功：没有网络连接`. */
export const toFailedTitle = (what: string, { title }: { title: string }): string =>
  `${what}：${title}`;

/** `从 2026-11-20 开始使用`. */
export const toSinceWords = (date: string): string => `从 ${date} 开始使用`;

/** What is stored about a reader, one sentence each. */
export function toStoredSentences(account: Account): string[] {
  const { subscriptions, credits, notices } = account;
  const asked = subscriptions === 0 ? '还没有订阅通知。' : `订阅了 ${subscriptions} 项通知。`;
  const left =
    credits === 0 ? '还能收 0 条通知，想再收到，请再订阅一次。' : `还能收 ${credits} 条通知。`;
  return [
    asked,
    ...(subscriptions === 0 && credits === 0 ? [] : [left]),
    notices === 0 ? '还没有收到过通知。' : `收到过 ${notices} 条通知。`,
  ];
}
