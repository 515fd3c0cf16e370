import type { Channel } from '../../types/channel.ts';
import type { ArticleDraft } from '../domain/drafts.ts';
import { FIRST_CHANNELS } from '../domain/first-channels.ts';
import { toMediaPath } from '../domain/media.ts';
import type { ImportOptions } from '../importer/import-page.ts';
import { type Input, listInputs } from '../importer/sources/list-inputs.ts';
import { findArticle } from '../store/articles.ts';
import { listChannels } from '../store/channels.ts';
import { createMediaPorts } from '../store/media.ts';
import { findArticleIdByOrigin, saveArticle } from '../store/save-article.ts';
import type { Store } from '../store/store.ts';
import { fetchFile } from './fetch-file.ts';
import { type ImportArguments, parseImportArguments } from './import-arguments.ts';
import { importWords } from './import-words.ts';
import { toDraftLines } from './print-draft.ts';
import { type ImportTarget, runImport } from './run-import.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';
import { withStore } from './with-store.ts';

/** The channel of an article that is new, where the editor names none. */
const DEFAULT_CHANNEL = 'news';

const say = (line: string) => process.stdout.write(`${line}\n`);

const toOptions = ({ channelId = DEFAULT_CHANNEL, site }: ImportArguments): ImportOptions => ({
  channelId,
  site,
});

const dryTarget: ImportTarget = {
  ports: { find: async () => undefined, save: async (file) => toMediaPath(file), fetchFile },
  save: async (draft) => ({ kind: 'shown', lines: [...toDraftLines(draft), ''] }),
};

function isChannel(id: string, channels: readonly Channel[]): boolean {
  const known = channels.some((channel) => channel.id === id);
  if (!known) complain(importWords.unknownChannel(id, channels));
  return known;
}

/** Asks no database, so it knows the channels of a new one. */
async function runDry(inputs: readonly Input[], wanted: ImportArguments): Promise<ExitCode> {
  const options = toOptions(wanted);
  if (!isChannel(options.channelId, FIRST_CHANNELS)) return EXIT.usage;
  const { failed, shown } = await runImport(inputs, options, dryTarget, say);
  say(importWords.dryTally(shown, failed));
  return failed === 0 ? EXIT.ok : EXIT.failed;
}

/** The draft in the channel where its article already is. */
async function keepChannel(store: Store, draft: ArticleDraft): Promise<ArticleDraft> {
  const id = await findArticleIdByOrigin(store, draft);
  const known = id === undefined ? undefined : await findArticle(store, id);
  return known === undefined ? draft : { ...draft, channelId: known.channel.id };
}

function toStoreTarget(store: Store, wanted: ImportArguments): ImportTarget {
  return {
    ports: { ...createMediaPorts(store), fetchFile },
    save: async (read) => {
      const draft = wanted.channelId === undefined ? await keepChannel(store, read) : read;
      const { kind, id } = await saveArticle(store, draft, Date.now());
      return { kind, lines: [importWords.saved(kind, draft.title, id)] };
    },
  };
}

async function runInto(
  store: Store,
  inputs: readonly Input[],
  wanted: ImportArguments,
): Promise<ExitCode> {
  const channels = await listChannels(store);
  const options = toOptions(wanted);
  if (!isChannel(options.channelId, channels)) return EXIT.usage;
  const tally = await runImport(inputs, options, toStoreTarget(store, wanted), say);
  say(importWords.tally(tally));
  return tally.failed === 0 ? EXIT.ok : EXIT.failed;
}

/** Nothing to import is a failure: a mistyped folder must not pass for a success. */
async function run(wanted: ImportArguments): Promise<ExitCode> {
  const inputs = await listInputs(wanted.names);
  if (inputs.every((input) => input.kind === 'skipped')) {
    complain(importWords.nothing);
    return EXIT.failed;
  }
  if (wanted.dryRun) return runDry(inputs, wanted);
  return withStore((store) => runInto(store, inputs, wanted));
}

async function main(): Promise<ExitCode> {
  const parsed = parseImportArguments(process.argv.slice(2));
  if (parsed.kind === 'help') {
    say(importWords.usage);
    return EXIT.ok;
  }
  if (parsed.kind === 'misused') {
    complain(`${parsed.reason}\n\n${importWords.usage}`);
    return EXIT.usage;
  }
  return run(parsed.arguments);
}

process.exitCode = await main();
