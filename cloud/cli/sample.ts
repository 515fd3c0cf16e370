import { fileURLToPath } from 'node:url';
import { loadSample } from '../sample/load-sample.ts';
import { say } from './say.ts';
import { complain, EXIT } from './with-database.ts';
import { withStore } from './with-store.ts';

const CONTENT_DIR = fileURLToPath(new URL('../../content', import.meta.url));

process.exitCode = await withStore(async (store) => {
  const outcome = await loadSample({ store, contentDir: CONTENT_DIR, now: Date.now(), log: say });
  if (outcome.kind === 'loaded') return EXIT.ok;
  for (const problem of outcome.problems) complain(problem);
  return EXIT.failed;
});
