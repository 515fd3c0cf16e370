import { describe, expect, it } from '@jest/globals';
import {
  isOutdated,
  toOwnResult,
  toRememberedResult,
  toReopenedResult,
  toSharedResults,
} from '../../../../src/features/notice/decided-result.ts';
import type { SubscribeOutcome, SubscribeSetting } from '../../../../src/platform/subscribe.ts';
import type { Topic } from '../../../../types/topic.ts';

const toTopic = (id: string, name: string, templateId: string): Topic => {
  return { id, name, templateId, isLongTerm: false };
};
const notices = toTopic('notices', '通知公告', 'T1');
const events = toTopic('events', '新活动', 'T2');
const rights = toTopic('channel:rights', '维权服务', 'T3');
const family = toTopic('channel:family', '家庭家教', 'T3');
const all = [notices, events, rights, family];

const ON: SubscribeSetting = { mainSwitch: true, remembered: {} };
const OFF: SubscribeSetting = { mainSwitch: false, remembered: {} };
const decided = (remembered: SubscribeSetting['remembered']) => ({ mainSwitch: true, remembered });

describe('toRememberedResult', () => {
  it.each([
    [true, {}, undefined],
    [true, { T1: 'accept' }, undefined],
    [true, { T1: 'accept', T2: 'accept' }, /总是允许/],
    [true, { T2: 'reject' }, /总是拒绝/],
    [false, { T1: 'accept', T2: 'accept' }, /关掉了/],
  ] as const)('main switch %s, remembered %j', (mainSwitch, remembered, words) => {
    const result = toRememberedResult([notices, events], { mainSwitch, remembered });
    if (words) expect(result?.sentences.join()).toMatch(words);
    else expect(result).toBeUndefined();
    const isBlocked =
      !mainSwitch ||
      'reject' in Object.fromEntries(Object.values(remembered).map((choice) => [choice, 1]));
    expect(result?.needsSettings ?? false).toBe(isBlocked);
  });

  it('says nothing as long as nothing is known', () => {
    expect(toRememberedResult([notices], undefined)).toBeUndefined();
  });
});

describe('toReopenedResult', () => {
  it.each<[string, SubscribeSetting | undefined, SubscribeSetting | undefined, boolean]>([
    ['the switch is on again', OFF, ON, true],
    ['the template is allowed again', decided({ T1: 'reject' }), decided({ T1: 'accept' }), true],
    ['another is allowed', decided({ T2: 'reject' }), ON, false],
    ['the switch is on, the template still refused', OFF, decided({ T1: 'reject' }), false],
    ['still off', OFF, OFF, false],
    ['was never off', ON, ON, false],
    ['nothing changed', undefined, ON, false],
    ['nothing is known any more', OFF, undefined, false],
  ])('%s', (_name, before, setting, says) => {
    const result = toReopenedResult([notices], before, setting);
    expect(result?.sentences).toEqual(says ? ['已打开，请再点一次。'] : undefined);
    expect(result?.needsSettings ?? false).toBe(false);
  });
});

describe('isOutdated', () => {
  const switchedOff: SubscribeOutcome = { kind: 'refused', reason: 'main-switch-off' };
  const rejected: SubscribeOutcome = { kind: 'answered', choices: { T1: 'reject' } };
  it.each<[string, SubscribeOutcome, SubscribeSetting, SubscribeSetting, boolean]>([
    ['switched on', switchedOff, OFF, ON, true],
    ['still off', switchedOff, OFF, OFF, false],
    ['off is only becoming known', switchedOff, ON, OFF, false],
    ['another refusal', { kind: 'refused', reason: 'banned' }, OFF, ON, false],
    ['allowed again', rejected, decided({ T1: 'reject' }), ON, true],
    ['refused for good just now', rejected, ON, decided({ T1: 'reject' }), false],
    ['refused this once', rejected, ON, decided({ T2: 'accept' }), false],
  ])('%s', (_name, outcome, before, setting, isOld) => {
    expect(isOutdated(outcome, before, setting)).toBe(isOld);
  });
});

describe('above the lists and in the rows', () => {
  const sentences = (before: SubscribeSetting | undefined, setting: SubscribeSetting | undefined) =>
    toSharedResults(all, before, setting).flatMap((result) => result.sentences);
  const inRows = (before: SubscribeSetting | undefined, setting: SubscribeSetting | undefined) =>
    all.filter((topic) => toOwnResult(topic, all, before, setting)).map(({ id }) => id);

  it('the main switch is spoken of once, whatever else was decided', () => {
    const off = { mainSwitch: false, remembered: { T1: 'reject', T3: 'accept' } } as const;
    expect(sentences(undefined, off)).toEqual([
      '您在微信里关掉了本程序的订阅消息，打开后才能收到。',
    ]);
    expect(inRows(undefined, off)).toEqual([]);
  });

  it('says once that it is on', () => {
    expect(sentences(OFF, ON)).toEqual(['已打开，请再点一次。']);
    expect(inRows(OFF, ON)).toEqual([]);
  });

  it('a template that topics share is spoken of once, by their names', () => {
    expect(sentences(undefined, decided({ T3: 'reject' }))).toEqual([
      '「维权服务」「家庭家教」：您曾选择“总是拒绝”，请在设置里改为允许。',
    ]);
    expect(sentences(decided({ T3: 'reject' }), ON)).toEqual([
      '「维权服务」「家庭家教」：已打开，请再点一次。',
    ]);
    expect(inRows(undefined, decided({ T3: 'reject' }))).toEqual([]);
  });

  it('one of a single topic stands in its row', () => {
    expect(sentences(undefined, decided({ T1: 'reject' }))).toEqual([]);
    expect(inRows(undefined, decided({ T1: 'reject' }))).toEqual(['notices']);
    expect(inRows(decided({ T1: 'reject' }), ON)).toEqual(['notices']);
  });

  it('keeps what is still refused when the switch is on again', () => {
    const both = { mainSwitch: false, remembered: { T1: 'reject', T3: 'reject' } } as const;
    const some = { ...both, mainSwitch: true };
    expect(sentences(both, some)).toEqual([
      '已打开，请再点一次。',
      '「维权服务」「家庭家教」：您曾选择“总是拒绝”，请在设置里改为允许。',
    ]);
    expect(inRows(both, some)).toEqual(['notices']);
  });

  it('says nothing where nothing is known', () => {
    expect(sentences(undefined, undefined)).toEqual([]);
    expect(inRows(undefined, undefined)).toEqual([]);
  });
});
