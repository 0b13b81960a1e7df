import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from './migrate.mjs';
import { startPostgres } from './postgres/server.mjs';
import { MIGRATIONS } from './project.mjs';
import { prepareQuestionRole } from './question-role.mjs';

/**
 * Global setup of the database tests: a throw-away PostgreSQL with the schema in it, at `DATABASE_URL`.
 * `TEST_DATABASE_URL` names one that is there already instead; whatever is in it may be lost.
 * @returns {Promise<() => Promise<void>>} the teardown
 */
export default async function setUpDatabase() {
  const { url, remove } = process.env.TEST_DATABASE_URL
    ? { url: process.env.TEST_DATABASE_URL, remove: async () => {} }
    : await throwAwayDatabase();
  process.env.DATABASE_URL = url;
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    await migrate(client, MIGRATIONS);
    await prepareQuestionRole(client);
  } catch (error) {
    await remove();
    throw error;
  } finally {
    await client.end();
  }
  return remove;
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
