import { createHash, randomUUID } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PlainError } from './plain-error.mjs';

// The lock, the table and the checksum are those of Prisma's own migrate command, so that either can follow the other.
const LOCK = 72707369;
const LOCK_PATIENCE_MS = 120_000;
const VERSION_MIN = 150_000;
const TABLE = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`;

/**
 * Brings the database to the schema of this version; does nothing when it is there already.
 * Each migration is one transaction together with its record, so that a failure leaves nothing; a file whose first line
 * is `-- no-transaction` is run statement by statement as PostgreSQL demands for some, and recorded before and after.
 * @param {import('pg').Client} client connected, and used by nobody else meanwhile
 * @param {string} folder `prisma/migrations`
 * @returns {Promise<string[]>} the names of those applied now
 */
export async function migrate(client, folder) {
  await refuseOldServer(client);
  await lock(client);
  try {
    await client.query(TABLE);
    const { rows } = await client.query(
      'SELECT * FROM _prisma_migrations WHERE rolled_back_at IS NULL ORDER BY started_at',
    );
    const pending = planMigrations(readMigrations(folder), rows);
    for (const migration of pending) await apply(client, migration);
    return pending.map(({ name }) => name);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [LOCK]).catch(() => {});
  }
}

/**
 * What is still to apply, or a PlainError when the history in the database is not one that this version can continue.
 * @param {{ name: string, sql: string }[]} migrations in order
 * @param {{ migration_name: string, checksum: string, finished_at: unknown, logs: string | null }[]} records
 */
export function planMigrations(migrations, records) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const record of records) {
    const migration = known.get(record.migration_name);
    if (!migration) {
      throw new PlainError(
        `the database was last used by a newer version of Trackway (it has the migration ${record.migration_name}, which this version does not know). ` +
          'Start that version, or choose another database or data folder.',
      );
    }
    if (record.finished_at === null) {
      throw new PlainError(
        `the migration ${record.migration_name} failed earlier and left the database half-way (${record.logs ?? 'no reason recorded'}). ` +
          'Put it right, or restore a backup, and mark the migration as rolled back in the table _prisma_migrations.',
      );
    }
    if (!checksumsOf(migration.sql).includes(record.checksum)) {
      throw new PlainError(
        `the migration ${record.migration_name} was changed after it was applied to this database. ` +
          'Restore the file in prisma/migrations; changes belong in a new migration.',
      );
    }
  }
  const applied = new Set(records.map((record) => record.migration_name));
  return migrations.filter(({ name }) => !applied.has(name));
}

/** @param {string} folder @returns {{ name: string, sql: string }[]} in the order of their names */
export function readMigrations(folder) {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => entry.name)
    .sort()
    .map((name) => ({ name, sql: readFileSync(join(folder, name, 'migration.sql'), 'utf8') }));
}

/** The file as it is, and with either kind of line end: a checkout may have changed them. */
function checksumsOf(sql) {
  const unix = sql.replaceAll('\r\n', '\n');
  return [sql, unix, unix.replaceAll('\n', '\r\n')].map(checksum);
}

function checksum(text) {
  return createHash('sha256').update(text).digest('hex');
}

async function refuseOldServer(client) {
  const { rows } = await client.query(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS name",
  );
  const [{ number, name }] = rows;
  if (number < VERSION_MIN)
    throw new PlainError(`the database is PostgreSQL ${name}; Trackway needs PostgreSQL 15 or newer.`);
}

async function lock(client) {
  await client.query(`SET lock_timeout = ${LOCK_PATIENCE_MS}`);
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
  } catch (error) {
    if (error.code !== '55P03') throw error;
    throw new PlainError('another process has been migrating this database for two minutes; wait for it, or end it.');
  } finally {
    await client.query('RESET lock_timeout').catch(() => {});
  }
}

async function apply(client, { name, sql }) {
  const id = randomUUID();
  const record = [id, checksum(sql), name];
  const insert = 'INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ($1, $2, $3)';
  const finish = 'UPDATE _prisma_migrations SET finished_at = clock_timestamp(), applied_steps_count = 1 WHERE id = $1';
  if (sql.startsWith('-- no-transaction')) {
    await client.query(insert, record);
    try {
      for (const statement of splitStatements(sql)) await client.query(statement);
    } catch (error) {
      await client.query('UPDATE _prisma_migrations SET logs = $2 WHERE id = $1', [id, describe(error)]);
      throw failure(name, error);
    }
    await client.query(finish, [id]);
    return;
  }
  try {
    await client.query('BEGIN');
    await client.query(insert, record);
    await client.query(sql);
    await client.query(finish, [id]);
    await client.query('COMMIT');
  } catch (error) {
    await client.query('ROLLBACK').catch(() => {});
    throw failure(name, error);
  }
}

/** Outside a transaction each statement must travel alone; they end at a semicolon at the end of a line. */
function splitStatements(sql) {
  return sql
    .split(/;[ \t]*\r?\n|;\s*$/)
    .map((statement) => statement.trim())
    .filter((statement) => statement.split('\n').some((line) => line.trim() !== '' && !line.trim().startsWith('--')));
}

function failure(name, error) {
  return new PlainError(`the migration ${name} failed: ${describe(error)}`);
}

function describe(error) {
  return [error.message, error.detail, error.hint].filter(Boolean).join(' ');
}
