import { describe, expect, it } from '@jest/globals';
import { toCreditWords, toDeliveryWords } from '../../../../src/features/notice/notice-words.ts';
import { toAskLabel } from '../../../../src/features/notice/topic-state.ts';
import { NoticeDelivery } from '../../../../types/notice.ts';

describe('toDeliveryWords', () => {
  const kinds = NoticeDelivery.anyOf.map(({ const: kind }) => kind);

  it.each(kinds.filter((kind) => kind !== 'sent'))('says why: %s', (kind) => {
    expect(toDeliveryWords(kind)).toMatch(/。$/);
  });

  it('says nothing of one that was sent', () => {
    expect(toDeliveryWords('sent')).toBeUndefined();
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
