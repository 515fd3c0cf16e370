import { describe, expect, it } from '@jest/globals';
import { fillMessage } from '../../../cloud/domain/fill-message.ts';
import type { NoticeTemplate } from '../../../cloud/domain/notice-template.ts';

const template: NoticeTemplate = {
  kind: 'channel',
  id: 'T',
  isLongTerm: false,
  fields: {
    phrase1: { kind: 'value', name: 'channel' },
    thing2: { kind: 'value', name: 'title' },
    time3: { kind: 'value', name: 'publishedAt' },
    thing4: { kind: 'words', words: '点开查看全文' },
    thing5: { kind: 'value', name: 'note' },
  },
};

describe('a message', () => {
  it('has every field of its template, and only those', () => {
    const values = {
      title: '关于开展“江门好家风”优秀家庭故事征集活动的通知',
      channel: '家庭家教',
      source: '江门市妇联',
      publishedAt: '2026-11-25T01:30:00Z',
      note: '请于\n周五前报名',
    };
    expect(fillMessage(template, values)).toEqual({
      phrase1: '家庭家教',
      thing2: '关于开展“江门好家风”优秀家庭故事征集…',
      time3: '2026年11月25日 09:30',
      thing4: '点开查看全文',
      thing5: '请于 周五前报名',
    });
  });

  it('stands in for what is missing', () => {
    expect(fillMessage(template, { title: '通知', publishedAt: '2026-11-25' })).toEqual({
      phrase1: '通知',
      thing2: '通知',
      time3: '2026年11月25日 00:00~23:59',
      thing4: '点开查看全文',
      thing5: '请点开查看',
    });
  });

  it('is not made of a template that was never read', () => {
    const unread = { ...template, fields: { enum1: { kind: 'words' as const, words: 'x' } } };
    expect(() => fillMessage(unread, {})).toThrow('unknown field enum1');
  });
});
