import type { NoticeDelivery } from '../../../types/notice.ts';

/** The words of the file that a reader downloads. */
export const EXPORT_WORDS = {
  title: '我的数据',
  program: '江门市妇女网（微信小程序）',
  about: '这是小程序为您存下的全部内容。时间都是北京时间。',
  exportedAt: '导出时间',
  account: '账号',
  code: '编号',
  since: '开始使用',
  lastSeen: '最近使用',
  openid: '微信提供的用户标识是登录的凭证，已加密保存，不写在这份文件里。',
  subscriptions: '订阅',
  credits: '额度记录',
  notices: '收到的通知',
  sessions: '登录记录',
  none: '没有。',
  longTerm: '长期有效',
  longTermOff: '已不再发送',
  topic: '项目',
  publishedAt: '发布时间',
  delivery: '微信消息',
  note: '附言',
  read: '已读',
  unread: '未读',
  until: '有效到',
} as const;

/** Why a credit came or went; the ledger's own word for one that is newer than this version. */
export const CREDIT_WORDS = new Map<string, string>([
  ['granted', '您同意接收'],
  ['spent', '发出通知'],
  ['returned', '没有发成，退回'],
  ['voided', '微信不再允许发送，作废'],
]);

const DELIVERIES: Record<NoticeDelivery, string> = {
  pending: '等待发送',
  sent: '已发送',
  unknown: '微信没有答复是否送达',
  no_credit: '没有额度，没有发送',
  refused: '您在微信里关闭了这类消息，没有发送',
  failed: '没有发成',
};

export const DELIVERY_WORDS = new Map<string, string>(Object.entries(DELIVERIES));

/** Topics that may stand in the ledger alone, when nothing else of the file names them. */
export const TOPIC_WORDS = new Map<string, string>([
  ['notices', '通知公告'],
  ['events', '新活动'],
]);
