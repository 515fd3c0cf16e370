import type { Notice } from '../../types/notice.ts';
import { fillMessage } from '../domain/fill-message.ts';
import { toNoticePage } from '../domain/notice-page.ts';
import type { NoticeTemplate, NoticeTemplates } from '../domain/notice-template.ts';
import { toArticleValues, toEventValues } from '../domain/notice-values.ts';
import { EVENTS_TOPIC, toArticleTopic, toTopicKind } from '../domain/topics.ts';
import { findArticle } from '../store/articles.ts';
import { findEvent } from '../store/events.ts';
import { findNoticeOf, makeNoticeId, type NoticeDraft, saveNotice } from '../store/notices.ts';
import { isPermanentId } from '../store/permanent-id.ts';
import { toStorable } from '../store/storable.ts';
import type { Store } from '../store/store.ts';
import type { NoticeState } from '../store/tables.ts';

export interface NoticeRequest {
  subject: NonNullable<Notice['subject']>;
  /** The editor's words; empty when there are none. */
  note: string;
  /** Sent at night too. */
  isUrgent: boolean;
  /** Milliseconds since the epoch; at once when absent. */
  publishAt?: number;
  /** Though readers were told of the same content before. */
  isRepeat?: boolean;
  /** For this reader alone: a test. */
  accountId?: string;
}

export type PreparedNotice =
  | { ok: true; draft: NoticeDraft }
  /** There is no such article or event. */
  | { ok: false; reason: 'no-subject' }
  /** Nothing is configured for its kind. */
  | { ok: false; reason: 'no-template'; topic: string };

interface Told {
  topic: string;
  title: string;
  values: Record<string, string>;
}

async function readSubject(
  store: Store,
  { subject, note }: NoticeRequest,
): Promise<Told | undefined> {
  if (!isPermanentId(subject.id)) return undefined;
  if (subject.kind === 'article') {
    const article = await findArticle(store, subject.id);
    if (article === undefined) return undefined;
    const values = toArticleValues({ ...article, channelName: article.channel.name }, note);
    return { topic: toArticleTopic(article.channel.id), title: article.title, values };
  }
  const event = await findEvent(store, subject.id);
  if (event === undefined) return undefined;
  const values = toEventValues({ ...event, venueName: event.venue.name }, note);
  return { topic: EVENTS_TOPIC, title: event.title, values };
}

function toDraft(request: NoticeRequest, told: Told, template: NoticeTemplate): NoticeDraft {
  const id = makeNoticeId();
  const { subject, note, isUrgent, isRepeat = false, publishAt, accountId } = request;
  return toStorable({
    ...{ id, kind: template.kind, topic: told.topic, subject, title: told.title, note },
    ...{ templateId: template.id, isLongTerm: template.isLongTerm },
    ...{ urgent: isUrgent, isRepeat },
    data: fillMessage(template, told.values),
    page: toNoticePage(subject, id),
    ...(publishAt !== undefined && { publishAt }),
    ...(accountId !== undefined && { accountId }),
  });
}

/** Makes a notice out of an article or event, its message filled. Nothing is saved yet. */
export async function prepareNotice(
  store: Store,
  templates: NoticeTemplates,
  request: NoticeRequest,
): Promise<PreparedNotice> {
  const told = await readSubject(store, request);
  if (told === undefined) return { ok: false, reason: 'no-subject' };
  const template = templates.get(toTopicKind(told.topic));
  if (template === undefined) return { ok: false, reason: 'no-template', topic: told.topic };
  return { ok: true, draft: toDraft(request, told, template) };
}

export type PublishOutcome =
  | { kind: 'saved' }
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
    if (await saveNotice(store, draft, now)) return { kind: 'saved' };
    const earlier = await findNoticeOf(store, draft.topic, draft.subject);
    // None is left when it was cancelled meanwhile: then this one may be saved.
    if (earlier) return { kind: 'told-before', ...earlier };
  }
}
