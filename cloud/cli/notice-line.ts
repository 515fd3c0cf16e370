import { isQuiet, toNextAllowed } from '../domain/quiet-hours.ts';
import { listStops, resumeLines } from '../store/delivery-stops.ts';
import type { NoticeContext } from './notice-context.ts';
import { noticeWords } from './notice-words.ts';
import { EXIT, type ExitCode } from './with-database.ts';

/** What is stopped now, why and for how long; empty when nothing is. */
export async function toStopLines({ store, now }: NoticeContext): Promise<string[]> {
  const stops = await listStops(store, now());
  return stops.flatMap(({ scope, code, since, until }) => [
    noticeWords.stopped(scope, code),
    noticeWords.stopTimes(since, until),
  ]);
}

/** `line`: whether messages go out. */
export async function showLine(context: NoticeContext): Promise<ExitCode> {
  const { now, say } = context;
  const stopped = await toStopLines(context);
  for (const line of stopped.length > 0 ? stopped : [noticeWords.running]) say(line);
  if (isQuiet(now())) say(noticeWords.quiet(toNextAllowed(now())));
  return EXIT.ok;
}

/** `resume`: lets everything go out again, and says what it was stopped for. */
export async function resumeFromEditor({ store, now, say }: NoticeContext): Promise<ExitCode> {
  const stops = await listStops(store, now());
  await resumeLines(store);
  if (stops.length === 0) say(noticeWords.nothingToResume);
  for (const { scope, code } of stops) say(noticeWords.resumed(scope, code));
  return EXIT.ok;
}
