import { describe, expect, it } from '@jest/globals';
import { toExportText } from '../../../../src/features/account/export-text.ts';
import type { AccountExport } from '../../../../types/account.ts';
import type { Notice } from '../../../../types/notice.ts';

const NOTICE: Notice = {
  id: 'n1',
  topicId: 'channel:rights',
  topicName: '维权服务',
  title: '“关爱她”法律咨询日',
  note: '请带身份证',
  publishedAt: '2026-11-20T01:30:00Z',
  subject: { kind: 'event', id: 'e1' },
  delivery: 'sent',
  isRead: true,
};

const FULL: AccountExport = {
  exportedAt: '2026-11-25T10:00:00Z',
  account: { code: 'K7Q2M4', since: '2026-11-01T00:00:00Z', lastSeen: '2026-11-25T09:59:00Z' },
  subscriptions: [
    {
      topicId: 'notices',
      name: '通知公告',
      credits: 2,
      isLongTerm: false,
      since: '2026-11-01T00:05:00Z',
    },
    {
      topicId: 'events',
      name: '新活动',
      credits: 1,
      isLongTerm: true,
      since: '2026-11-02T16:00:00Z',
    },
  ],
  credits: [
    { topicId: 'notices', change: 1, reason: 'granted', at: '2026-11-01T00:05:00Z' },
    { topicId: 'channel:rights', change: -1, reason: 'spent', at: '2026-11-20T01:30:00Z' },
    { topicId: 'sign-up', change: 1, reason: 'a-newer-reason', at: '2026-11-21T01:30:00Z' },
  ],
  notices: [NOTICE],
  sessions: [{ since: '2026-11-25T09:59:00Z', expiresAt: '2026-11-25T11:59:00Z' }],
};

const EMPTY: AccountExport = {
  ...FULL,
  subscriptions: [],
  credits: [],
  notices: [],
  sessions: [],
};

const FULL_TEXT = `我的数据
江门市妇女网（微信小程序）
导出时间：2026-11-25 18:00
这是小程序为您存下的全部内容。时间都是北京时间。

一、账号
编号：K7Q2M4
开始使用：2026-11-01 08:00
最近使用：2026-11-25 17:59
微信提供的用户标识是登录的凭证，已加密保存，不写在这份文件里。

二、订阅（2）
1. 通知公告
   还能收 2 条，2026-11-01 08:05 开始订阅
2. 新活动
   长期有效，2026-11-03 00:00 开始订阅

三、额度记录（3）
2026-11-01 08:05  通知公告  +1  您同意接收
2026-11-20 09:30  维权服务  -1  发出通知
2026-11-21 09:30  sign-up  +1  a-newer-reason

四、收到的通知（1）
1. “关爱她”法律咨询日
   项目：维权服务
   发布时间：2026-11-20 09:30
   微信消息：已发送
   附言：请带身份证
   已读

五、登录记录（1）
2026-11-25 17:59，有效到 2026-11-25 19:59
`;

const withNotice = (change: Partial<Notice>) =>
  toExportText({ ...FULL, notices: [{ ...NOTICE, ...change }] });

describe('the text of a reader’s exported data', () => {
  it('says everything in sentences, with the times of China', () => {
    expect(toExportText(FULL)).toBe(FULL_TEXT);
  });

  it('says of what is empty that there is nothing', () => {
    const text = toExportText(EMPTY);
    expect(text.match(/^没有。$/gm)).toHaveLength(4);
    expect(text).toContain('二、订阅\n没有。');
    expect(text).not.toMatch(/undefined|null|（0）/);
  });

  it.each<[string, Partial<Notice>, string]>([
    ['one not read', { isRead: false }, '   未读\n'],
    ['one without a credit', { delivery: 'no_credit' }, '微信消息：没有额度，没有发送'],
    ['one that may have arrived', { delivery: 'unknown' }, '微信消息：微信没有答复是否送达'],
    [
      'a delivery of a newer endpoint',
      { delivery: 'delayed' as Notice['delivery'] },
      '微信消息：delayed',
    ],
    ['a title of two lines', { title: '第一行\n 2. 第二行' }, '1. 第一行 2. 第二行\n'],
  ])('tells a notice: %s', (_what, change, words) => {
    expect(withNotice(change)).toContain(words);
  });

  it('leaves out an empty note', () => {
    expect(withNotice({ note: ' ' })).not.toContain('附言');
  });

  it('names a topic that stands in the ledger alone', () => {
    const { credits } = FULL;
    expect(toExportText({ ...EMPTY, credits })).toContain('通知公告  +1');
  });
});
