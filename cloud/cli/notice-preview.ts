import { NOTICE_KINDS, type NoticeKind } from '../domain/notice-kinds.ts';
import type { NoticeTemplate } from '../domain/notice-template.ts';
import { toNextAllowed } from '../domain/quiet-hours.ts';
import type { NoticeDraft } from '../store/notices.ts';
import { noticeWords } from './notice-words.ts';

/** What an editor calls the value that fills a field; undefined for fixed words. */
function toLabel(template: NoticeTemplate, field: string): string | undefined {
  const source = template.fields[field];
  const { values }: NoticeKind = NOTICE_KINDS[template.kind];
  return source?.kind === 'value' ? values[source.name]?.label : undefined;
}

/** A message as its readers will see it. */
export function toPreviewLines(
  draft: NoticeDraft,
  template: NoticeTemplate,
  topicName: string,
): string[] {
  return [
    noticeWords.topic(topicName, draft.title),
    ...Object.entries(draft.data).map(([field, text]) =>
      noticeWords.field(field, toLabel(template, field), text),
    ),
    noticeWords.page(draft.page),
  ];
}

/**
 * When messages go out.
 *
 * @param now milliseconds since the epoch
 */
export function toSendingLine({ publishAt, urgent }: NoticeDraft, now: number): string {
  const wanted = publishAt ?? now;
  const from = urgent ? wanted : toNextAllowed(wanted);
  if (publishAt === undefined) {
    return from === now ? noticeWords.sendNow : noticeWords.sendAfterNight(from);
  }
  return from === publishAt
    ? noticeWords.sendAt(publishAt)
    : noticeWords.sendAfterThatNight(publishAt, from);
}
