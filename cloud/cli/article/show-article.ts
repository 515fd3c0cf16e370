import { toFullDate } from '../../../rules/date-words.ts';
import {
  CONTENT_FIELDS,
  type ContentField,
  type ContentValues,
  isSame,
} from '../../domain/article-content.ts';
import { isPinned, toArticleState } from '../../domain/article-state.ts';
import type { ArticleRecord } from '../../store/article-record.ts';
import { listVersions } from '../../store/article-versions.ts';
import { listChannels } from '../../store/channels.ts';
import { listEditorCards } from '../../store/editor-articles.ts';
import { findDuplicates } from '../../store/find-duplicates.ts';
import { readMomentOrDate } from '../../store/moments.ts';
import type { Store } from '../../store/store.ts';
import { EXIT, type ExitCode } from '../with-database.ts';
import type { ListCommand } from './article-command.ts';
import type { ArticleContext } from './article-context.ts';
import { articleWords } from './article-words.ts';
import { findNamedArticle } from './find-article.ts';

const MOST_LISTED = 50;

/** Names the channels; one that is unknown by its id. */
export async function createChannelNames(store: Store): Promise<(id: string) => string> {
  const names = new Map((await listChannels(store)).map(({ id, name }) => [id, name]));
  return (id) => names.get(id) ?? id;
}

/** `list`: the newest articles of a state and a channel. */
export async function listArticles(
  { store, now, say, complain }: ArticleContext,
  { state, channelId }: ListCommand,
): Promise<ExitCode> {
  const channels = await listChannels(store);
  if (channelId !== undefined && !channels.some(({ id }) => id === channelId)) {
    complain(articleWords.unknownChannel(channelId, channels));
    return EXIT.usage;
  }
  const nameChannel = await createChannelNames(store);
  const cards = await listEditorCards(store, {
    ...{ limit: MOST_LISTED, now: now() },
    ...(state !== undefined && { state }),
    ...(channelId !== undefined && { channelId }),
  });
  if (cards.length === 0) say(articleWords.nothingListed);
  for (const card of cards) say(articleWords.listed(card, nameChannel(card.channelId)));
  return EXIT.ok;
}

/** A part of the content on one line. */
export function toPartWords(
  field: ContentField,
  values: ContentValues,
  nameChannel: (id: string) => string,
): string {
  switch (field) {
    case 'channelId':
      return nameChannel(values.channelId ?? '');
    case 'publishedAt':
      return toFullDate(values.publishedAt ?? '');
    case 'body':
      return articleWords.body(
        values.body?.blocks.length ?? 0,
        values.body?.attachments.length ?? 0,
      );
    default:
      return values[field] ?? '';
  }
}

/** What an editor has changed, and what the site says there. */
function toCorrectedLines(
  { content, siteValues }: ArticleRecord,
  nameChannel: (id: string) => string,
): string[] {
  return CONTENT_FIELDS.filter((field) => field in siteValues).map((field) => {
    if (isSame(content[field], siteValues[field])) return articleWords.corrected(field, undefined);
    const site =
      field === 'body' ? articleWords.bodyDiffers : toPartWords(field, siteValues, nameChannel);
    return articleWords.corrected(field, site);
  });
}

async function toDuplicateLines({ db }: Store, record: ArticleRecord): Promise<string[]> {
  const { id, site, bodyPrint, content } = record;
  const sortAt = readMomentOrDate('publishedAt', content.publishedAt);
  return (await findDuplicates(db, { id, site, bodyPrint, sortAt })).map(articleWords.duplicate);
}

/** `show`: all that an editor has to know of an article. */
export async function showArticle(context: ArticleContext, named: string): Promise<ExitCode> {
  const { store, say } = context;
  const record = await findNamedArticle(context, named);
  if (record === undefined) return EXIT.failed;
  const { id, site, originUrl, content, life } = record;
  const now = context.now();
  const nameChannel = await createChannelNames(store);
  const [newest] = await listVersions(store, id);
  const lines = [
    articleWords.title(content.title),
    articleWords.id(id),
    articleWords.state(toArticleState(life, now), life),
    ...(isPinned(life, now) ? [articleWords.pinned(life.pinnedUntil)] : []),
    ...(life.expiresAt === null ? [] : [articleWords.expires(life.expiresAt)]),
    ...CONTENT_FIELDS.filter((field) => field !== 'title').map((field) =>
      articleWords.part(field, toPartWords(field, content, nameChannel)),
    ),
    articleWords.origin(site, originUrl),
    ...(newest ? [articleWords.newest(articleWords.version(newest))] : []),
    articleWords.page(id),
    ...toCorrectedLines(record, nameChannel),
    ...(await toDuplicateLines(store, record)),
  ];
  for (const line of lines) say(line);
  return EXIT.ok;
}

/** `history`: every change of an article, the newest first. */
export async function showHistory(context: ArticleContext, named: string): Promise<ExitCode> {
  const record = await findNamedArticle(context, named);
  if (record === undefined) return EXIT.failed;
  context.say(articleWords.title(record.content.title));
  for (const version of await listVersions(context.store, record.id)) {
    context.say(articleWords.version(version));
  }
  return EXIT.ok;
}
