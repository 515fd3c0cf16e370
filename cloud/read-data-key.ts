import { randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { SetupError } from './setup-error.ts';
import { DATA_KEY_BYTES } from './store/data-key.ts';
import { makeFolder } from './store/make-folder.ts';

const FILE = 'data-key';

async function read(path: string): Promise<Buffer | undefined> {
  try {
    return Buffer.from((await readFile(path, 'utf8')).trim(), 'base64');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw new SetupError(`cannot read ${path} (${(error as Error).message}): let us read it.`);
  }
}

/** Written under another name first: two processes at once make one key, and none is ever half there. */
async function make(path: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, `${randomBytes(DATA_KEY_BYTES).toString('base64')}\n`, { mode: 0o600 });
  try {
    await link(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/**
 * The key of an embedded database, in a file beside it; made when there is none.
 *
 * @throws SetupError with a sentence that says what to do
 */
export async function readDataKeyFile(dataDir: string): Promise<Buffer> {
  const path = join(resolve(dataDir), FILE);
  const known = await read(path);
  if (known === undefined) {
    await makeFolder(resolve(dataDir));
    await make(path);
  }
  const key = known ?? (await read(path));
  if (key?.length !== DATA_KEY_BYTES) {
    throw new SetupError(
      `${path} is no key of ${DATA_KEY_BYTES} bytes: put back the one that was there, as accounts can't be read without it.`,
    );
  }
  return key;
}
