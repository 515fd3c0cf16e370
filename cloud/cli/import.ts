import { createHash } from 'node:crypto';
import { type Input, listInputs } from '../importer/sources/list-inputs.ts';
import { listChannels } from '../store/channels.ts';
import { saveMedia } from '../store/media.ts';
import { saveArticle } from '../store/save-article.ts';
import type { Store } from '../store/store.ts';
import { type ImportArguments, parseImportArguments } from './import-arguments.ts';
import { importWords } from './import-words.ts';
import { toDraftLines } from './print-draft.ts';
import { type ImportTarget, runImport } from './run-import.ts';
import { complain, EXIT, type ExitCode } from './with-database.ts';
import { withStore } from './with-store.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

const dryTarget: ImportTarget = {
  keep: async ({ bytes, extension }) =>
    `/media/${createHash('sha256').update(bytes).digest('hex')}.${extension}`,
  save: async (draft) => ({ kind: 'shown', lines: [...toDraftLines(draft), ''] }),
};

async function runDry(inputs: readonly Input[], wanted: ImportArguments): Promise<ExitCode> {
  const { failed, shown } = await runImport(inputs, wanted, dryTarget, say);
  say(importWords.dryTally(shown, failed));
  return failed === 0 ? EXIT.ok : EXIT.failed;
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
    return EXIT.usage;
  }
  const tally = await runImport(inputs, wanted, toStoreTarget(store), say);
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
