import { randomUUID } from 'node:crypto';
import type { PoolClient } from 'pg';
import { TooLarge } from '@/lib/errors';
import type { ReadRule, ReadRulesAnswer } from '@/lib/interface';
import type { ReadDocument, ReadProblem } from '@/lib/rules';
import { digestOf } from './built-in-digests';
import { grouped } from './grouped';
import { wordsOf } from './read-rule';
import { changeRules } from './rule-changes';
import type { RuleRow } from './rule-rows';
import { type StoredRules, storedRules } from './stored-rules';

/** More would make each change to any of them slow. */
const OWN_RULES_MAX = 10_000;

/** A rule that was handed in, and the stored one whose place it takes. */
interface Placed {
  readonly given: ReadDocument;
  readonly row: RuleRow | null;
}

/**
 * Stores rules that were handed in; new ones are off. One that is there already, by Sigma's id or else by its file and title,
 * gets the new text. Throws `TooLarge`.
 */
export async function addRules(
  given: readonly ReadDocument[],
  by: string,
): Promise<Pick<ReadRulesAnswer, 'rules' | 'problems'>> {
  await storedRules();
  const { placed, problems } = await changeRules(async ({ client, before }) => {
    const own = [...before.rows.values()].filter(({ origin }) => origin === 'own');
    const sorted = placesOf(given, own);
    const fresh = sorted.placed.filter(({ row }) => row === null).length;
    if (own.length + fresh > OWN_RULES_MAX) {
      throw new TooLarge(
        `there can be ${OWN_RULES_MAX} rules, and there would be ${own.length + fresh}; delete some first`,
      );
    }
    const stored: { id: string; outcome: ReadRule['outcome']; given: ReadDocument }[] = [];
    for (const { given: rule, row } of sorted.placed)
      stored.push({ ...(await store(client, rule, row, by)), given: rule });
    return { placed: stored, problems: sorted.problems };
  });
  const after = await storedRules();
  return { rules: placed.map(({ id, outcome, given: rule }) => readRuleOf(after, id, rule, outcome)), problems };
}

/** What is said of a rule that was handed in, among all rules. */
export function readRuleOf(
  { book }: Pick<StoredRules, 'book'>,
  id: string,
  { document, file, line }: ReadDocument,
  outcome: ReadRule['outcome'],
): ReadRule {
  const known = book.rule(id);
  return {
    id: outcome === 'checked' ? null : id,
    ...{ file, line, outcome, title: document.head.title, kind: document.kind },
    types: [...(known?.types ?? [])],
    q: known?.run?.text ?? null,
    words: known === null ? null : wordsOf(known),
    refusals: [...(known?.refusals ?? [])],
  };
}

/** By what a rule is the same as a stored one. */
function keyOf(sigmaId: string | null, file: string | null, title: string): string {
  return sigmaId === null ? JSON.stringify([file, title]) : sigmaId.toLowerCase();
}

/**
 * Finds the stored rule that each takes the place of. Documents of one file that share an id, as those of a global one may, are
 * told apart by their order; in another file the same id is a mistake.
 */
export function placesOf(
  given: readonly ReadDocument[],
  own: readonly RuleRow[],
): { readonly placed: readonly Placed[]; readonly problems: ReadProblem[] } {
  const rows = grouped(own, ({ sigmaId, file, title }) => keyOf(sigmaId, file, title));
  const taken = new Map<string, { readonly file: string | null; count: number }>();
  const placed: Placed[] = [];
  const problems: ReadProblem[] = [];
  for (const rule of given) {
    const { id, title } = rule.document.head;
    const key = keyOf(id, rule.file, title);
    const before = taken.get(key) ?? { file: rule.file, count: 0 };
    if (before.file !== rule.file) {
      const message = `${title}: its id ${id ?? ''} is that of a rule in ${before.file ?? 'another file'}, which was taken`;
      problems.push({ file: rule.file, line: rule.line, message });
      continue;
    }
    placed.push({ given: rule, row: rows.get(key)?.[before.count] ?? null });
    before.count += 1;
    taken.set(key, before);
  }
  return { placed, problems };
}

async function store(
  client: PoolClient,
  { document, text, file }: ReadDocument,
  row: RuleRow | null,
  by: string,
): Promise<{ id: string; outcome: 'added' | 'changed' | 'unchanged' }> {
  const digest = digestOf(text);
  if (row?.digest === digest) return { id: row.id, outcome: 'unchanged' };
  const id = row?.id ?? randomUUID();
  const { head, kind } = document;
  await client.query(
    `INSERT INTO rule (id, origin, kind, sigma_id, title, text, file, "on", digest, generation, created_at, changed_at, changed_by)
     VALUES ($1, 'own', $2, $3, $4, $5, $6, false, $7, nextval('rule_generation'), clock_timestamp(), now(), $8)
     ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, sigma_id = excluded.sigma_id, title = excluded.title,
       text = excluded.text, file = coalesce(excluded.file, rule.file), digest = excluded.digest,
       changed_at = excluded.changed_at, changed_by = excluded.changed_by`,
    [id, kind, head.id, head.title, text, file, digest, by],
  );
  return { id, outcome: row === null ? 'added' : 'changed' };
}
