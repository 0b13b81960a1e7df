import type { PoolClient } from 'pg';
import { NotFound } from '@/lib/errors';
import type { FindingAnswer, FindingPatch } from '@/lib/interface';
import { sql } from '@/lib/query';
import { inTransaction } from '../transaction';
import { FINDING_ROWS, type FindingRow, findingAnswerOf } from './finding-rows';

/** Notes what somebody makes of a finding, and keeps what was said before. Throws `NotFound`. */
export async function triageFinding(id: string, { verdict, note }: FindingPatch, by: string): Promise<FindingAnswer> {
  const answer = await inTransaction(async (client) => {
    const { rows } = await client.query<{ id: string; verdict: string; note: string }>(
      `UPDATE finding SET verdict = coalesce($2, verdict), note = coalesce($3, note), triaged_by = $4, triaged_at = now()
       WHERE id::text = $1 AND gone_at IS NULL RETURNING id, verdict, note`,
      [id.toLowerCase(), verdict ?? null, note ?? null, by],
    );
    const [said] = rows;
    if (said !== undefined) await remember(client, said, by);
    return answerOf(client, id);
  });
  if (answer === null) throw new NotFound(`there is no finding "${id}"; its events may have been deleted`);
  return answer;
}

async function remember(
  client: PoolClient,
  { id, verdict, note }: { readonly id: string; readonly verdict: string; readonly note: string },
  by: string,
): Promise<void> {
  await client.query('INSERT INTO finding_change (finding, verdict, note, by) VALUES ($1, $2, $3, $4)', [
    ...[id, verdict, note, by],
  ]);
}

async function answerOf(client: PoolClient, id: string): Promise<FindingAnswer | null> {
  const { rows } = await client.query<FindingRow>(
    sql`${FINDING_ROWS} WHERE finding.id::text = ${id.toLowerCase()} AND finding.gone_at IS NULL`.toQuery(),
  );
  return rows[0] === undefined ? null : findingAnswerOf(rows[0]);
}
