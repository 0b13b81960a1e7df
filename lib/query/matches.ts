import { nestedTest } from './nested';
import type { FieldClause, Query } from './node';
import { operatorOf } from './operators';
import type { QueryableEvent } from './queryable-event';
import { testTarget } from './targets';
import { textTermMatcher } from './text-terms';

export type Predicate = (event: QueryableEvent) => boolean;

/**
 * Makes the predicate of a query, to be asked about many events; it finds what the SQL of `compileQuery` finds. `now` is
 * what relative times count from. Regular expressions run in an automaton of our own, in linear time.
 */
export function queryPredicate(query: Query, now: Date): Predicate {
  switch (query.kind) {
    case 'everything':
      return () => true;
    case 'and': {
      const parts = query.of.map((part) => queryPredicate(part, now));
      return (event) => parts.every((part) => part(event));
    }
    case 'or': {
      const parts = query.of.map((part) => queryPredicate(part, now));
      return (event) => parts.some((part) => part(event));
    }
    case 'not': {
      const part = queryPredicate(query.of, now);
      return (event) => !part(event);
    }
    case 'text':
    case 'text-regex': {
      const occurs = textTermMatcher(query);
      return (event) => occurs(event.text);
    }
    case 'field':
      return clausePredicate(query, now);
  }
}

/** Whether one event is what a query asks for. */
export function matches(query: Query, event: QueryableEvent, now: Date): boolean {
  return queryPredicate(query, now)(event);
}

function clausePredicate({ field, matcher }: FieldClause, now: Date): Predicate {
  const test = operatorOf(matcher).test(matcher);
  if (field.kind === 'attribute') {
    const ofOriginal = nestedTest({ field, matcher });
    return (event) =>
      event.knowsAttribute?.(field.name) === false ? ofOriginal(event.text) : test(testTarget(field, event, now));
  }
  if (field.kind !== 'source') return (event) => test(testTarget(field, event, now));
  const id = { ...field, name: 'source.id' };
  return (event) => test(testTarget(field, event, now)) || test(testTarget(id, event, now));
}
