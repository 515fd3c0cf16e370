import type { ArticleDraft, EventDraft } from '../../cloud/domain/drafts.ts';

/** An article to save, with whatever a test wants to be different. */
export function makeArticleDraft(changes: Partial<ArticleDraft> = {}): ArticleDraft {
  return {
    site: '江门市妇女网',
    channelId: 'news',
    title: '巾帼志愿者走进社区',
    summary: '志愿者为老人送去问候。',
    source: '江门市妇联',
    publishedAt: '2023-11-15',
    blocks: [{ kind: 'paragraph', spans: [{ text: '志愿者为老人送去问候。' }] }],
    attachments: [],
    ...changes,
  };
}

/** An event to save, with whatever a test wants to be different. */
export function makeEventDraft(changes: Partial<EventDraft> = {}): EventDraft {
  return {
    key: 'reading',
    title: '亲子阅读日',
    summary: '和孩子一起读书。',
    status: 'scheduled',
    startsAt: '2026-12-05T09:30:00+08:00',
    endsAt: '2026-12-05T11:30:00+08:00',
    venue: { name: '妇女儿童活动中心', address: '白石大道 1 号' },
    organiser: '江门市妇联',
    blocks: [{ kind: 'paragraph', spans: [{ text: '和孩子一起读书。' }] }],
    attachments: [],
    ...changes,
  };
}

/** One block of every kind, with every member that a block can have. */
export const EVERY_BLOCK: ArticleDraft['blocks'] = [
  { kind: 'heading', level: 2, text: '一、活动' },
  { kind: 'heading', level: 3, text: '（一）时间' },
  {
    kind: 'paragraph',
    spans: [
      { text: '见\n' },
      { text: '通知', bold: true, italic: true, underline: true, href: 'https://example.com/' },
    ],
  },
  { kind: 'image', url: '/media/a.png', alt: '合影', caption: '合影', width: 4, height: 3 },
  { kind: 'list', ordered: true, items: [{ spans: [{ text: '甲' }] }, { spans: [] }] },
  { kind: 'quote', spans: [{ text: '引文' }] },
  {
    kind: 'table',
    header: true,
    rows: [{ cells: [{ spans: [{ text: '姓名' }], colSpan: 2, rowSpan: 3 }, { spans: [] }] }],
  },
  { kind: 'divider' },
  { kind: 'unknown', text: '投票：甲、乙' },
];
