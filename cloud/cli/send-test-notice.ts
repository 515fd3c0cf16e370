import { publishNotice } from '../notices/publish.ts';
import { findAccountByCode } from '../store/accounts.ts';
import type { NoticeDraft } from '../store/notices.ts';
import type { Store } from '../store/store.ts';
import { listSubscriptions } from '../store/subscriptions.ts';
import type { TestCommand } from './notice-arguments.ts';
import type { NoticeContext } from './notice-context.ts';
import { toPreviewLines, toSendingLine } from './notice-preview.ts';
import { noticeWords } from './notice-words.ts';
import { prepareForEditor } from './prepare-for-editor.ts';
import { EXIT, type ExitCode } from './with-database.ts';

async function hasCredit(store: Store, accountId: string, draft: NoticeDraft): Promise<boolean> {
  const asked = await listSubscriptions(store, accountId, () => draft.templateId);
  return asked.some(({ topic, credits }) => topic === draft.topic && credits > 0);
}

/** `test ID --to CODE`: sends to one reader alone, at night too, as it is their own wish; it costs that reader a credit. */
export async function sendTestNotice(
  context: NoticeContext,
  { subjectId, note, code }: TestCommand,
): Promise<ExitCode> {
  const { store, say, complain } = context;
  const accountId = await findAccountByCode(store, code);
  if (accountId === undefined) {
    complain(noticeWords.noAccountOf(code));
    return EXIT.failed;
  }
  const request = { note, accountId, isUrgent: true };
  const prepared = await prepareForEditor(context, subjectId, request);
  if (prepared === undefined) return EXIT.failed;
  const { draft, template, topicName } = prepared;
  const now = context.now();
  for (const line of toPreviewLines(draft, template, topicName)) say(line);
  if (!(await hasCredit(store, accountId, draft))) {
    complain(noticeWords.noCredit(topicName));
    return EXIT.failed;
  }
  say(noticeWords.onlyTo(code));
  say(toSendingLine(draft, now));
  const outcome = await publishNotice(store, draft, now);
  if (outcome.kind === 'not-shown') {
    complain(noticeWords.notShown(outcome.state, outcome.title));
    return EXIT.failed;
  }
  if (outcome.kind === 'told-before') throw new Error('a test was taken for a repeated notice');
  say(noticeWords.saved(draft.id));
  say(noticeWords.next(draft.id));
  return EXIT.ok;
}
