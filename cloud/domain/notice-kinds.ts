/**
 * The kinds of notices. A further kind (a reminder, a result) is a row here and a template for it in the configuration:
 * asking, credits, delivery and inbox know no kind by name.
 */

/** What a value of a notice may fill. `text` fits text fields, `moment` those of time, `phrase` those and texts. */
export type ValueType = 'text' | 'moment' | 'phrase';

export interface NoticeKind {
  /** What it is about. */
  subject: 'article' | 'event';
  /** The values that a template of this kind may use, each with what an editor calls it. */
  values: Readonly<Record<string, { type: ValueType; label: string }>>;
}

export const NOTICE_KINDS = {
  /** 通知公告 was published. */
  notice: {
    subject: 'article',
    values: {
      title: { type: 'text', label: '标题' },
      source: { type: 'text', label: '文章出处' },
      publishedAt: { type: 'moment', label: '发布时间' },
      note: { type: 'text', label: '备注' },
    },
  },
  /** An article in a channel that its reader chose. */
  channel: {
    subject: 'article',
    values: {
      title: { type: 'text', label: '标题' },
      channel: { type: 'phrase', label: '栏目' },
      source: { type: 'text', label: '文章出处' },
      publishedAt: { type: 'moment', label: '发布时间' },
      note: { type: 'text', label: '备注' },
    },
  },
  /** An activity was announced. */
  event: {
    subject: 'event',
    values: {
      title: { type: 'text', label: '活动' },
      startsAt: { type: 'moment', label: '开始时间' },
      venue: { type: 'text', label: '地点' },
      organiser: { type: 'text', label: '主办' },
      note: { type: 'text', label: '备注' },
    },
  },
} as const satisfies Record<string, NoticeKind>;

export type NoticeKindName = keyof typeof NOTICE_KINDS;
