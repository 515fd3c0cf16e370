import pg from 'pg';
import { openEmbedded } from '../../cloud/store/embedded.ts';
import { migrate } from '../../cloud/store/migrate.ts';
import { keepTestServer } from './global-server.ts';
import { makeServerFolder, removeAbandonedFolders } from './test-folders.ts';

/** Every test database is a copy of this one. */
const TEMPLATE = 'test_template';

/** Starts one PostgreSQL for the whole run; `createTestDatabase` copies the template it prepares here. */
export default async function setUp(): Promise<void> {
  await removeAbandonedFolders();
  const folder = await makeServerFolder();
  const server = await openEmbedded(folder);
  keepTestServer({ server, folder });
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  await admin.end();
  const template = new URL(server.url);
  template.pathname = `/${TEMPLATE}`;
  await migrate(template.href);
  process.env.TEST_DATABASE_URL = server.url;
  process.env.TEST_DATABASE_TEMPLATE = TEMPLATE;
}
