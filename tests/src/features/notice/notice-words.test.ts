import { describe, expect, it } from '@jest/globals';
import { toCreditWords, toDeliveryWords } from '../../../../src/features/notice/notice-words.ts';
import { toAskLabel, toTopicOrder } from '../../../../src/features/notice/topic-state.ts';
import { type Notice, NoticeDelivery } from '../../../../types/notice.ts';

describe('toDeliveryWords', () => {
  const kinds = NoticeDelivery.anyOf.map(({ const: kind }) => kind);

  it.each(kinds.filter((kind) => kind !== 'sent'))('says why: %s', (kind) => {
    expect(toDeliveryWords(kind)).toMatch(/。$/);
  });

  it('says nothing of one that was sent', () => {
    expect(toDeliveryWords('sent')).toBeUndefined();
  });

  it('does not take a state of a newer endpoint for one that was sent', () => {
    const { delivery } = JSON.parse('{"delivery":"postponed"}') as Pick<Notice, 'delivery'>;
    expect(toDeliveryWords(delivery)).toMatch(/。$/);
  });
});

describe('what is left of a topic', () => {
  it.each([
    [false, undefined, '', '订阅'],
    [false, 2, '还能收 2 条', '再要一次'],
    [false, 0, '次数已用完', '再要一次'],
    [true, undefined, '', '订阅'],
    [true, 1, '长期有效', undefined],
    [true, 0, '已失效，请再订阅', '订阅'],
  ])('long-term %s, credits %s', (isLongTerm, credits, words, label) => {
    const known = credits === undefined ? undefined : { credits };
    expect(toAskLabel({ isLongTerm }, known)).toBe(label);
    if (!known) return;
    const subscription = { topicId: 'x', name: 'x', since: '', isLongTerm, ...known };
    expect(toCreditWords(subscription)).toBe(words);
  });
});

const toSubscription = (topicId: string, credits = 1, isLongTerm = false) => {
  return { topicId, name: topicId, credits, isLongTerm, since: '' };
};

it.each([
  [2, false, '打开后还能收 2 条'],
  [0, false, '次数已用完'],
  [1, true, '打开后长期有效'],
])('what is left while messages are off: %s, long-term %s', (credits, isLongTerm, words) => {
  expect(toCreditWords(toSubscription('x', credits, isLongTerm), true)).toBe(words);
});

it('keeps the order of the topics, whenever each was asked for', () => {
  const subscriptions = ['c', 'gone', 'a'].map((id) => toSubscription(id));
  const topics = ['a', 'b', 'c'].map((id) => ({ id }));
  const ordered = toTopicOrder(subscriptions, topics).map(({ topicId }) => topicId);
  expect(ordered).toEqual(['a', 'c', 'gone']);
});
