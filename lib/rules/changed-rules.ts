import type { ActiveCorrelation, ActiveRule } from './active-rule';

type Active = {
  readonly rules: readonly ActiveRule[];
  readonly correlations: readonly ActiveCorrelation[];
};

/** What became of the rules that run: ids. */
export interface ChangedRules {
  /** Those that ran and do so no more, or look for something else now: what they found is not theirs any more. */
  readonly stale: readonly string[];
  /** Those that did not run, or look for something else now. */
  readonly fresh: readonly string[];
}

/** Compares what runs before a change with what runs after it. */
export function changedRules(before: Active, after: Active): ChangedRules {
  const was = signatures(before);
  const is = signatures(after);
  const changed = (id: string) => was.get(id) !== is.get(id);
  return { stale: [...was.keys()].filter(changed), fresh: [...is.keys()].filter(changed) };
}

/** What each rule looks for, and about what it raises; of a correlation with what its rules look for. */
function signatures({ rules, correlations }: Active): ReadonlyMap<string, string> {
  const ofRules = new Map(rules.map((rule) => [rule.id, said([queryNumber(rule), rule.by, rule.raises])]));
  const all = new Map(ofRules);
  const named = new Map<string, string>();
  for (const { id, document } of rules) {
    for (const name of [document.head.id, document.head.name])
      if (name !== null) named.set(name, ofRules.get(id) ?? '');
  }
  for (const { id, document, by, raises } of correlations) {
    const { head, aliases, ...rest } = document;
    const parts = document.rules.map((name) => named.get(name) ?? name);
    const renamed = [...aliases].map(([alias, fields]) => [alias, [...fields]]);
    all.set(id, said([rest, renamed, head.id, by, raises, parts]));
  }
  return all;
}

function said(parts: readonly unknown[]): string {
  return JSON.stringify(parts);
}

/** Queries are kept while nothing about them changes, so that each can be known by a number: some are megabytes of text. */
const NUMBERS = new WeakMap<object, number>();
let latest = 0;

function queryNumber({ query }: ActiveRule): number {
  const known = NUMBERS.get(query);
  if (known !== undefined) return known;
  latest += 1;
  NUMBERS.set(query, latest);
  return latest;
}
