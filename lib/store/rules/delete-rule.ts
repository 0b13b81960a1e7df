import { Conflict } from '@/lib/errors';
import { forgetFindings } from './forget-findings';
import { ruleNamed } from './read-rule';
import { changeRules } from './rule-changes';
import { storedRules } from './stored-rules';

/** Deletes a rule with what it found, but for what was judged. Throws `NotFound`, and `Conflict` for a built-in one. */
export async function deleteRule(id: string): Promise<{ readonly title: string; readonly deletedFindings: number }> {
  await storedRules();
  return changeRules(async ({ client, before }) => {
    const { row, known } = ruleNamed(before, id);
    if (row.origin === 'built-in') throw new Conflict('a built-in rule cannot be deleted; turn it off');
    await client.query('DELETE FROM rule WHERE id = $1', [id]);
    await client.query('DELETE FROM rule_hit WHERE rule = $1', [id]);
    return { title: known.facts.title, deletedFindings: await forgetFindings(client, [id]) };
  });
}
