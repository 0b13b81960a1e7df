import type { PoolClient } from 'pg';

/** Where it is said that rules were changed. */
export const RULES_CHANNEL = 'trackway_rules';

/** Until the transaction ends nobody else changes rules. */
export async function lockRules(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_advisory_xact_lock(hashtext($1))', ['rules']);
}

/** Tells whoever runs rules, once this transaction is done. */
export async function tellRulesChanged(client: PoolClient): Promise<void> {
  await client.query('SELECT pg_notify($1, $2)', [RULES_CHANNEL, '']);
}
