import { describe, expect, it } from '@jest/globals';
import { toAccepted, toAskResult } from '../../../../src/features/notice/ask-result.ts';
import { REFUSAL_WORDS } from '../../../../src/features/notice/notice-words.ts';
import type { SubscribeChoice, SubscribeRefusal } from '../../../../src/platform/subscribe.ts';
import type { Topic } from '../../../../types/topic.ts';

const notices: Topic = { id: 'notices', name: '通知公告', templateId: 'T1', isLongTerm: false };
const events: Topic = { id: 'events', name: '新活动', templateId: 'T2', isLongTerm: false };
const lasting: Topic = { ...notices, isLongTerm: true };

const answered = (choices: Record<string, SubscribeChoice>) =>
  ({ kind: 'answered', choices }) as const;
const list = {
  subscriptions: [
    { topicId: 'notices', name: '通知公告', credits: 3, isLongTerm: false, since: '' },
  ],
  unread: 0,
};

describe('toAskResult', () => {
  it.each([
    ['granted', list, '已订阅，下一条「通知公告」会在微信里通知您。现在共能收 3 条。'],
    ['granted', undefined, '已订阅，下一条「通知公告」会在微信里通知您。'],
    ['sending', undefined, '您已允许「通知公告」，正在登记…'],
    ['waiting', undefined, '您已允许「通知公告」，只是还没登记成功，稍后会自动再试。'],
    ['refused', undefined, '「通知公告」没能登记，请稍后再点一次。'],
  ] as const)('accepted, report %s', (fate, known, sentence) => {
    const result = toAskResult([notices], answered({ T1: 'accept' }), fate, known);
    expect(result).toEqual({ sentences: [sentence], needsSettings: false });
  });

  it('counts nothing of a long-term one', () => {
    const result = toAskResult([lasting], answered({ T1: 'accept' }), 'granted', list);
    expect(result.sentences).toEqual(['已订阅，以后的「通知公告」都会在微信里通知您。']);
  });

  it('has a sentence for each topic', () => {
    const outcome = answered({ T1: 'accept', T2: 'reject' });
    expect(toAskResult([notices, events], outcome, 'granted').sentences).toEqual([
      '已订阅，下一条「通知公告」会在微信里通知您。',
      '您这次没有允许「新活动」，随时可以再点。',
    ]);
  });

  it.each([
    ['ban', '微信暂时停用了「新活动」的提醒，新内容仍可在小程序里看到。'],
    ['filter', '微信这次没有询问「新活动」，请稍后再点一次。'],
  ] as const)('%s', (choice, sentence) => {
    const result = toAskResult([events], answered({ T2: choice }), 'sending');
    expect(result.sentences).toEqual([sentence]);
  });

  it.each(Object.keys(REFUSAL_WORDS) as SubscribeRefusal[])(
    'says what to do when WeChat did not ask: %s',
    (reason) => {
      const result = toAskResult([notices, events], { kind: 'refused', reason }, 'sending');
      expect(result.sentences).toHaveLength(1);
      expect(result.sentences[0]).toMatch(/^[\u4e00-\u9fff].{8,}。$/);
      expect(result.needsSettings).toBe(reason === 'main-switch-off');
    },
  );
});

describe('toAccepted', () => {
  it('holds what was accepted alone', () => {
    const outcome = answered({ T1: 'accept', T2: 'reject' });
    expect(toAccepted([notices, events], outcome)).toEqual([
      { topicId: 'notices', templateId: 'T1' },
    ]);
    expect(toAccepted([notices], { kind: 'refused', reason: 'banned' })).toEqual([]);
  });
});
