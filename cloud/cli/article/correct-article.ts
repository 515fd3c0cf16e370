import type { ContentField, ContentValues } from '../../domain/article-content.ts';
import { toSummary } from '../../importer/enhance/summary.ts';
import { type Result, succeed } from '../../importer/result.ts';
import { fetchFile } from '../../importer/sources/fetch-file.ts';
import type { ArticleRecord } from '../../store/article-record.ts';
import { listVersions } from '../../store/article-versions.ts';
import { type ContentChange, correctArticle, restoreVersion } from '../../store/change-article.ts';
import { listChannels } from '../../store/channels.ts';
import { createMediaPorts } from '../../store/media.ts';
import { FIELD_WORDS } from '../field-words.ts';
import { EXIT, type ExitCode } from '../with-database.ts';
import type { CorrectRequest, RestoreRequest } from './article-command.ts';
import type { ArticleContext } from './article-context.ts';
import { articleWords } from './article-words.ts';
import { findNamedArticle } from './find-article.ts';
import { readBody } from './read-body.ts';
import { createChannelNames, toPartWords } from './show-article.ts';

type Changed = Extract<ContentChange, { kind: 'changed' }>;

async function sayChanged({ store, say }: ArticleContext, { from, to, fields }: Changed) {
  const nameChannel = await createChannelNames(store);
  const toWords = (field: ContentField, values: ContentValues) =>
    toPartWords(field, values, nameChannel);
  for (const field of fields) {
    const [before, after] = [toWords(field, from.content), toWords(field, to.content)];
    say(articleWords.changed(FIELD_WORDS[field], before, after));
  }
  const following = fields.filter((field) => field in from.siteValues && !(field in to.siteValues));
  if (following.length > 0) say(articleWords.followsSite(following));
  say(articleWords.done(to.content.title, to.version));
}

/** Says what became of a change of the content. */
async function sayOutcome(
  context: ArticleContext,
  outcome: ContentChange,
  asked: { named: string; version: number },
): Promise<ExitCode> {
  const { store, say, complain } = context;
  switch (outcome.kind) {
    case 'changed':
      await sayChanged(context, outcome);
      return EXIT.ok;
    case 'unchanged':
      say(articleWords.unchanged(outcome.record.content.title));
      return EXIT.ok;
    case 'unknown':
      complain(articleWords.noArticle(asked.named));
      return EXIT.failed;
    case 'no-version':
      complain(articleWords.noSuchVersion(asked.version, outcome.record.version));
      return EXIT.failed;
    case 'outdated': {
      const [newest] = await listVersions(store, outcome.record.id);
      complain(articleWords.outdated(asked.version, newest ? articleWords.version(newest) : ''));
      return EXIT.failed;
    }
  }
}

/** The new body, with the attachments of the old one where the file has none, and its summary where nobody wrote one. */
async function readCorrection(
  { store, say }: ArticleContext,
  { words, bodyFile }: CorrectRequest,
  { content }: ArticleRecord,
): Promise<Result<ContentValues>> {
  if (bodyFile === undefined) return succeed(words);
  const read = await readBody(bodyFile, { ...createMediaPorts(store), fetchFile });
  if (!read.ok) return read;
  const { body, summary, warnings } = read.value;
  for (const warning of warnings) say(articleWords.warning(warning));
  const attachments = body.attachments.length > 0 ? body.attachments : content.body.attachments;
  const isDerived = content.summary === toSummary(content.body.blocks);
  return succeed({
    ...(isDerived && { summary }),
    ...words,
    body: { ...body, attachments },
  });
}

/** `correct`: changes parts of an article; they no longer follow the site. */
export async function correctFromEditor(
  context: ArticleContext,
  request: CorrectRequest,
): Promise<ExitCode> {
  const { store, now, complain, userName } = context;
  const record = await findNamedArticle(context, request.named);
  if (record === undefined) return EXIT.failed;
  const { channelId } = request.words;
  const channels = await listChannels(store);
  if (channelId !== undefined && !channels.some(({ id }) => id === channelId)) {
    complain(articleWords.unknownChannel(channelId, channels));
    return EXIT.usage;
  }
  const correction = await readCorrection(context, request, record);
  if (!correction.ok) {
    complain(articleWords.badFile(request.bodyFile ?? '', correction.reason));
    return EXIT.failed;
  }
  const { named, note, base, by = userName } = request;
  const told = { by, from: 'article correct', now: now(), note };
  const outcome = await correctArticle(store, record.id, correction.value, told, base);
  return sayOutcome(context, outcome, { named, version: base ?? 0 });
}

/** `restore`: gives an article the content of an earlier version. */
export async function restoreFromEditor(
  context: ArticleContext,
  { named, version, note, by = context.userName }: RestoreRequest,
): Promise<ExitCode> {
  const { store, now } = context;
  const record = await findNamedArticle(context, named);
  if (record === undefined) return EXIT.failed;
  const told = { by, from: `article restore --version ${version}`, now: now(), note };
  const outcome = await restoreVersion(store, record.id, version, told);
  return sayOutcome(context, outcome, { named, version });
}
