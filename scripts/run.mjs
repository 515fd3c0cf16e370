/** `node scripts/run.mjs FILE.ts [ARGUMENTS]`: runs a command of this project, installing what is missing first. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { fail, installMissing, ROOT } from './install.mjs';

const file = process.argv[2];
if (!file) fail('Say which file to run: node scripts/run.mjs FILE.ts [ARGUMENTS]', 2);
// A container holds what it needs, and only that.
if (process.env.NODE_ENV !== 'production') await installMissing();

// The command finds its arguments where it would without us.
const target = path.resolve(ROOT, file);
process.argv.splice(1, 2, target);
const { register } = await import('tsx/esm/api');
register();
await import(pathToFileURL(target).href);
