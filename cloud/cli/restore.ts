import { migrateDatabase } from '../store/open.ts';
import { checkBackup, restore } from '../store/restore.ts';
import { complain, EXIT, type ExitCode, withDatabase } from './with-database.ts';

const USAGE = 'usage: npm run restore -- FOLDER   (into an empty database)';

async function run(folder: string): Promise<ExitCode> {
  // Before the database is started, or made: a damaged backup changes nothing.
  const checked = await checkBackup(folder);
  if (!checked.ok) {
    complain(checked.problem);
    return EXIT.failed;
  }
  return withDatabase(async (database) => {
    await migrateDatabase(database);
    const outcome = await restore(database, folder);
    if (!outcome.ok) {
      complain(outcome.problem);
      return EXIT.failed;
    }
    const { createdAt, tables, media } = outcome.manifest;
    const rows = tables.map(({ name, rows }) => `${name} ${rows}`).join(', ');
    process.stdout.write(
      `restored the backup of ${createdAt} into ${database.description}: ${rows}, files ${media.files}\n`,
    );
    return EXIT.ok;
  });
}

const [folder, ...rest] = process.argv.slice(2);
if (folder === undefined || folder.startsWith('-') || rest.length > 0) {
  complain(USAGE);
  process.exitCode = EXIT.usage;
} else {
  process.exitCode = await run(folder);
}
