import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate } from './migrate.mjs';
import { PlainError } from './plain-error.mjs';

let folder;
let client;
let schema;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'trackway-migrations-'));
  schema = `m${randomUUID().replaceAll('-', '')}`;
  client = await connect();
  await client.query(`CREATE SCHEMA ${schema}`);
});

afterEach(async () => {
  await client.query(`DROP SCHEMA ${schema} CASCADE`);
  await client.end();
  rmSync(folder, { recursive: true });
});

async function connect() {
  const fresh = new pg.Client({ connectionString: process.env.DATABASE_URL, options: `-c search_path=${schema}` });
  await fresh.connect();
  return fresh;
}

function write(name, sql) {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, 'migration.sql'), sql);
}

async function records() {
  return (await client.query('SELECT * FROM _prisma_migrations ORDER BY started_at')).rows;
}

describe('migrate', () => {
  test('applies what is missing, in the order of the names, once', async () => {
    write('2_rows', 'INSERT INTO a VALUES (1);');
    write('1_table', 'CREATE TABLE a (n int);');
    expect(await migrate(client, folder)).toEqual(['1_table', '2_rows']);
    write('3_more', 'INSERT INTO a VALUES (2);\nINSERT INTO a VALUES (3);');
    expect(await migrate(client, folder)).toEqual(['3_more']);
    expect(await migrate(client, folder)).toEqual([]);
    expect((await client.query('SELECT n FROM a ORDER BY n')).rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  test('records each as Prisma does', async () => {
    const sql = 'CREATE TABLE a (n int);';
    write('1_table', sql);
    await migrate(client, folder);
    const [record] = await records();
    expect(record).toMatchObject({
      checksum: createHash('sha256').update(sql).digest('hex'),
      migration_name: '1_table',
      logs: null,
      rolled_back_at: null,
      applied_steps_count: 1,
    });
    expect(record.id).toMatch(/^[0-9a-f-]{36}$/);
    expect(record.finished_at.getTime()).toBeGreaterThanOrEqual(record.started_at.getTime());
  });

  test('applies each once when several start together', async () => {
    write('1_table', 'CREATE TABLE a (n int); SELECT pg_sleep(0.2);');
    const others = await Promise.all([connect(), connect()]);
    const applied = await Promise.all([client, ...others].map((each) => migrate(each, folder)));
    await Promise.all(others.map((each) => each.end()));
    expect(applied.flat()).toEqual(['1_table']);
  });

  test('leaves nothing of a migration that fails, and tries again', async () => {
    write('1_table', 'CREATE TABLE a (n int); SELECT 1 / 0;');
    await expect(migrate(client, folder)).rejects.toThrow('the migration 1_table failed: division by zero');
    expect(await records()).toEqual([]);
    write('1_table', 'CREATE TABLE a (n int);');
    expect(await migrate(client, folder)).toEqual(['1_table']);
  });

  test('runs a migration outside a transaction when it says so, and remembers its failure', async () => {
    write('1_table', 'CREATE TABLE a (n int);');
    write(
      '2_index',
      '-- no-transaction\nCREATE INDEX CONCURRENTLY a_n ON a (n);\n-- and one more\nINSERT INTO a VALUES (1);\n',
    );
    expect(await migrate(client, folder)).toEqual(['1_table', '2_index']);
    write('3_bad', '-- no-transaction\nINSERT INTO a VALUES (2);\nSELECT 1 / 0;\n');
    await expect(migrate(client, folder)).rejects.toThrow('the migration 3_bad failed: division by zero');
    await expect(migrate(client, folder)).rejects.toThrow(/3_bad failed earlier.*division by zero/);
  });

  test('refuses a migration that was changed after it was applied', async () => {
    write('1_table', 'CREATE TABLE a (n int);\n');
    await migrate(client, folder);
    write('1_table', 'CREATE TABLE a (n int, m int);\n');
    await expect(migrate(client, folder)).rejects.toThrow(PlainError);
    await expect(migrate(client, folder)).rejects.toThrow('1_table was changed after it was applied');
  });

  test('takes other line ends for no change', async () => {
    write('1_table', 'CREATE TABLE a (n int);\n');
    await migrate(client, folder);
    write('1_table', 'CREATE TABLE a (n int);\r\n');
    expect(await migrate(client, folder)).toEqual([]);
  });

  test('refuses a database that a newer version has used', async () => {
    write('1_table', 'CREATE TABLE a (n int);');
    write('2_future', 'CREATE TABLE b (n int);');
    await migrate(client, folder);
    rmSync(join(folder, '2_future'), { recursive: true });
    await expect(migrate(client, folder)).rejects.toThrow(/newer version of Trackway.*2_future/);
  });

  test('passes over a migration that was marked as rolled back', async () => {
    write('1_table', 'CREATE TABLE a (n int);');
    await migrate(client, folder);
    await client.query("UPDATE _prisma_migrations SET rolled_back_at = now(), migration_name = '0_gone'");
    await client.query('DROP TABLE a');
    expect(await migrate(client, folder)).toEqual(['1_table']);
  });

  test('refuses a PostgreSQL older than 15', async () => {
    const old = { query: async () => ({ rows: [{ number: 140_011, name: '14.11' }] }) };
    await expect(migrate(old, folder)).rejects.toThrow(
      'the database is PostgreSQL 14.11; Trackway needs PostgreSQL 15 or newer.',
    );
  });
});
