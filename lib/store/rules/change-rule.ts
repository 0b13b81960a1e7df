import { BadRequest, Conflict } from '@/lib/errors';
import type { RuleDetail, RulePatch } from '@/lib/interface';
import { parseQuery } from '@/lib/query';
import { type KnownRule, readRules } from '@/lib/rules';
import { rowsOver } from '../rows-over';
import { digestOf } from './built-in-digests';
import { cancelLookBack, lookBack } from './look-back';
import { readRule, ruleNamed } from './read-rule';
import { changeRules, type RuleChange } from './rule-changes';
import { loadRules, storedRules } from './stored-rules';

/** Changes a rule. Throws `NotFound`, `BadRequest`, `QueryError`, and `Conflict` for what cannot be turned on or changed. */
export async function changeRule(id: string, patch: RulePatch, by: string, signal?: AbortSignal): Promise<RuleDetail> {
  const { on, text, exclude } = patch;
  ruleNamed(await storedRules(signal), id);
  if (on === undefined && text === undefined && exclude === undefined) {
    return patch.lookBack ? lookBack(id, by, signal) : cancelLookBack(id, by, signal);
  }
  await changeRules(async (change) => {
    const { row, known } = ruleNamed(change.before, id);
    if (text !== undefined) await changeText(change, known, text);
    if (exclude !== undefined) await changeExclude(change, known, exclude);
    if (on !== undefined) await change.client.query('UPDATE rule SET "on" = $2 WHERE id = $1', [row.id, on]);
    if (on === true) await refuseRefused(change, [id]);
    await change.client.query('UPDATE rule SET changed_at = now(), changed_by = $2 WHERE id = $1', [row.id, by]);
  }, patch.lookBack !== false);
  return readRule(id, signal);
}

/** Turns rules on or off; those that cannot be run stay off. Answers how many are not what they were. */
export async function changeManyRules(ids: readonly string[], on: boolean, by: string): Promise<number> {
  await storedRules();
  return changeRules(async ({ client, before }) => {
    const able = [...new Set(ids)].filter((id) => !on || before.book.rule(id)?.refusals.length === 0);
    const { rowCount } = await client.query(
      'UPDATE rule SET "on" = $2, changed_at = now(), changed_by = $3 WHERE id = ANY ($1::text[]) AND "on" <> $2',
      [able, on, by],
    );
    return rowCount ?? 0;
  });
}

async function changeText({ client, before }: RuleChange, { id, origin }: KnownRule, text: string): Promise<void> {
  if (origin === 'built-in')
    throw new Conflict('the text of a built-in rule cannot be changed; leave events out instead');
  const { rules, problems } = readRules(text, null);
  const [problem] = problems;
  if (problem !== undefined) throw new BadRequest(`text: line ${problem.line ?? 1}: ${problem.message}`);
  const [rule] = rules;
  if (rule === undefined) throw new BadRequest('text: there is no rule in it');
  if (rules.length > 1) throw new BadRequest(`text: these are ${rules.length} rules; add the others as new ones`);
  const { head, kind } = rule.document;
  const other = [...before.rows.values()].find((row) => row.id !== id && head.id !== null && row.sigmaId === head.id);
  if (other !== undefined) throw new Conflict(`the id ${head.id} is that of the rule "${other.title}"`);
  await client.query('UPDATE rule SET text = $2, digest = $3, title = $4, sigma_id = $5, kind = $6 WHERE id = $1', [
    ...[id, text, digestOf(text), head.title, head.id, kind],
  ]);
}

async function changeExclude({ client }: RuleChange, { id, kind }: KnownRule, exclude: string): Promise<void> {
  const isNone = exclude.trim() === '';
  if (!isNone && kind !== 'rule') throw new BadRequest(`exclude: a ${kind} has no events of its own to leave out`);
  if (!isNone && parseQuery(exclude).kind === 'everything') throw new BadRequest('exclude: this leaves all events out');
  await client.query('UPDATE rule SET exclude = $2 WHERE id = $1', [id, isNone ? '' : exclude]);
}

/** Throws `Conflict` with the reasons where a rule cannot be run, as it is in the transaction. */
async function refuseRefused({ client }: RuleChange, ids: readonly string[]): Promise<void> {
  const { book } = await loadRules(rowsOver(client));
  for (const id of ids) {
    const reasons = (book.rule(id)?.refusals ?? []).map(({ message }) => message);
    if (reasons.length > 0) throw new Conflict(`the rule cannot be run: ${reasons.join('; ')}`);
  }
}
