import { combine, type FieldClause, knownField, type Matcher, type Query, type SimpleMatcher } from '@/lib/query';
import { existsClause, fieldClause } from './field-clause';
import type { FieldMapping } from './field-mapping';
import { type ItemTests, itemTests } from './item-tests';
import { keywordQuery } from './keyword-query';
import type { FieldTarget } from './log-sources/log-source';
import type { ModifierContext } from './modifiers';
import { isNever, NEVER, not } from './query-parts';
import { Refused } from './refusal';
import type { DetectionItem } from './rule';
import type { SigmaTest } from './sigma-test';
import { patternText } from './text-pattern';
import { EVENT_TIME } from './time-clause';
import { twoFieldsQuery } from './two-fields';

/** What an item of a selection asks of an event, as a query. Throws Refused for what no query can ask. */
export function itemQuery(
  item: DetectionItem,
  mapping: FieldMapping,
  placeholders: ModifierContext['placeholders'],
): Query {
  const asked = itemTests(item, placeholders);
  const query = item.field === null ? keywordsQuery(asked) : fieldQuery(asked, item.field, mapping);
  return asked.negated ? not(query) : query;
}

function keywordsQuery({ values, joined }: ItemTests): Query {
  return simplest(
    joined,
    values.map((tests) => simplest('or', tests.map(keywordQuery))),
  );
}

/** An event has one of the targets: what one of them must be, any of them may be; what is missing, all of them lack. */
function fieldQuery({ values, joined }: ItemTests, field: string, mapping: FieldMapping): Query {
  if (joined === 'and')
    return simplest(
      'and',
      values.map((tests) => anyOf(tests, field, mapping)),
    );
  return anyOf(values.flat(), field, mapping);
}

function anyOf(tests: readonly SigmaTest[], field: string, mapping: FieldMapping): Query {
  const targets = targetsOf(field, tests, mapping);
  const present = tests.filter((test) => test.kind !== 'field').filter((test) => !asksAbsence(test));
  const compared = tests.filter((test) => test.kind === 'field').map((test) => twoFieldsQuery(test, field, mapping));
  const absent = tests.filter(asksAbsence).map(() => not(simplest('or', targets.map(existsClause))));
  const clauses = targets.map((target) => present.map((test) => fieldClause(test, target)));
  refuseImpossible(present, clauses, field);
  const found = clauses.flatMap(asList);
  return simplest('or', [...found, ...compared, ...absent.slice(0, 1)]);
}

/** A name of the event's own time stands for it where nothing but its parts are asked for. */
function targetsOf(field: string, tests: readonly SigmaTest[], mapping: FieldMapping): readonly FieldTarget[] {
  const isTime = tests.every(({ kind }) => kind === 'time') && knownField(field)?.kind === 'time';
  return isTime && !mapping.names(field) ? [EVENT_TIME] : mapping.targetsOf(field);
}

/**
 * A value that no event can have, whatever stands for the field, would make a rule that never finds anything, without a word.
 * `clauses` are, for each target, those of the tests.
 */
function refuseImpossible(tests: readonly SigmaTest[], clauses: readonly (readonly Query[])[], field: string): void {
  const impossible = tests.find((_, place) => clauses.every((ofTarget) => isNever(ofTarget[place] ?? NEVER)));
  if (impossible === undefined) return;
  throw new Refused('value', field, `no event can have ${testWords(impossible)} in the field "${field}"`);
}

function testWords(test: SigmaTest): string {
  if (test.kind === 'text') return `"${patternText(test.pattern)}"`;
  return 'value' in test ? `"${test.value}"` : 'this value';
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
