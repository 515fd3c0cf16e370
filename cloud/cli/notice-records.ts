import { createTopicNames } from '../notices/topics.ts';
import { listNoticeReports, type NoticeReport, reportNotice } from '../store/notice-report.ts';
import { cancelNotice } from '../store/notices.ts';
import type { NoticeContext } from './notice-context.ts';
import { noticeWords } from './notice-words.ts';
import { EXIT, type ExitCode } from './with-database.ts';

const LISTED = 20;

const toMarks = ({ urgent, isSingle }: NoticeReport): string[] => [
  ...(urgent ? [noticeWords.urgent] : []),
  ...(isSingle ? [noticeWords.single] : []),
];

function sumUp({ counts }: NoticeReport): string {
  const add = (some: NoticeReport['counts']) => some.reduce((sum, { count }) => sum + count, 0);
  return noticeWords.sums(add(counts.filter(({ state }) => state === 'sent')), add(counts));
}

/** `list`: the last notices. */
export async function listNotices({ store, say }: NoticeContext): Promise<ExitCode> {
  const [reports, nameTopic] = await Promise.all([
    listNoticeReports(store, LISTED),
    createTopicNames(store),
  ]);
  if (reports.length === 0) say(noticeWords.noNotices);
  for (const report of reports) {
    const { id, state, title, publishAt } = report;
    const topic = nameTopic(report.topic);
    const at = publishAt.getTime();
    say(noticeWords.listed({ id, at, state, topic, title, marks: toMarks(report) }));
    say(sumUp(report));
  }
  return EXIT.ok;
}

/** `show ID`: what became of a notice. */
export async function showNotice(context: NoticeContext, id: string): Promise<ExitCode> {
  const { store, say, complain } = context;
  const report = await reportNotice(store, id);
  if (report === undefined) {
    complain(noticeWords.noNotice(id));
    return EXIT.failed;
  }
  const nameTopic = await createTopicNames(store);
  const marked = [...toMarks(report), nameTopic(report.topic)].join(' · ');
  say(noticeWords.topic(marked, report.title));
  say(noticeWords.number(report.id));
  say(noticeWords.state(report.state, report.code));
  say(noticeWords.time(report.publishAt.getTime()));
  if (report.counts.length === 0) say(noticeWords.noCounts);
  for (const count of report.counts) say(noticeWords.count(count));
  return EXIT.ok;
}

/** `cancel ID`: what was not sent yet never is. */
export async function cancelFromEditor(
  { store, now, say, complain }: NoticeContext,
  id: string,
): Promise<ExitCode> {
  const outcome = await cancelNotice(store, id, now());
  switch (outcome.kind) {
    case 'stopped':
      say(noticeWords.cancelled(outcome.taken));
      return EXIT.ok;
    case 'unknown':
      complain(noticeWords.noNotice(id));
      return EXIT.failed;
    case 'over':
      complain(noticeWords.overAlready(outcome.state));
      return EXIT.failed;
  }
}
