import { describe, expect, it } from '@jest/globals';
import {
  toFailedTitle,
  toStoredSentences,
} from '../../../../src/features/account/account-words.ts';
import type { Account } from '../../../../types/account.ts';

const account = (numbers: Partial<Account>): Account => ({
  code: 'K7Q2M4',
  since: '2026-11-01T00:00:00Z',
  subscriptions: 0,
  credits: 0,
  notices: 0,
  ...numbers,
});

describe('what is stored about a reader, in sentences', () => {
  it.each<[string, Partial<Account>, string[]]>([
    ['nothing yet', {}, ['还没有订阅通知。', '还没有收到过通知。']],
    [
      'all of it',
      { subscriptions: 3, credits: 5, notices: 12 },
      ['订阅了 3 项通知。', '还能收 5 条通知。', '收到过 12 条通知。'],
    ],
    [
      'credits used up',
      { subscriptions: 1, notices: 1 },
      ['订阅了 1 项通知。', '还能收 0 条通知，想再收到，请再订阅一次。', '收到过 1 条通知。'],
    ],
  ])('%s', (_what, numbers, sentences) => {
    expect(toStoredSentences(account(numbers))).toEqual(sentences);
  });
});

it('says of a failure what it was that failed', () => {
  expect(toFailedTitle('没有删除成功', { title: '没有网络连接' })).toBe(
    '没有删除成功：没有网络连接',
  );
});
