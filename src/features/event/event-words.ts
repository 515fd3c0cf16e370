import { type EventState, type EventTimes, toEventState } from '../../../rules/event-state.ts';
import type { EventWhen } from '../../../types/event.ts';

/** What an event is now, in words; colour only helps (docs/wechat.md, Display). */
export const STATE_WORDS: Record<EventState, string> = {
  upcoming: '即将开始',
  ongoing: '进行中',
  past: '已结束',
  postponed: '已改期',
  cancelled: '已取消',
};

/** What follows from a state that changes a reader's plans. */
export const STATE_ADVICE: Partial<Record<EventState, string>> = {
  cancelled: '这场活动已经取消，请不要前往。',
  postponed: '这场活动已经改期，下面是新的时间。',
};

export const WHEN_SEGMENTS: readonly { value: EventWhen; words: string }[] = [
  { value: 'upcoming', words: '即将开始' },
  { value: 'ongoing', words: '进行中' },
  { value: 'past', words: '已结束' },
];

export const EMPTY_WORDS: Record<EventWhen, { title: string; advice: string }> = {
  upcoming: {
    title: '近期没有新的活动',
    advice: '可以看看“已结束”里办过的活动，或下拉刷新。',
  },
  ongoing: {
    title: '此刻没有正在进行的活动',
    advice: '看看“即将开始”，为自己留个时间。',
  },
  past: { title: '还没有办过的活动', advice: '看看“即将开始”里的新活动。' },
};

export const EVENT_WORDS = {
  lists: '按时间查看活动',
  time: '时间',
  place: '地点',
  organiser: '主办',
  phone: '电话',
  openMap: '地图',
  copyAddress: '复制',
  call: '拨打',
  announcement: '活动通知原文',
  shareListTitle: '江门市妇女网：近期活动',
  shareTitle: '江门市妇女网的一场活动',
  mapFailed: '现在打不开地图，请按地址前往',
  addressCopied: '地址已复制',
  addressNotCopied: '没能复制，请长按地址选择',
  callFailed: '现在打不了电话，请记下号码后拨打',
} as const;

/** What whoever gets a card has to know before it is opened. */
const MARKED_STATES: readonly EventState[] = ['cancelled', 'postponed', 'past'];

/** The title of an event's share card: `已取消｜家庭教育讲座`; the title alone for one that is to come or under way. */
export function toShareTitle(event: EventTimes & { title: string }, now: number): string {
  const title = event.title || EVENT_WORDS.shareTitle;
  const state = toEventState(event, now);
  return MARKED_STATES.includes(state) ? `${STATE_WORDS[state]}｜${title}` : title;
}
