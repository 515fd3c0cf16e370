import { describe, expect, it } from '@jest/globals';
import { EDITOR_REASONS, toEditorReason } from '../../../cloud/domain/notice-words.ts';
import { CODES, OWN_CODES } from '../../../cloud/domain/send-outcome.ts';

describe('the reasons that editors read', () => {
  it.each(Object.entries({ ...CODES, ...OWN_CODES }))('say something about %s', (_name, code) => {
    expect(toEditorReason(code)).toBe(EDITOR_REASONS[code]);
    expect(EDITOR_REASONS[code]).toMatch(/^\p{Script=Han}.*。$|^AppID|^AppSecret/u);
  });

  it.each<[number, RegExp]>([
    [40164, /IP 白名单/],
    [45009, /明天自动继续/],
    [45011, /下一分钟自动继续/],
    [40001, /WECHAT_SECRET/],
    [40037, /wechat:check/],
    [43101, /没有订阅次数/],
    [45168, /不允许的词/],
    [47003, /字段的规则/],
    [OWN_CODES.wrongKey, /DATA_KEY/],
  ])('of %d say what to do or what is', (code, words) => {
    expect(toEditorReason(code)).toMatch(words);
  });

  it('name a code that nobody knows, and what has none', () => {
    expect(toEditorReason(99_999)).toMatch(/错误码 99999.*查微信文档。$/);
    expect(toEditorReason(null)).toMatch(/连不上微信/);
  });
});
