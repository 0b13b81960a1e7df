import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { prepareQuestionRole } from './question-role.mjs';

let client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
});
afterAll(async () => {
  await client.end();
});

async function may(table) {
  const { rows } = await client.query("SELECT has_table_privilege('trackway_question', $1, 'SELECT') AS may", [table]);
  return rows[0].may;
}

test('the role may read what was taken from it once it is prepared again', async () => {
  await client.query('REVOKE SELECT ON event FROM trackway_question');
  expect(await may('event')).toBe(false);
  expect(await prepareQuestionRole(client)).toBeNull();
  expect(await may('event')).toBe(true);
});

test('it may not write, and tables of its own it cannot make', async () => {
  const { rows } = await client.query(`
    SELECT has_table_privilege('trackway_question', 'source', 'INSERT, UPDATE, DELETE, TRUNCATE') AS write,
      has_schema_privilege('trackway_question', current_schema(), 'CREATE') AS make,
      (SELECT rolcanlogin OR rolsuper OR rolcreaterole FROM pg_roles WHERE rolname = 'trackway_question') AS more`);
  expect(rows).toEqual([{ write: false, make: false, more: false }]);
});

test('where the database forbids it, the reason is told', async () => {
  await client.query('REVOKE SELECT ON event FROM trackway_question');
  const forbidding = {
    escapeIdentifier: (name) => client.escapeIdentifier(name),
    async query(text, values) {
      if (text.startsWith('GRANT'))
        throw Object.assign(new Error('permission denied for table event'), { code: '42501' });
      return client.query(text, values);
    },
  };
  try {
    expect(await prepareQuestionRole(forbidding)).toMatch(/may not make .*permission denied for table event/);
  } finally {
    await prepareQuestionRole(client);
  }
});
