import { BUILT_IN_RULES } from '@/lib/rules';
import { inTransaction } from '../transaction';
import { BUILT_IN_DIGESTS } from './built-in-digests';
import { forgetFindings } from './forget-findings';
import { lockRules, tellRulesChanged } from './rule-lock';

/**
 * Brings the rules of this version of Trackway into the table: new ones are on unless they say otherwise and look at all that is
 * stored, changed ones look again, those that are no more go with what they found. What people set stays.
 */
export async function syncBuiltIn(): Promise<void> {
  await inTransaction(async (client) => {
    await lockRules(client);
    const { rows: changed } = await client.query<{ id: string }>(
      `INSERT INTO rule (id, origin, kind, title, text, "on", digest, generation, look_back, changed_by)
       SELECT id, 'built-in', kind, title, '', starts, digest, nextval('rule_generation'),
         CASE WHEN starts THEN 'waiting' ELSE 'none' END, 'Trackway'
       FROM unnest($1::text[], $2::text[], $3::text[], $4::boolean[], $5::text[]) AS given (id, kind, title, starts, digest)
       ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, title = excluded.title, digest = excluded.digest,
         generation = excluded.generation, look_back = CASE WHEN rule."on" THEN 'waiting' ELSE 'none' END,
         failure = NULL
       WHERE rule.digest <> excluded.digest RETURNING id`,
      columnsOf(),
    );
    const { rows: gone } = await client.query<{ id: string }>(
      `DELETE FROM rule WHERE origin = 'built-in' AND NOT (id = ANY ($1::text[])) RETURNING id`,
      [BUILT_IN_RULES.map(({ name }) => name)],
    );
    const ids = [...changed, ...gone].map(({ id }) => id);
    await client.query('DELETE FROM rule_hit WHERE rule = ANY ($1::text[])', [ids]);
    await forgetFindings(
      client,
      gone.map(({ id }) => id),
    );
    if (ids.length > 0) await tellRulesChanged(client);
  });
}

function columnsOf(): unknown[] {
  return [
    BUILT_IN_RULES.map(({ name }) => name),
    BUILT_IN_RULES.map(({ kind }) => kind),
    BUILT_IN_RULES.map(({ title }) => title),
    BUILT_IN_RULES.map(({ off }) => off !== true),
    BUILT_IN_RULES.map(({ name }) => BUILT_IN_DIGESTS.get(name) ?? ''),
  ];
}
