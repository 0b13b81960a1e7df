import { Conflict } from '@/lib/errors';
import type { RuleDetail } from '@/lib/interface';
import { inTransaction } from '../transaction';
import { readRule, ruleNamed } from './read-rule';
import { lookAnew } from './rule-changes';
import { lockRules, tellRulesChanged } from './rule-lock';
import { storedRules } from './stored-rules';

/** Lets a rule that is on look through all that is stored, again. Throws `NotFound` and `Conflict`. */
export async function lookBack(id: string, by: string, signal?: AbortSignal): Promise<RuleDetail> {
  const { row, known } = ruleNamed(await storedRules(signal), id);
  if (known.kind === 'filter') throw new Conflict('a filter looks for nothing by itself');
  if (!row.on || known.refusals.length > 0) throw new Conflict('the rule is off; turn it on first');
  await inTransaction(async (client) => {
    await lockRules(client);
    await client.query('DELETE FROM rule_hit WHERE rule = $1', [id]);
    await lookAnew(client, [id], true);
    await client.query('UPDATE rule SET changed_at = now(), changed_by = $2 WHERE id = $1', [id, by]);
    await tellRulesChanged(client);
  });
  return readRule(id, signal);
}

/** Stops a rule's look at what was stored before it was turned on; what it found stays. Throws `NotFound`. */
export async function cancelLookBack(id: string, by: string, signal?: AbortSignal): Promise<RuleDetail> {
  ruleNamed(await storedRules(signal), id);
  await inTransaction(async (client) => {
    await lockRules(client);
    await client.query(
      `UPDATE rule SET look_back = 'cancelled', changed_at = now(), changed_by = $2
       WHERE id = $1 AND look_back IN ('waiting', 'running')`,
      [id, by],
    );
    await tellRulesChanged(client);
  });
  return readRule(id, signal);
}
