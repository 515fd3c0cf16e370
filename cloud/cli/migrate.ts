import { migrateDatabase } from '../store/open.ts';
import { complain, EXIT, withDatabase } from './with-database.ts';

const USAGE = 'usage: npm run migrate';

if (process.argv.length > 2) {
  complain(USAGE);
  process.exitCode = EXIT.usage;
} else {
  process.exitCode = await withDatabase(async (database) => {
    const applied = await migrateDatabase(database);
    const what = applied.length > 0 ? `applied ${applied.join(', ')}` : 'up to date';
    process.stdout.write(`${database.description}: ${what}\n`);
    return EXIT.ok;
  });
}
