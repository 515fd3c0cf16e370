import { publishNotice } from '../notices/publish.ts';
import { countAudience, findNoticeOf, type NoticeDraft } from '../store/notices.ts';
import type { PublishCommand } from './notice-arguments.ts';
import type { NoticeContext } from './notice-context.ts';
import { toPreviewLines, toSendingLine } from './notice-preview.ts';
import { noticeWords } from './notice-words.ts';
import { prepareForEditor } from './prepare-for-editor.ts';
import { EXIT, type ExitCode } from './with-database.ts';

async function toAudienceLine({ store }: NoticeContext, draft: NoticeDraft): Promise<string> {
  const { reached, withoutCredit } = await countAudience(store, draft);
  return reached + withoutCredit === 0
    ? noticeWords.nobody
    : noticeWords.audience(reached, withoutCredit);
}

/** Says what publishing would do, also where it would be refused. */
async function runDry({ store, say, complain }: NoticeContext, draft: NoticeDraft) {
  const earlier = draft.isRepeat
    ? undefined
    : await findNoticeOf(store, draft.topic, draft.subject);
  if (earlier) complain(noticeWords.toldBefore(earlier.id, earlier.state, earlier.publishAt));
  say(noticeWords.dryRun);
  return earlier ? EXIT.failed : EXIT.ok;
}

/** `publish ID`: shows the message and who gets it, then publishes the notice or plans it. */
export async function publishFromEditor(
  context: NoticeContext,
  command: PublishCommand,
): Promise<ExitCode> {
  const { store, say, complain } = context;
  const { subjectId, isDryRun, kind: _, ...request } = command;
  const prepared = await prepareForEditor(context, subjectId, request);
  if (prepared === undefined) return EXIT.failed;
  const { draft, template, topicName } = prepared;
  const now = context.now();
  for (const line of toPreviewLines(draft, template, topicName)) say(line);
  say(await toAudienceLine(context, draft));
  say(toSendingLine(draft, now));
  if (isDryRun) return runDry(context, draft);
  const outcome = await publishNotice(store, draft, now);
  if (outcome.kind === 'not-shown') {
    complain(noticeWords.notShown(outcome.state, outcome.title));
    return EXIT.failed;
  }
  if (outcome.kind === 'told-before') {
    complain(noticeWords.toldBefore(outcome.id, outcome.state, outcome.publishAt));
    return EXIT.failed;
  }
  const { id, publishAt } = draft;
  say(publishAt === undefined ? noticeWords.saved(id) : noticeWords.planned(id, publishAt));
  say(noticeWords.next(id));
  return EXIT.ok;
}
