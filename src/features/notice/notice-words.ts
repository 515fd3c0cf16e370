import type { NoticeDelivery } from '../../../types/notice.ts';
import type { Subscription } from '../../../types/subscription.ts';
import type { Topic } from '../../../types/topic.ts';
import type { SubscribeChoice, SubscribeRefusal } from '../../platform/subscribe.ts';

export const NOTICE_WORDS = {
  subscribe: '订阅',
  subscribeMore: '再要一次',
  subscribeTogether: '一起订阅',
  subscribeMoreTogether: '都再要一次',
  registering: '已允许，正在登记…',
  reopened: '已打开，请再点一次。',
  settingsAbove: '还没有订阅上：请先点上面的“打开设置”，允许接收后再点一次。',
  unfold: '展开全文',
  openSettings: '打开设置',
  oneTapOneNotice: '点一次，微信通知您一次',
  oneTapOneEach: '点一次，微信各通知您一次',
  longTerm: '订阅后长期有效',
  mine: '我订阅的通知',
  offered: '可以订阅',
  received: '收到的通知',
  unread: '未读',
  noneOffered: '现在没有可以订阅的通知，以后有了会出现在这里。',
  notKnown: '您的订阅情况没有取到，请下拉刷新。',
  stop: '不再接收',
  stopTitle: '不再接收这类通知？',
  stopConfirm: '不再接收',
  gone: '原文已经撤下，只剩这条通知。',
  emptyInbox: {
    title: '还没有收到过通知',
    advice: '订阅以后，发给您的每条通知都会留在这里。',
  },
  signedOut: {
    title: '登录后查看您的通知',
    advice: '这里有您订阅了什么、还能收几条，以及发给您的每条通知。登录不需要填写任何资料。',
  },
  signIn: '登录查看',
  alone: {
    title: '您的通知在小程序里',
    advice: '从朋友圈打开的页面不能登录。请点屏幕下方的“前往小程序”，到“通知”里查看。',
  },
} as const;

/** What a reader asks for, by the name of its topic. */
export const toAskWords = (name: string): string => `订阅「${name}」`;

/** What one tap means. */
export const toAskNote = ({ isLongTerm }: Pick<Topic, 'isLongTerm'>): string =>
  isLongTerm ? NOTICE_WORDS.longTerm : NOTICE_WORDS.oneTapOneNotice;

/** The same for several topics at once. */
export const toAskTogetherNote = ({ isLongTerm }: Pick<Topic, 'isLongTerm'>): string =>
  isLongTerm ? NOTICE_WORDS.longTerm : NOTICE_WORDS.oneTapOneEach;

/** Opens the rest of what can be asked for. */
export const toMoreWords = (count: number): string => `还有 ${count} 项可以订阅`;

export const toStopAdvice = (name: string): string =>
  `微信将不再提醒您「${name}」。没用完的次数会留着，以后再订阅还能用。`;

/**
 * What a topic can still bring its reader.
 *
 * @param isOff WeChat lets nothing of it through, as the reader has decided
 */
export function toCreditWords({ credits, isLongTerm }: Subscription, isOff = false): string {
  const opened = isOff ? '打开后' : '';
  if (isLongTerm) return credits > 0 ? `${opened}长期有效` : '已失效，请再订阅';
  return credits > 0 ? `${opened}还能收 ${credits} 条` : '次数已用完';
}

/** Before a sentence that is about several topics. */
export const toTopicNames = (topics: readonly Pick<Topic, 'name'>[]): string =>
  topics.map(({ name }) => `「${name}」`).join('');

/** Why WeChat said nothing of a notice; undefined where it did. */
const DELIVERY_WORDS = new Map<NoticeDelivery, string | undefined>([
  ['sent', undefined],
  ['pending', '稍后会在微信里提醒您。'],
  ['unknown', '不确定微信有没有提醒到您。'],
  ['no_credit', '当时订阅次数已用完，微信没有提醒您。'],
  ['refused', '您在微信里关闭了这类提醒，微信没有提醒您。'],
  ['failed', '这条没能通过微信提醒到您。'],
]);

/** A state that a newer endpoint invented is not taken for a message that was sent. */
export const toDeliveryWords = (delivery: NoticeDelivery): string | undefined =>
  DELIVERY_WORDS.has(delivery)
    ? DELIVERY_WORDS.get(delivery)
    : '微信提醒的情况，这个版本还看不出来。';

/** Said before the tap of what the reader has decided for good. */
export const REMEMBERED_WORDS = {
  mainSwitchOff: '您在微信里关掉了本程序的订阅消息，打开后才能收到。',
  reject: '您曾选择“总是拒绝”，请在设置里改为允许。',
  accept: '您已选择“总是允许”：点一次就多收一条，不再弹窗。',
} as const;

/** What a choice about one topic means; `accept` depends on the report too. */
export function toChoiceWords(choice: Exclude<SubscribeChoice, 'accept'>, name: string): string {
  switch (choice) {
    case 'reject':
      return `您这次没有允许「${name}」，随时可以再点。`;
    case 'ban':
      return `微信暂时停用了「${name}」的提醒，新内容仍可在小程序里看到。`;
    case 'filter':
      return `微信这次没有询问「${name}」，请稍后再点一次。`;
  }
}

/** Why WeChat did not ask, and what to do. */
export const REFUSAL_WORDS: Record<SubscribeRefusal, string> = {
  'main-switch-off': '您在微信里关掉了本程序的订阅消息。请打开设置，允许接收后再点一次。',
  banned: '微信暂时不让本程序发提醒，新内容仍可在小程序里看到。',
  'no-network': '现在没有网络，没能询问微信。请连上网络后再点一次。',
  'not-shown': '微信这会儿没能弹出询问，请再点一次。',
  'bad-template': '这类通知暂时不能订阅，新内容仍可在小程序里看到。',
  cancelled: '您这次没有选择，随时可以再点。',
  'too-old': '您的微信版本较旧，不能订阅通知。请更新微信后再试。',
  other: '没能完成订阅，请再点一次。',
};
