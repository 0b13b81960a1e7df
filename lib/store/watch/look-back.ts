import type { ClientBase } from 'pg';
import { pool } from '../client';

/** Says of rules that they have begun to look at what was stored before. */
export async function beginLookBack(client: ClientBase, rules: readonly string[]): Promise<void> {
  await client.query(`UPDATE rule SET look_back = 'running' WHERE id = ANY ($1::text[]) AND look_back = 'waiting'`, [
    rules,
  ]);
}

/** Says of a rule that it could not be run over what is stored, and why. It goes on looking at what comes. */
export async function failLookBack(client: ClientBase, rule: string, failure: string): Promise<void> {
  await client.query(
    `UPDATE rule SET failure = $2, look_back = CASE WHEN look_back IN ('waiting', 'running') THEN 'failed' ELSE look_back END
     WHERE id = $1`,
    [rule, failure],
  );
}

/** Says of rules, those up to a generation, that they have looked at everything. Answers how many these are. */
export async function endLookBack(generation: number): Promise<number> {
  const { rowCount } = await pool().query(
    `UPDATE rule SET look_back = 'done' WHERE look_back IN ('waiting', 'running') AND "on" AND generation <= $1`,
    [generation],
  );
  return rowCount ?? 0;
}
