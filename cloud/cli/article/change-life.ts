import { type ArticleLife, toArticleState } from '../../domain/article-state.ts';
import { changeLife } from '../../store/change-article.ts';
import { endAllStopped } from '../../store/notices.ts';
import { EXIT, type ExitCode } from '../with-database.ts';
import type { LifeRequest } from './article-command.ts';
import type { ArticleContext } from './article-context.ts';
import { articleWords } from './article-words.ts';
import { findNamedArticle } from './find-article.ts';

/** What of a life has changed, old → new. */
function toChangeLines(from: ArticleLife, to: ArticleLife, now: number): string[] {
  const { states } = articleWords;
  const toState = (life: ArticleLife) => articleWords.toState(toArticleState(life, now), life);
  const rows = [
    [states.state, toState(from), toState(to)],
    [states.pin, articleWords.toPin(from), articleWords.toPin(to)],
    [states.end, articleWords.toEnd(from.expiresAt), articleWords.toEnd(to.expiresAt)],
    [states.reason, from.withdrawnReason || '无', to.withdrawnReason || '无'],
  ] as const;
  return rows
    .filter(([, before, after]) => before !== after)
    .map(([name, before, after]) => articleWords.changed(name, before, after));
}

/** What a version's note tells of a change, for the history. */
function toNote({ change, note }: LifeRequest): string {
  const told = {
    ...{ publish: '', draft: '', unpin: '' },
    schedule: change.kind === 'schedule' ? articleWords.toTime(change.at) : '',
    expire: change.kind === 'expire' ? articleWords.toEnd(change.at) : '',
    pin: change.kind === 'pin' && change.until !== null ? articleWords.toEnd(change.until) : '',
    withdraw: change.kind === 'withdraw' ? change.reason : '',
  }[change.kind];
  return [told, note].filter((text) => text !== '').join('　');
}

/** `publish`, `schedule`, `draft`, `withdraw`, `pin`, `unpin`, `expire`: changes who sees an article, and where. */
export async function changeFromEditor(
  context: ArticleContext,
  request: LifeRequest,
): Promise<ExitCode> {
  const { store, say, complain, userName } = context;
  const record = await findNamedArticle(context, request.named);
  if (record === undefined) return EXIT.failed;
  const { title } = record.content;
  const now = context.now();
  const { change, by = userName } = request;
  const from = `article ${change.kind}`;
  const told = { by, from, now, note: toNote(request) };
  const outcome = await changeLife(store, record.id, change, told);
  switch (outcome.kind) {
    case 'unknown':
      complain(articleWords.noArticle(request.named));
      return EXIT.failed;
    case 'refused':
      complain(articleWords.refused(title, toArticleState(outcome.life, now), outcome.refusal));
      return EXIT.failed;
    case 'unchanged':
      say(articleWords.unchanged(title));
      return EXIT.ok;
    case 'changed': {
      const lines = toChangeLines(outcome.from, outcome.to, now);
      // Pinned anew: it only comes before the others.
      for (const line of lines.length > 0 ? lines : [articleWords.pinnedFirst]) say(line);
      say(articleWords.done(title, outcome.version));
      for (const id of outcome.cancelled) say(articleWords.noticeCancelled(id));
      // Any endpoint would, too: here the credits are back at once.
      if (outcome.cancelled.length > 0) await endAllStopped(store, now);
      return EXIT.ok;
    }
  }
}
