import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { openEmbedded } from '../../cloud/store/embedded.ts';
import { migrate } from '../../cloud/store/migrate.ts';
import { bundlePrograms } from './bundle-programs.ts';
import { keepTestServer } from './global-server.ts';
import { makeServerFolder, removeAbandonedFolders } from './test-folders.ts';

/** Every test database is a copy of this one. */
const TEMPLATE = 'test_template';

/** Nothing here has to outlive a power failure; statements are too short to be worth compiling. */
const SETTINGS = ['fsync', 'synchronous_commit', 'full_page_writes', 'jit'];

/** Bundles the programs and starts one PostgreSQL for the whole run; `createTestDatabase` copies the template it prepares here. */
export default async function setUp(): Promise<void> {
  await removeAbandonedFolders();
  const folder = await makeServerFolder();
  const programs = join(folder, 'programs');
  await mkdir(programs);
  await bundlePrograms(programs);
  const server = await openEmbedded(folder);
  keepTestServer({ server, folder });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  for (const setting of SETTINGS) await admin.query(`ALTER SYSTEM SET ${setting} = off`);
  await admin.query('SELECT pg_reload_conf()');
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_DATABASE_TEMPLATE = TEMPLATE;
  process.env.TEST_PROGRAMS = programs;
}
