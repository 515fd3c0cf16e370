import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  CONTRACT_CHECKS_FILE,
  generateContractChecks,
} from '../../scripts/generate-contract-checks.ts';
import * as checks from '../../types/generated/contract-checks.js';

const card = {
  id: 'a',
  channelId: 'news',
  title: '标题',
  summary: '',
  source: '江门市妇联',
  publishedAt: '2023-11-15',
};
const article = {
  id: 'a',
  channel: { id: 'news', name: '妇联动态' },
  title: '标题',
  summary: '',
  source: '江门市妇联',
  publishedAt: '2023-11-15',
  blocks: [{ kind: 'paragraph', spans: [{ text: '正文' }] }],
  attachments: [],
  events: [],
};
const eventCard = {
  id: 'e',
  title: '讲座',
  status: 'scheduled',
  startsAt: '2026-11-28T09:30:00+08:00',
  endsAt: '2026-11-28T11:30:00+08:00',
  venueName: '活动中心',
};

const exported = {
  exportedAt: '2026-11-25T10:00:00Z',
  account: { code: 'K7Q2', since: '2026-11-01T00:00:00Z', lastSeen: '2026-11-25T09:59:00Z' },
  subscriptions: [],
  credits: [{ topicId: 'notices', change: 1, reason: 'granted', at: '2026-11-01T00:05:00Z' }],
  notices: [
    {
      id: 'n',
      topicId: 'notices',
      topicName: '通知公告',
      title: '通知',
      note: '',
      publishedAt: '2026-11-20T01:30:00Z',
      delivery: 'a-newer-state',
      isRead: false,
    },
  ],
  sessions: [],
};

describe('generated contract checks', () => {
  it('stand as the schemas say; otherwise run `npm run generate`', () => {
    expect(readFileSync(CONTRACT_CHECKS_FILE, 'utf8')).toBe(generateContractChecks());
  });

  it('take at most 28 KB', () => {
    expect(readFileSync(CONTRACT_CHECKS_FILE).length).toBeLessThanOrEqual(28 * 1024);
  });

  it('hold no eval and no new Function', () => {
    expect(readFileSync(CONTRACT_CHECKS_FILE, 'utf8')).not.toMatch(/\beval\b|\bFunction\b/);
  });

  const accepted: [string, (value: unknown) => boolean, unknown][] = [
    ['a feed page', checks.isFeedPage, { items: [card], nextCursor: null }],
    ['a feed page with a cursor', checks.isFeedPage, { items: [], nextCursor: 'x' }],
    [
      'members of a newer server',
      checks.isFeedPage,
      { items: [{ ...card, pinned: true }], nextCursor: null, total: 3 },
    ],
    [
      'a date form of a newer server',
      checks.isFeedPage,
      { items: [{ ...card, publishedAt: '2023-11' }], nextCursor: null },
    ],
    ['an article', checks.isArticle, article],
    [
      'a block kind of a newer server',
      checks.isArticle,
      { ...article, blocks: [{ kind: 'poll', text: '你怎么看？' }] },
    ],
    [
      'an article with broken members',
      checks.isArticle,
      { ...article, blocks: [null, '字', {}], attachments: [null], events: [7] },
    ],
    ['an attachment', checks.isAttachment, { name: '表', url: '/media/a.pdf', fileType: 'pdf' }],
    ['an event card', checks.isEventCard, eventCard],
    [
      'an event status of a newer server',
      checks.isEventPage,
      { items: [{ ...eventCard, status: 'sold-out' }], nextCursor: null },
    ],
    [
      'a heading level of a newer server',
      checks.isBlock,
      { kind: 'heading', level: 4, text: '小标题' },
    ],
    [
      'a problem code of a newer server',
      checks.isProblem,
      { type: 'about:blank', title: '', status: 418, code: 'teapot', detail: '', requestId: 'r' },
    ],
    ['a reader’s data with a delivery of a newer server', checks.isAccountExport, exported],
  ];
  it.each(accepted)('accept %s', (_name, check, value) => {
    expect(check(value)).toBe(true);
  });

  const refused: [string, (value: unknown) => boolean, unknown][] = [
    ['a page of a captive portal', checks.isFeedPage, '<html>请登录</html>'],
    ['nothing', checks.isFeedPage, undefined],
    ['null', checks.isArticle, null],
    ['an array', checks.isFeedPage, []],
    ['a feed page without its cursor', checks.isFeedPage, { items: [] }],
    [
      'a card without a title',
      checks.isFeedPage,
      { items: [{ ...card, title: undefined }], nextCursor: null },
    ],
    ['an article whose blocks are no list', checks.isArticle, { ...article, blocks: {} }],
    ['an article without attachments', checks.isArticle, { ...article, attachments: null }],
    ['an article whose events are no list', checks.isArticle, { ...article, events: {} }],
    ['a block without a kind by itself', checks.isBlock, { text: '字' }],
    ['an attachment without an address', checks.isAttachment, { name: '表', fileType: 'pdf' }],
    ['an event card without a title', checks.isEventCard, { ...eventCard, title: null }],
    ['no event card', checks.isEventCard, null],
    ['an unknown block kind by itself', checks.isBlock, { kind: 'poll', text: '你怎么看？' }],
    [
      'a paragraph whose text is a number',
      checks.isBlock,
      { kind: 'paragraph', spans: [{ text: 1 }] },
    ],
    [
      'an event without its end',
      checks.isEventPage,
      { items: [{ ...eventCard, endsAt: 1 }], nextCursor: null },
    ],
    [
      'a reader’s data without the log-ins',
      checks.isAccountExport,
      { ...exported, sessions: undefined },
    ],
  ];
  it.each(refused)('refuse %s', (_name, check, value) => {
    expect(check(value)).toBe(false);
  });
});
