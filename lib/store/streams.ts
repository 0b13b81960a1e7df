import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { pool } from './client';
import { inTransaction } from './transaction';

/** A stream, as it is called. */
export interface StreamName {
  readonly id: string;
  readonly name: string;
}

/** Creates a stream. Others may have the same name. */
export function createStream(name: string): Promise<StreamName> {
  return insertStream(pool(), name);
}

/** The oldest stream of a name, which is created if there is none. */
export async function streamNamed(name: string): Promise<StreamName> {
  return (await findStream(pool(), name)) ?? (await createOnce(name));
}

/** Two that push at the same moment mean the same stream. */
function createOnce(name: string): Promise<StreamName> {
  return inTransaction(async (client) => {
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', [`stream ${name}`]);
    return (await findStream(client, name)) ?? (await insertStream(client, name));
  });
}

async function findStream(client: Pick<ClientBase, 'query'>, name: string): Promise<StreamName | undefined> {
  const { rows } = await client.query<StreamName>(
    `SELECT id::text AS id, name FROM source WHERE kind = 'stream' AND name = $1 ORDER BY created_at, id LIMIT 1`,
    [name],
  );
  return rows[0];
}

async function insertStream(client: Pick<ClientBase, 'query'>, name: string): Promise<StreamName> {
  const id = randomUUID();
  await client.query(`INSERT INTO source (id, name, state, kind) VALUES ($1, $2, 'ready', 'stream')`, [id, name]);
  return { id, name };
}

/** A stream by its id; null when there is none. */
export async function findStreamById(id: string): Promise<StreamName | null> {
  const { rows } = await pool().query<StreamName>(
    `SELECT id::text AS id, name FROM source WHERE kind = 'stream' AND id = $1`,
    [id],
  );
  return rows[0] ?? null;
}
