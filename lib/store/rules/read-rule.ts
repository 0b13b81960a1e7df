import { NotFound } from '@/lib/errors';
import type { RuleDetail } from '@/lib/interface';
import { describeQuery } from '@/lib/query';
import { BUILT_IN_RULES, type KnownRule } from '@/lib/rules';
import { readGround } from '../library/read-ground';
import { readOnly } from '../read-only';
import { ruleAnswerOf, surroundings } from './rule-answers';
import type { RuleRow } from './rule-rows';
import { type StoredRules, storedRules } from './stored-rules';

/** All that is known of a rule. Throws `NotFound`. */
export async function readRule(id: string, signal?: AbortSignal): Promise<RuleDetail> {
  const stored = await storedRules(signal);
  const { row, known } = ruleNamed(stored, id);
  const ground = await readGround(signal);
  const around = await readOnly((reader) => surroundings(reader, ground), signal);
  const answer = ruleAnswerOf(stored, row, around);
  if (answer === null) throw noRule(id);
  const { about, falsePositives, references, tags, next } = known.facts;
  return {
    ...answer,
    ...{ sigmaId: row.sigmaId, about, exclude: row.exclude },
    ...{ falsePositives: [...falsePositives], references: [...references], tags: [...tags], by: [...known.by] },
    text: writtenText(stored, known),
    q: known.run?.text ?? null,
    words: wordsOf(known),
    related: relatedTo(stored, known),
    next: next.map((question) => ({ ...question })),
  };
}

/** A rule as it was written. Throws `NotFound`. */
export async function readRuleText(id: string, signal?: AbortSignal): Promise<string> {
  const stored = await storedRules(signal);
  return writtenText(stored, ruleNamed(stored, id).known);
}

/** A rule and what is stored of it. Throws `NotFound`. */
export function ruleNamed(stored: StoredRules, id: string): { readonly row: RuleRow; readonly known: KnownRule } {
  const row = stored.rows.get(id);
  const known = stored.book.rule(id);
  if (row === undefined || known === null) throw noRule(id);
  return { row, known };
}

function noRule(id: string): NotFound {
  return new NotFound(`there is no rule "${id}"; it may have been deleted`);
}

/** The query in words; null where there is none, and for one that nobody could read to its end. */
export function wordsOf({ run }: KnownRule): string | null {
  return run === null || run.text === null ? null : describeQuery(run.query);
}

function writtenText(stored: StoredRules, { id, origin, run, correlation }: KnownRule): string {
  if (origin === 'own') return stored.textOf(id);
  if (run !== null) return run.text ?? '';
  if (correlation === null) return '';
  const builtIn = BUILT_IN_RULES.find(({ name }) => name === id);
  return builtIn?.kind === 'correlation' ? correlationText(builtIn) : '';
}

/** A correlation has no query: what it is made of, line by line. */
function correlationText({
  type,
  rules,
  by,
  withinSeconds,
  atLeast,
  field,
}: Extract<(typeof BUILT_IN_RULES)[number], { kind: 'correlation' }>): string {
  return [
    `type: ${type}`,
    `rules: ${rules.join(', ')}`,
    `by: ${by.join(', ')}`,
    `within: ${withinSeconds} s`,
    ...(field === undefined ? [] : [`field: ${field}`]),
    ...(atLeast === undefined ? [] : [`at least: ${atLeast}`]),
  ].join('\n');
}

function relatedTo({ book }: StoredRules, known: KnownRule): RuleDetail['related'] {
  const named = (id: string, as: RuleDetail['related'][number]['as']) => {
    const rule = book.rule(id);
    return rule === null ? [] : [{ id, title: rule.facts.title, as }];
  };
  const over = book
    .over(known.id)
    .map(({ id, kind }) => ({ id, as: kind === 'filter' ? 'filter' : 'correlation' }) as const);
  return [...known.refersTo.flatMap((id) => named(id, 'part')), ...over.flatMap(({ id, as }) => named(id, as))];
}
