import type { Channel } from '../../types/channel.ts';
import { FIRST_CHANNELS } from '../domain/first-channels.ts';
import { toMediaPath } from '../domain/media.ts';
import type { ImportOptions } from '../importer/import-page.ts';
import { createPageReader } from '../importer/isolation/page-reader.ts';
import { succeed } from '../importer/result.ts';
import { fetchFile } from '../importer/sources/fetch-file.ts';
import { type Input, listInputs } from '../importer/sources/list-inputs.ts';
import { listChannels } from '../store/channels.ts';
import type { Store } from '../store/store.ts';
import { type ImportArguments, parseImportArguments } from './import-arguments.ts';
import { importWords } from './import-words.ts';
import { toDraftLines } from './print-draft.ts';
import { type ImportTarget, runImport } from './run-import.ts';
import { say } from './say.ts';
import { toStoreTarget } from './store-target.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';
import { withStore } from './with-store.ts';

/** The channel of an article that is new, where the editor names none. */
const DEFAULT_CHANNEL = 'news';

/** Its thread starts with the first page and does not keep the command from ending. */
const reader = createPageReader();

const toOptions = (wanted: ImportArguments): ImportOptions => {
  const { channelId = DEFAULT_CHANNEL, site, title, source, date } = wanted;
  return {
    ...{ channelId, site },
    ...(title !== undefined && { title }),
    ...(source !== undefined && { source }),
    ...(date !== undefined && { date }),
  };
};

const dryTarget: ImportTarget = {
  read: reader.read,
  ports: {
    ...{ find: async () => undefined, save: async (file) => toMediaPath(file), fetchFile },
    ...{ recall: async () => undefined, note: async () => undefined },
  },
  save: async (draft) => succeed({ kind: 'shown', lines: [...toDraftLines(draft), ''] }),
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

async function runInto(
  store: Store,
  inputs: readonly Input[],
  wanted: ImportArguments,
): Promise<ExitCode> {
  const channels = await listChannels(store);
  const options = toOptions(wanted);
  if (!isChannel(options.channelId, channels)) return EXIT.usage;
  const tally = await runImport(inputs, options, toStoreTarget(store, wanted, reader.read), say);
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
  const pages = inputs.filter(({ kind }) => kind === 'file' || kind === 'url');
  if (wanted.title !== undefined && pages.length > 1) {
    complain(importWords.oneTitle);
    return EXIT.usage;
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
