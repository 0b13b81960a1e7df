import { combine, type FieldClause, type Matcher, type Query, type SimpleMatcher } from '@/lib/query';
import { existsClause, fieldClause } from './field-clause';
import type { FieldMapping } from './field-mapping';
import { type ItemTests, itemTests } from './item-tests';
import { keywordQuery } from './keyword-query';
import type { FieldTarget } from './log-sources/log-source';
import type { ModifierContext } from './modifiers';
import { isNever, NEVER, not } from './query-parts';
import type { DetectionItem } from './rule';
import type { SigmaTest } from './sigma-test';

/** What an item of a selection asks of an event, as a query. Throws Refused for what no query can ask. */
export function itemQuery(
  item: DetectionItem,
  mapping: FieldMapping,
  placeholders: ModifierContext['placeholders'],
): Query {
  const asked = itemTests(item, placeholders);
  const query = item.field === null ? keywordsQuery(asked) : fieldQuery(asked, mapping.targetsOf(item.field));
  return asked.negated ? not(query) : query;
}

function keywordsQuery({ values, joined }: ItemTests): Query {
  return simplest(
    joined,
    values.map((tests) => simplest('or', tests.map(keywordQuery))),
  );
}

/** An event has one of the targets: what one of them must be, any of them may be; what is missing, all of them lack. */
function fieldQuery({ values, joined }: ItemTests, targets: readonly FieldTarget[]): Query {
  if (joined === 'and')
    return simplest(
      'and',
      values.map((tests) => anyOf(tests, targets)),
    );
  return anyOf(values.flat(), targets);
}

function anyOf(tests: readonly SigmaTest[], targets: readonly FieldTarget[]): Query {
  const present = tests.filter((test) => !asksAbsence(test));
  const absent = tests.filter(asksAbsence).map(() => not(simplest('or', targets.map(existsClause))));
  const found = targets.flatMap((target) => asList(present.map((test) => fieldClause(test, target))));
  return simplest('or', [...found, ...absent.slice(0, 1)]);
}

function asksAbsence(test: SigmaTest): boolean {
  return test.kind === 'null' || (test.kind === 'exists' && !test.exists);
}

/** Clauses on one field as one with a list, as people would write it. */
function asList(clauses: readonly Query[]): Query[] {
  const simple = clauses.flatMap(alternatives);
  const [first] = simple;
  const name = first?.kind === 'field' ? first.field.name : null;
  const of = simple.flatMap((clause) =>
    clause.kind === 'field' && clause.field.name === name && isSimple(clause.matcher) ? [clause.matcher] : [],
  );
  if (first?.kind !== 'field' || of.length < 2 || of.length < simple.length) return [...clauses];
  const list: FieldClause = { ...first, matcher: { kind: 'list', of: distinct(of) } };
  return distinct(of).length < 2 ? [first] : [list];
}

/** Whether a list may hold it. */
function isSimple(matcher: Matcher): matcher is SimpleMatcher {
  return matcher.kind !== 'list' && matcher.kind !== 'other-field';
}

function alternatives(query: Query): readonly Query[] {
  return query.kind === 'or' ? query.of : isNever(query) ? [] : [query];
}

function distinct<M extends Matcher>(matchers: readonly M[]): M[] {
  return [...new Map(matchers.map((matcher) => [JSON.stringify(matcher), matcher])).values()];
}

/** Joined queries, without what decides nothing. */
export function simplest(kind: 'and' | 'or', of: readonly Query[]): Query {
  if (kind === 'and' && of.some(isNever)) return NEVER;
  const rest = kind === 'or' ? of.filter((query) => !isNever(query)) : of;
  return rest.length === 0 ? NEVER : combine(kind, rest);
}
