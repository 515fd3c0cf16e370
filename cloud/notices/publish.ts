import type { Notice } from '../../types/notice.ts';
import { fillMessage } from '../domain/fill-message.ts';
import type { NoticeKindName } from '../domain/notice-kinds.ts';
import { toNoticePage } from '../domain/notice-page.ts';
import type { NoticeTemplates } from '../domain/notice-template.ts';
import { toArticleValues, toEventValues } from '../domain/notice-values.ts';
import { EVENTS_TOPIC, NOTICES_TOPIC, toArticleTopic } from '../domain/topics.ts';
import { findArticle } from '../store/articles.ts';
import { findEvent } from '../store/events.ts';
import { findHiddenArticle, type HiddenArticle } from '../store/hidden-article.ts';
import { findNoticeOf, makeNoticeId, type NoticeDraft, saveNotice } from '../store/notices.ts';
import { isPermanentId } from '../store/permanent-id.ts';
import { toStorable } from '../store/storable.ts';
import type { Store } from '../store/store.ts';
import type { NoticeState } from '../store/tables.ts';

/** How a notice is to be sent. */
export interface NoticeOptions {
  /** The editor's words; empty when there are none. */
  note: string;
  /** Sent at night too. */
  isUrgent: boolean;
  /** Milliseconds since the epoch; at once when absent. */
  publishAt?: number;
  /** Though readers were told of the same content before. */
  isRepeat?: boolean;
  /** For this reader alone: a test, or what concerns nobody else. */
  accountId?: string;
}

export interface NoticeRequest extends NoticeOptions {
  subject: NonNullable<Notice['subject']>;
}

/** What a notice of whatever kind tells, and to whom. */
export interface NoticeContent {
  kind: NoticeKindName;
  topic: string;
  /** What a tap on the message opens. */
  subject: NonNullable<Notice['subject']>;
  title: string;
  /** The values of its kind, by name (`notice-kinds.ts`). */
  values: Readonly<Record<string, string>>;
}

export type PreparedNotice =
  | { ok: true; draft: NoticeDraft }
  /** There is no such article or event. */
  | { ok: false; reason: 'no-subject' }
  /** Readers can't read the article: a message would lead them nowhere. */
  | ({ ok: false; reason: 'not-shown' } & HiddenArticle)
  /** Nothing is configured for its kind. */
  | { ok: false; reason: 'no-template'; topic: string; kind: NoticeKindName };

/** Makes a notice out of what it tells, its message filled: the way of every kind, also of those to come. Nothing is saved yet. */
export function composeNotice(
  templates: NoticeTemplates,
  { kind, topic, subject, title, values }: NoticeContent,
  { note, isUrgent, isRepeat = false, publishAt, accountId }: NoticeOptions,
): PreparedNotice {
  const template = templates.get(kind);
  if (template === undefined) return { ok: false, reason: 'no-template', topic, kind };
  const id = makeNoticeId();
  const draft = toStorable({
    ...{ id, kind, topic, subject, title, note, isRepeat, urgent: isUrgent },
    ...{ templateId: template.id, isLongTerm: template.isLongTerm },
    data: fillMessage(template, { ...values, note }),
    page: toNoticePage(subject, id),
    ...(publishAt !== undefined && { publishAt }),
    ...(accountId !== undefined && { accountId }),
  });
  return { ok: true, draft };
}

async function readContent(
  store: Store,
  { subject, note }: NoticeRequest,
  now: number,
): Promise<NoticeContent | undefined> {
  if (!isPermanentId(subject.id)) return undefined;
  if (subject.kind === 'article') {
    const article = await findArticle(store, subject.id, now);
    if (article === undefined) return undefined;
    const { title, channel } = article;
    const topic = toArticleTopic(channel.id);
    const kind = topic === NOTICES_TOPIC ? 'notice' : 'channel';
    const values = toArticleValues({ ...article, channelName: channel.name }, note);
    return { kind, topic, subject, title, values };
  }
  const event = await findEvent(store, subject.id);
  if (event === undefined) return undefined;
  const values = toEventValues({ ...event, venueName: event.venue.name }, note);
  return { kind: 'event', topic: EVENTS_TOPIC, subject, title: event.title, values };
}

/** The article of a request where readers can't read it. */
async function findHidden({ db }: Store, { subject }: NoticeRequest, now: number) {
  if (subject.kind !== 'article' || !isPermanentId(subject.id)) return undefined;
  return findHiddenArticle(db, subject.id, now);
}

/**
 * Makes a notice that announces an article or event. Nothing is saved yet.
 *
 * @param now milliseconds since the epoch; the machine's clock when absent
 */
export async function prepareNotice(
  store: Store,
  templates: NoticeTemplates,
  request: NoticeRequest,
  now = Date.now(),
): Promise<PreparedNotice> {
  const hidden = await findHidden(store, request, now);
  if (hidden !== undefined) return { ok: false, reason: 'not-shown', ...hidden };
  const content = await readContent(store, request, now);
  if (content === undefined) return { ok: false, reason: 'no-subject' };
  return composeNotice(templates, content, request);
}

export type PublishOutcome =
  | { kind: 'saved' }
  /** The article was withdrawn since the notice was prepared. */
  | ({ kind: 'not-shown' } & HiddenArticle)
  /** Readers were told of the same content before; again only when wanted. */
  | { kind: 'told-before'; id: string; state: NoticeState; publishAt: number };

/**
 * Publishes a notice, or plans it. Readers are told of the same article or event once, unless the draft is a repeat.
 *
 * @param now milliseconds since the epoch
 */
export async function publishNotice(
  store: Store,
  draft: NoticeDraft,
  now: number,
): Promise<PublishOutcome> {
  for (;;) {
    const saved = await saveNotice(store, draft, now);
    if (saved.kind !== 'told-before') return saved;
    const earlier = await findNoticeOf(store, draft.topic, draft.subject);
    // None is left when it was cancelled meanwhile: then this one may be saved.
    if (earlier) return { kind: 'told-before', ...earlier };
  }
}
