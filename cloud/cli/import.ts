import { createHash } from 'node:crypto';
import { type Input, listInputs } from '../importer/sources/list-inputs.ts';
import { parseDatabaseChoice } from '../settings.ts';
import { SetupError } from '../setup-error.ts';
import { listChannels } from '../store/channels.ts';
import { saveMedia } from '../store/media.ts';
import { openStore } from '../store/open.ts';
import { saveArticle } from '../store/save-article.ts';
import type { Store } from '../store/store.ts';
import { type ImportArguments, parseImportArguments } from './import-arguments.ts';
import { importWords } from './import-words.ts';
import { toDraftLines } from './print-draft.ts';
import { type ImportTarget, runImport } from './run-import.ts';

/** 0: everything was imported; 1: something failed, or there was nothing; 2: the command was not understood. */
type ExitCode = 0 | 1 | 2;

const say = (line: string) => process.stdout.write(`${line}\n`);
const complain = (line: string) => process.stderr.write(`${line}\n`);

const dryTarget: ImportTarget = {
  keep: async ({ bytes, extension }) =>
    `/media/${createHash('sha256').update(bytes).digest('hex')}.${extension}`,
  save: async (draft) => ({ kind: 'shown', lines: [...toDraftLines(draft), ''] }),
};

async function runDry(inputs: readonly Input[], wanted: ImportArguments): Promise<ExitCode> {
  const { failed, shown } = await runImport(inputs, wanted, dryTarget, say);
  say(importWords.dryTally(shown, failed));
  return failed === 0 ? 0 : 1;
}

function toStoreTarget(store: Store): ImportTarget {
  return {
    keep: (file) => saveMedia(store, file),
    save: async (draft) => {
      const { kind, id } = await saveArticle(store, draft, Date.now());
      return { kind, lines: [`${importWords.saved[kind]}　${draft.title}（${id}）`] };
    },
  };
}

async function runInto(
  store: Store,
  inputs: readonly Input[],
  wanted: ImportArguments,
): Promise<ExitCode> {
  const channels = await listChannels(store);
  if (!channels.some((channel) => channel.id === wanted.channelId)) {
    complain(importWords.unknownChannel(wanted.channelId, channels));
    return 2;
  }
  const tally = await runImport(inputs, wanted, toStoreTarget(store), say);
  say(importWords.tally(tally));
  return tally.failed === 0 ? 0 : 1;
}

async function run(wanted: ImportArguments): Promise<ExitCode> {
  const inputs = await listInputs(wanted.names);
  if (inputs.every((input) => input.kind === 'skipped')) {
    complain(importWords.nothing);
    return 1;
  }
  if (wanted.dryRun) return runDry(inputs, wanted);
  const database = parseDatabaseChoice(process.env);
  if (!database.ok) throw new SetupError(database.problem);
  const store = await openStore(database.choice, (error) => complain(error.message));
  try {
    return await runInto(store, inputs, wanted);
  } finally {
    await store.close();
  }
}

async function main(): Promise<ExitCode> {
  const parsed = parseImportArguments(process.argv.slice(2));
  if (parsed.kind === 'help') {
    say(importWords.usage);
    return 0;
  }
  if (parsed.kind === 'misused') {
    complain(`${parsed.reason}\n\n${importWords.usage}`);
    return 2;
  }
  try {
    return await run(parsed.arguments);
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    complain(error.message);
    return 1;
  }
}

process.exitCode = await main();
