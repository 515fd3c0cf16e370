import { fetchFile } from '../../importer/sources/fetch-file.ts';
import { findArticleRecord } from '../../store/article-record.ts';
import { listEventCardsOfArticle } from '../../store/events.ts';
import { createMediaPorts } from '../../store/media.ts';
import { isPermanentId } from '../../store/permanent-id.ts';
import { saveEvent } from '../../store/save-event.ts';
import { EXIT, type ExitCode } from '../with-database.ts';
import type { EventContext } from './event-context.ts';
import { type EventForm, parseEventForm } from './event-form.ts';
import { eventWords } from './event-words.ts';
import type { FieldProblem } from './field-reader.ts';
import { readEventFile } from './read-event-file.ts';
import { toEventDraft } from './to-event-draft.ts';

function sayProblems(
  { complain }: EventContext,
  path: string,
  problems: readonly FieldProblem[],
): false {
  complain(eventWords.failed(path));
  for (const { name, problem } of problems) complain(eventWords.problem(name, problem));
  return false;
}

async function isKnownArticle({ store }: EventContext, id: string): Promise<boolean> {
  return isPermanentId(id) && (await findArticleRecord(store.db, id)) !== undefined;
}

/** Saves what a file says; false when it could not be, which has been said then. */
async function saveForm(context: EventContext, path: string, form: EventForm): Promise<boolean> {
  const { store, now, say } = context;
  const { articleId, title } = form;
  if (articleId !== undefined && !(await isKnownArticle(context, articleId))) {
    return sayProblems(context, path, [{ name: 'article', problem: eventWords.noArticle }]);
  }
  const made = await toEventDraft(form, path, { ...createMediaPorts(store), fetchFile });
  if (!made.ok) return sayProblems(context, path, made.problems);
  const outcome = await saveEvent(store, made.draft, now());
  say(eventWords.saved(outcome, title));
  for (const warning of made.warnings) say(eventWords.warning(warning));
  if (outcome.kind === 'created' && articleId !== undefined) {
    const others = await listEventCardsOfArticle(store, articleId);
    const same = others.find((card) => card.id !== outcome.id && card.title === title);
    if (same) say(eventWords.sameTitle(same.id));
  }
  return true;
}

/** `add`: checks completed event files and saves them; one that is wrong does not keep the others back. */
export async function addEvents(
  context: EventContext,
  paths: readonly string[],
): Promise<ExitCode> {
  const pathOfKey = new Map<string, string>();
  let code: ExitCode = EXIT.ok;
  const addOne = async (path: string): Promise<boolean> => {
    const file = await readEventFile(path);
    if (!file.ok) {
      context.complain(eventWords.failedWhole(path, file.reason));
      return false;
    }
    const parsed = parseEventForm(file.value);
    if (!parsed.ok) return sayProblems(context, path, parsed.problems);
    const { key } = parsed.form;
    const earlier = pathOfKey.get(key);
    // The second would silently take the place of the first.
    if (earlier !== undefined) {
      return sayProblems(context, path, [{ name: 'key', problem: eventWords.usedTwice(earlier) }]);
    }
    pathOfKey.set(key, path);
    return saveForm(context, path, parsed.form);
  };
  for (const path of paths) if (!(await addOne(path))) code = EXIT.failed;
  return code;
}
