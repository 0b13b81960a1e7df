import type { PoolClient } from 'pg';
import { activeRulesOf, changedRules } from '@/lib/rules';
import { rowsOver } from '../rows-over';
import { inTransaction } from '../transaction';
import { lockRules, tellRulesChanged } from './rule-lock';
import { loadRules, type StoredRules, settingsOf } from './stored-rules';

/** What `change` in `changeRules` works with. */
export interface RuleChange {
  readonly client: PoolClient;
  /** All rules as they were. */
  readonly before: StoredRules;
}

/**
 * Changes rules in one transaction, one change at a time. Whatever then looks for something else than before, be it for a filter
 * that was turned on, gets a new generation, and what it had found goes. `looksBack`: whether it looks at what is stored too.
 */
export async function changeRules<Answer>(
  change: (change: RuleChange) => Promise<Answer>,
  looksBack = true,
): Promise<Answer> {
  return inTransaction(async (client) => {
    await lockRules(client);
    const before = await loadRules(rowsOver(client));
    const answer = await change({ client, before });
    await renew(client, before, looksBack);
    await tellRulesChanged(client);
    return answer;
  });
}

async function renew(client: PoolClient, before: StoredRules, looksBack: boolean): Promise<void> {
  const after = await loadRules(rowsOver(client));
  const { stale, fresh } = changedRules(activeOf(before), activeOf(after));
  await client.query('DELETE FROM rule_hit WHERE rule = ANY ($1::text[])', [stale]);
  await client.query(`UPDATE rule SET look_back = 'none', failure = NULL WHERE id = ANY ($1::text[])`, [stale]);
  await lookAnew(client, fresh, looksBack);
}

/** Gives rules a new generation. */
export async function lookAnew(client: PoolClient, ids: readonly string[], looksBack: boolean): Promise<void> {
  await client.query(
    `UPDATE rule SET generation = nextval('rule_generation'), look_back = $2, failure = NULL WHERE id = ANY ($1::text[])`,
    [ids, looksBack ? 'waiting' : 'none'],
  );
}

function activeOf(stored: StoredRules) {
  return activeRulesOf(stored.book, settingsOf(stored));
}
