import type { NoticeTemplate } from '../domain/notice-template.ts';
import { type NoticeRequest, prepareNotice } from '../notices/publish.ts';
import { createTopicNames } from '../notices/topics.ts';
import type { NoticeDraft } from '../store/notices.ts';
import { chooseTemplates } from './choose-templates.ts';
import { findSubject } from './find-subject.ts';
import type { NoticeContext } from './notice-context.ts';
import { noticeWords } from './notice-words.ts';

export interface PreparedForEditor {
  draft: NoticeDraft;
  template: NoticeTemplate;
  topicName: string;
}

/** Prepares a notice about the article or event of that id or title; undefined when it can't be, which has been said then. */
export async function prepareForEditor(
  context: NoticeContext,
  named: string,
  request: Omit<NoticeRequest, 'subject'>,
): Promise<PreparedForEditor | undefined> {
  const { store, complain } = context;
  const templates = await chooseTemplates(context);
  if (templates === undefined) return undefined;
  const subject = await findSubject(context, named);
  if (subject === undefined) return undefined;
  const nameTopic = await createTopicNames(store);
  const prepared = await prepareNotice(store, templates, { ...request, subject }, context.now());
  if (!prepared.ok && prepared.reason === 'no-subject') {
    complain(noticeWords.noSubject(named));
    return undefined;
  }
  if (!prepared.ok && prepared.reason === 'not-shown') {
    complain(noticeWords.notShown(prepared.state, prepared.title));
    return undefined;
  }
  const { topic, kind } = prepared.ok ? prepared.draft : prepared;
  const topicName = nameTopic(topic);
  const template = templates.get(kind);
  if (prepared.ok && template) return { draft: prepared.draft, template, topicName };
  complain(noticeWords.noTemplate(topicName, kind));
  return undefined;
}
