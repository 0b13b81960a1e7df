import { FINDING_LEVELS, type RuleAnswer, type RulesAnswer, type RulesParameters } from '@/lib/interface';
import { readGround } from '../library/read-ground';
import { readOnly } from '../read-only';
import { ruleAnswerOf, surroundings } from './rule-answers';
import { type StoredRules, storedRules } from './stored-rules';

/** The rules that pass a filter, the worst and then by title. */
export async function readRules(parameters: RulesParameters, signal?: AbortSignal): Promise<RulesAnswer> {
  const stored = await storedRules(signal);
  const ground = await readGround(signal);
  const around = await readOnly((reader) => surroundings(reader, ground), signal);
  const all = [...stored.rows.values()].flatMap((row) => ruleAnswerOf(stored, row, around) ?? []);
  const passed = all.filter((rule) => passes(rule, parameters, stored)).sort(byLevelAndTitle);
  return { rules: passed.slice(0, parameters.limit), total: passed.length, counts: countsOf(all) };
}

function byLevelAndTitle(one: RuleAnswer, other: RuleAnswer): number {
  const level = FINDING_LEVELS.indexOf(other.level) - FINDING_LEVELS.indexOf(one.level);
  return level !== 0 ? level : one.title.localeCompare(other.title, 'en') || (one.id < other.id ? -1 : 1);
}

const STATES = {
  on: ({ on }: RuleAnswer) => on,
  off: ({ on, refusals }: RuleAnswer) => !on && refusals.length === 0,
  refused: ({ refusals }: RuleAnswer) => refusals.length > 0,
  blind: ({ on, missing }: RuleAnswer) => on && missing.length > 0,
} as const;

function countsOf(all: readonly RuleAnswer[]): RulesAnswer['counts'] {
  const count = (test: (rule: RuleAnswer) => boolean) => all.filter(test).length;
  return {
    all: all.length,
    on: count(STATES.on),
    off: count(STATES.off),
    refused: count(STATES.refused),
    blind: count(STATES.blind),
  };
}

function passes(rule: RuleAnswer, { origin, state, level, contains }: RulesParameters, stored: StoredRules): boolean {
  if (origin !== undefined && rule.origin !== origin) return false;
  if (state !== undefined && !STATES[state](rule)) return false;
  if (level !== undefined && rule.level !== level) return false;
  const sought = contains?.trim().toLowerCase() ?? '';
  return sought === '' || textsOf(rule, stored).some((text) => text.toLowerCase().includes(sought));
}

function textsOf(rule: RuleAnswer, { rows, book }: StoredRules): string[] {
  const tags = book.rule(rule.id)?.facts.tags ?? [];
  const { title, file, author, id, techniques, matrix } = rule;
  return [title, file ?? '', author ?? '', id, rows.get(id)?.sigmaId ?? '', ...tags, ...techniques, ...matrix];
}
