import type { FieldReference } from './field-reference';
import type { FieldClause, Query } from './node';
import { type StoredValue, valueTest } from './value-test';

/** What is known of a field: its value as a column keeps it, null where the event has none, undefined where nothing is known. */
export type KnownOf = (field: FieldReference) => StoredValue | null | undefined;

/** What may become of an event, as bits: a query may find it, and may miss it. */
const FOUND = 1;
const MISSED = 2;
const EITHER = FOUND | MISSED;
type Judge = (known: KnownOf) => number;

const JUDGES = new WeakMap<Query, Judge>();

/**
 * Whether a query could find an event of which only some fields are known. Clauses are judged each by itself, so that it may
 * say yes where two of them exclude each other; it never says no of an event that `matches` finds.
 */
export function couldMatch(query: Query, known: KnownOf): boolean {
  const judge = JUDGES.get(query) ?? judgeOf(query);
  JUDGES.set(query, judge);
  return (judge(known) & FOUND) !== 0;
}

function judgeOf(query: Query): Judge {
  switch (query.kind) {
    case 'everything':
      return () => FOUND;
    case 'and':
      return joined(query.of.map(judgeOf), FOUND, MISSED);
    case 'or':
      return joined(query.of.map(judgeOf), MISSED, FOUND);
    case 'not': {
      const judge = judgeOf(query.of);
      return (known) => swapped(judge(known));
    }
    case 'text':
    case 'text-regex':
      return () => EITHER;
    case 'field':
      return clauseJudge(query);
  }
}

/** `all`: what comes of the whole only if it may of each part; `any`: what comes of it if it may of one. */
function joined(judges: readonly Judge[], all: number, any: number): Judge {
  return (known) => {
    let may = all;
    for (const judge of judges) {
      const part = judge(known);
      if ((part & all) === 0) return any;
      may |= part & any;
    }
    return may;
  };
}

function swapped(may: number): number {
  return (may & FOUND ? MISSED : 0) | (may & MISSED ? FOUND : 0);
}

function clauseJudge(clause: FieldClause): Judge {
  const { field, matcher } = clause;
  if (matcher.kind === 'other-field') {
    return (known) => (known(field) === null || known(matcher.field) === null ? MISSED : EITHER);
  }
  // Of relative times nothing is known here, so that it does not matter what they count from.
  const test = valueTest(clause, new Date(0));
  return (known) => {
    const value = known(field);
    if (value === undefined) return EITHER;
    return test(value) ? FOUND : MISSED;
  };
}
