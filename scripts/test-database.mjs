import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres/server.mjs';
import { MIGRATIONS } from './project.mjs';
import { prepareQuestionRole } from './question-role.mjs';
import { DATABASE_PROCESSES } from './test/database-processes.mjs';

/**
 * Global setup of the database tests: throw-away PostgreSQL servers with the schema in them, one for each test process, named
 * in `TEST_DATABASES` (`test/own-database.mjs` takes one). `TEST_DATABASE_URL` names one that is there already instead;
 * whatever is in it may be lost.
 * @returns {Promise<() => Promise<void>>} the teardown
 */
export default async function setUpDatabases() {
  const given = process.env.TEST_DATABASE_URL;
  const databases = [];
  const removeAll = async () => {
    await Promise.all(databases.map(({ remove }) => remove()));
  };
  try {
    for (let left = DATABASE_PROCESSES; left > 0; left--) {
      databases.push(given ? { url: given, remove: async () => {} } : await throwAwayDatabase());
    }
    await Promise.all(databases.map(({ url }) => prepare(url)));
  } catch (error) {
    await removeAll();
    throw error;
  }
  process.env.TEST_DATABASES = JSON.stringify(databases.map(({ url }) => url));
  return removeAll;
}

async function prepare(url) {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await migrate(client, MIGRATIONS);
    await prepareQuestionRole(client);
  } finally {
    await client.end();
  }
}

async function throwAwayDatabase() {
  const dataFolder = mkdtempSync(join(tmpdir(), 'trackway-test-'));
  chmodSync(dataFolder, 0o755);
  // Nothing here must survive a crash.
  const settings = { fsync: 'off', full_page_writes: 'off', shared_buffers: '128MB', max_wal_size: '1GB' };
  const server = await startPostgres({ dataFolder, settings });
  return {
    url: server.url,
    async remove() {
      await server.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
