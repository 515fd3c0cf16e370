import { readDataKeyFile } from './read-data-key.ts';
import type { Settings } from './settings.ts';
import { SetupError } from './setup-error.ts';
import { createDataKey, type DataKey } from './store/data-key.ts';

/**
 * The key that personal data are stored with: that of the environment, or, with an embedded database, the one in the file beside it.
 *
 * @throws SetupError with a sentence that says what to do
 */
export async function openDataKey(
  settings: Pick<Settings, 'dataDir' | 'databaseUrl' | 'wechat'>,
): Promise<DataKey> {
  const given = settings.wechat?.dataKey;
  if (given !== undefined) return createDataKey(given);
  if (settings.databaseUrl === undefined)
    return createDataKey(await readDataKeyFile(settings.dataDir));
  throw new SetupError(
    'DATA_KEY is missing: what is stored about readers is encrypted with it. Make one with "openssl rand -base64 32", and keep it as you keep the database.',
  );
}
