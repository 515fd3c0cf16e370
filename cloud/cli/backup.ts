import { join } from 'node:path';
import { parseDatabaseChoice } from '../settings.ts';
import { backUp } from '../store/backup.ts';
import { complain, EXIT, withDatabase } from './with-database.ts';

const USAGE = 'usage: npm run backup -- [FOLDER]   (default: DATA_DIR/backups/<time>)';

/** `2026-11-23T02-00-00Z`: sorts by time and is a file name everywhere. */
function toDefaultFolder(now: number): string {
  const chosen = parseDatabaseChoice(process.env);
  const time = new Date(now).toISOString().replace(/\.\d+/, '').replaceAll(':', '-');
  return join(chosen.ok ? chosen.choice.dataDir : '.data', 'backups', time);
}

const args = process.argv.slice(2);
if (args.length > 1 || args[0]?.startsWith('-')) {
  complain(USAGE);
  process.exitCode = EXIT.usage;
} else {
  process.exitCode = await withDatabase(async (database) => {
    const now = Date.now();
    const outcome = await backUp(database, args[0] ?? toDefaultFolder(now), now);
    if (!outcome.ok) {
      complain(outcome.problem);
      return EXIT.failed;
    }
    const rows = outcome.manifest.tables.map(({ name, rows }) => `${name} ${rows}`).join(', ');
    const { files, missing } = outcome.manifest.media;
    process.stdout.write(`saved to ${outcome.folder}: ${rows}, files ${files}\n`);
    if (missing.length === 0) return EXIT.ok;
    complain(
      `the backup is complete but for ${missing.length} files that ${database.media.description} has lost (${missing[0]} …): import their pages again.`,
    );
    return EXIT.failed;
  });
}
