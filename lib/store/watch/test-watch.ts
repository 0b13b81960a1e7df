import { pool } from '../client';
import { RuleWatch } from './rule-watch';

/** Stores a rule as people do, on, without starting a look back by itself. Fixture of the database tests. */
export async function storeRule(
  rule: { readonly id: string; readonly text: string; readonly title?: string; readonly kind?: string },
  lookBack = 'waiting',
): Promise<void> {
  const { id, text, title = id, kind = 'rule' } = rule;
  await pool().query(
    `INSERT INTO rule (id, origin, kind, title, text, "on", digest, generation, look_back, changed_by)
     VALUES ($1, 'own', $2, $3, $4, true, $4, nextval('rule_generation'), $5, 'test')`,
    [id, kind, title, text, lookBack],
  );
}

/** Takes turns until nothing is left. */
export async function watchAll(watch = new RuleWatch()): Promise<RuleWatch> {
  for (let turn = 0; turn < 200; turn += 1) if ((await watch.turn()) === 'nothing') return watch;
  throw new Error('the rules found no end');
}
