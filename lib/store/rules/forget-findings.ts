import type { PoolClient } from 'pg';
import { detectorOfRule } from '@/lib/rules';

/** Takes away what rules found that are no more: all but what somebody judged, which is kept out of sight. Answers how many. */
export async function forgetFindings(client: PoolClient, rules: readonly string[]): Promise<number> {
  const detectors = rules.map(detectorOfRule);
  await client.query(
    `UPDATE finding SET gone_at = now()
     WHERE detector = ANY ($1::text[]) AND gone_at IS NULL AND (verdict <> 'open' OR note <> '')`,
    [detectors],
  );
  const { rowCount } = await client.query(
    `DELETE FROM finding WHERE detector = ANY ($1::text[]) AND verdict = 'open' AND note = ''`,
    [detectors],
  );
  return rowCount ?? 0;
}
