import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { proposeEvents } from '../../domain/event-proposals.ts';
import { findNamedArticle } from '../article/find-article.ts';
import { EXIT, type ExitCode } from '../with-database.ts';
import type { EventCommand } from './event-arguments.ts';
import type { EventContext } from './event-context.ts';
import { eventWords } from './event-words.ts';
import { type ProposalFile, toProposalFile } from './proposal-file.ts';

/** JSON that is safe to print: what turns a terminal's direction or moves its cursor is escaped. */
const toText = (file: ProposalFile) =>
  JSON.stringify(file, null, 2).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** Runs what touches files; the code of what the system refuses, undefined when it went well. */
async function tryWriting(write: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await write();
    return undefined;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return code;
  }
}

async function writeFiles(
  { say, complain }: EventContext,
  files: readonly ProposalFile[],
  folder: string,
): Promise<ExitCode> {
  const refused = await tryWriting(() => mkdir(folder, { recursive: true }));
  if (refused !== undefined) {
    complain(eventWords.unwritable(folder, refused));
    return EXIT.failed;
  }
  let code: ExitCode = EXIT.ok;
  for (const file of files) {
    const path = join(folder, `${file.key}.json`);
    const problem = await tryWriting(() => writeFile(path, `${toText(file)}\n`, { flag: 'wx' }));
    if (problem === undefined) {
      say(eventWords.written(path, file.title, file.missing));
      continue;
    }
    complain(problem === 'EEXIST' ? eventWords.exists(path) : eventWords.unwritable(path, problem));
    code = EXIT.failed;
  }
  return code;
}

/** `propose`: the activities that an article seems to announce, as event files to complete. Saves nothing. */
export async function proposeFromArticle(
  context: EventContext,
  { named, out }: Extract<EventCommand, { kind: 'propose' }>,
): Promise<ExitCode> {
  const record = await findNamedArticle({ ...context, userName: '' }, named);
  if (record === undefined) return EXIT.failed;
  const { id, content } = record;
  const found = proposeEvents(content.body.blocks, content);
  // An activity that is told twice is one activity.
  const files = [
    ...new Map(
      found.map((proposal) => toProposalFile(id, proposal)).map((file) => [file.key, file]),
    ).values(),
  ];
  if (files.length === 0) context.say(eventWords.noProposals(content.title));
  else if (out !== undefined) return writeFiles(context, files, out);
  for (const file of files) context.say(toText(file));
  return EXIT.ok;
}
