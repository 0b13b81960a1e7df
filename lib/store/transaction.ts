import type { PoolClient } from 'pg';
import { pool } from './client';

/** Does work in a transaction of its own. If it throws, nothing of it happened, and the connection is not used again. */
export async function inTransaction<Answer>(work: (client: PoolClient) => Promise<Answer>): Promise<Answer> {
  const client = await pool().connect();
  let broken = true;
  try {
    await client.query('BEGIN');
    const answer = await work(client);
    await client.query('COMMIT');
    broken = false;
    return answer;
  } finally {
    client.release(broken);
  }
}
