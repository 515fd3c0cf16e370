import type { NoticeTemplate } from '../domain/notice-template.ts';
import { toTopicKind } from '../domain/topics.ts';
import { type NoticeRequest, prepareNotice } from '../notices/publish.ts';
import { createTopicNames } from '../notices/topics.ts';
import type { NoticeDraft } from '../store/notices.ts';
import { chooseTemplates } from './choose-templates.ts';
import type { NoticeContext } from './notice-context.ts';
import { noticeWords } from './notice-words.ts';

export interface PreparedForEditor {
  draft: NoticeDraft;
  template: NoticeTemplate;
  topicName: string;
}

/** Prepares a notice about an article or, where there is none of that id, an event; undefined when it can't be, which has been said then. */
export async function prepareForEditor(
  context: NoticeContext,
  subjectId: string,
  request: Omit<NoticeRequest, 'subject'>,
): Promise<PreparedForEditor | undefined> {
  const { store, complain } = context;
  const templates = await chooseTemplates(context);
  if (templates === undefined) return undefined;
  const nameTopic = await createTopicNames(store);
  for (const kind of ['article', 'event'] as const) {
    const subject = { kind, id: subjectId };
    const prepared = await prepareNotice(store, templates, { ...request, subject });
    if (!prepared.ok && prepared.reason === 'no-subject') continue;
    const topic = prepared.ok ? prepared.draft.topic : prepared.topic;
    const topicName = nameTopic(topic);
    const template = templates.get(toTopicKind(topic));
    if (prepared.ok && template) return { draft: prepared.draft, template, topicName };
    complain(noticeWords.noTemplate(topicName, toTopicKind(topic)));
    return undefined;
  }
  complain(noticeWords.noSubject(subjectId));
  return undefined;
}
