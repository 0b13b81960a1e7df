import { combine, parseQuery, printQuery, QUERY_LENGTH_MAX, type Query } from '@/lib/query';
import type { ActiveCorrelation, ActiveRule } from './active-rule';
import type { KnownRule } from './known-rule';
import type { RuleBook } from './rule-book';

/** What is set of a rule. */
export interface RuleSetting {
  readonly id: string;
  readonly on: boolean;
  readonly exclude: string;
  readonly generation: number;
  readonly looksBack: boolean;
}

/**
 * The rules that are on and can be run. Those that a correlation is over are among them even when they are off themselves: they
 * then raise nothing.
 */
export function activeRulesOf(
  book: RuleBook,
  settings: ReadonlyMap<string, RuleSetting>,
): { readonly rules: readonly ActiveRule[]; readonly correlations: readonly ActiveCorrelation[] } {
  const on = book.rules.filter(({ id, refusals }) => refusals.length === 0 && settings.get(id)?.on === true);
  const rules = new Map<string, ActiveRule>();
  const correlations = new Map<string, ActiveCorrelation>();
  const add = (known: KnownRule, raises: boolean, over: RuleSetting | null) => {
    const setting = settings.get(known.id);
    if (setting === undefined || rules.has(known.id) || correlations.has(known.id)) return;
    const rule = activeRule(known, setting, raises, over);
    const correlation = activeCorrelation(known, setting, raises, over);
    if (rule !== null) rules.set(rule.id, rule);
    if (correlation !== null) correlations.set(correlation.id, correlation);
  };
  for (const known of on) add(known, known.raises, null);
  for (const known of on.filter(({ kind }) => kind === 'correlation')) {
    const over = settings.get(known.id) ?? null;
    for (const part of book.partsOf(known)) add(part, false, over);
  }
  return { rules: [...rules.values()], correlations: [...correlations.values()] };
}

function activeRule(
  known: KnownRule,
  setting: RuleSetting,
  raises: boolean,
  over: RuleSetting | null,
): ActiveRule | null {
  const { run } = known;
  if (run === null) return null;
  const query = withoutExcluded(run.query, setting.exclude);
  const { logSource, document } = run;
  return { ...headOf(known, setting, raises, over), kind: 'rule', query, text: shortText(query), logSource, document };
}

function activeCorrelation(
  known: KnownRule,
  setting: RuleSetting,
  raises: boolean,
  over: RuleSetting | null,
): ActiveCorrelation | null {
  if (known.correlation === null) return null;
  return { ...headOf(known, setting, raises, over), kind: 'correlation', document: known.correlation };
}

/** `over`: the correlation for which a rule runs that is off itself; it looks at what that looks at. */
function headOf(known: KnownRule, setting: RuleSetting, raises: boolean, over: RuleSetting | null) {
  const { title, about, level, confidence, techniques } = known.facts;
  const { generation, looksBack } = over ?? setting;
  return {
    id: known.id,
    types: known.types,
    by: known.by,
    title,
    about,
    level,
    confidence,
    techniques,
    generation,
    looksBack,
    raises,
  };
}

const EXCLUDED = new WeakMap<Query, { readonly exclude: string; readonly query: Query }>();

/**
 * A query without the events that another finds; the same object as long as both are the same. `exclude` is empty or can be
 * parsed.
 */
export function withoutExcluded(query: Query, exclude: string): Query {
  if (exclude.trim() === '') return query;
  const known = EXCLUDED.get(query);
  if (known?.exclude === exclude) return known.query;
  const excluded = parseQuery(exclude);
  const rest = combine('and', [query, { kind: 'not', of: excluded, at: excluded.at }]);
  EXCLUDED.set(query, { exclude, query: rest });
  return rest;
}

function shortText(query: Query): string | null {
  const text = printQuery(query);
  return text.length <= QUERY_LENGTH_MAX ? text : null;
}
