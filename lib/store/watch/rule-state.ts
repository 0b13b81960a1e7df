import type { ClientBase, PoolClient } from 'pg';
import type { ActiveRules } from '@/lib/rules';
import { pool } from '../client';
import { activeRules, lockRules } from '../rules';
import { inTransaction } from '../transaction';

/** The rules that run, with a text that changes whenever anybody changes what they look for or through. */
export interface RunningRules extends ActiveRules {
  readonly settings: string;
  /** The latest generation of any rule. */
  readonly generation: number;
}

/** Whether a rule waits, runs or is done is our own word, and changes nothing of what it does. */
const SETTINGS = `SELECT coalesce(md5(string_agg(concat_ws(' ', id, "on", generation, exclude, digest,
  look_back IN ('none', 'cancelled', 'failed')), ',' ORDER BY id)), '') AS settings FROM rule`;

export async function ruleSettings(client: Pick<ClientBase, 'query'> = pool()): Promise<string> {
  const { rows } = await client.query<{ settings: string }>(SETTINGS);
  return rows[0]?.settings ?? '';
}

/** The rules as they are now. */
export async function runningRules(): Promise<RunningRules> {
  // Reading them may bring the built-in ones into the table, so that comes first.
  let active = await activeRules();
  for (;;) {
    const settings = await ruleSettings();
    const again = await activeRules();
    const all = [...again.rules, ...again.correlations];
    const generation = all.reduce((latest, rule) => Math.max(latest, rule.generation), 0);
    if (again.state === active.state) return { ...again, settings, generation };
    active = again;
  }
}

/**
 * Stores what rules found, unless rules were changed since they were read: then nothing is done, and the answer is null. Nobody changes
 * rules meanwhile.
 */
export async function whileRulesStay<Answer>(
  rules: Pick<RunningRules, 'settings'>,
  work: (client: PoolClient) => Promise<Answer>,
): Promise<Answer | null> {
  return inTransaction(async (client) => {
    await lockRules(client);
    return (await ruleSettings(client)) === rules.settings ? work(client) : null;
  });
}
