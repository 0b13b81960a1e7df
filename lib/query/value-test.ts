import { logTypeFromCode, severityFromCode } from '@/lib/events';
import type { FieldClause } from './node';
import { type Matcher, operatorOf, type TestTarget } from './operators';
import { numberOf, orderOfScalar } from './targets';

/** The value of a field as a column keeps it: types and severities are their codes. */
export type StoredValue = string | number;

/**
 * Makes the test of a clause on the value that an event has in its field, null for none: what `matches` says of the event.
 * Not for what other tables know (source, file), for times, nor for comparisons with another field.
 */
export function valueTest({ field, matcher }: FieldClause, now: Date): (value: StoredValue | null) => boolean {
  const test = operatorOf(matcher).test(matcher);
  const orderOf: TestTarget['orderOf'] = (scalar) => orderOfScalar(scalar, field, now);
  const textOf = noOther;
  return (value) => {
    if (value === null) return test({ field, text: null, order: null, orderOf, textOf });
    if (field.kind === 'type') {
      return test({ field, text: logTypeFromCode(Number(value)), order: null, orderOf, textOf });
    }
    const order = typeof value === 'number' ? value : field.kind === 'attribute' ? numberOf(value) : null;
    const text = field.kind === 'severity' ? severityFromCode(Number(value)) : String(value);
    return test({ field, text, order, orderOf, textOf });
  };
}

/** Of a clause that compares two fields one value says nothing. */
function noOther(): never {
  throw new RangeError('a comparison of two fields cannot be tested on the value of one');
}

/** A run of times in microseconds: `from` is in it, `to` is not. */
export interface TimeSpan {
  readonly from: number;
  readonly to: number;
}

/** What a matcher says of a time, as spans of which one must hold the time; null when it says something else. */
export function timeSpans({ field, matcher }: FieldClause, now: Date): TimeSpan[] | null {
  if (field.kind !== 'time') return null;
  return spansOf(matcher, (scalar) => orderOfScalar(scalar, field, now));
}

function spansOf(matcher: Matcher, micros: TestTarget['orderOf']): TimeSpan[] | null {
  const span = { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  switch (matcher.kind) {
    case 'exists':
      return [span];
    case 'compare': {
      const value = micros(matcher.value);
      if (matcher.comparator === '>') return [{ ...span, from: value + 1 }];
      if (matcher.comparator === '>=') return [{ ...span, from: value }];
      return [{ ...span, to: matcher.comparator === '<' ? value : value + 1 }];
    }
    case 'range': {
      const { low, high } = matcher;
      const from = low === null ? span.from : micros(low.value) + (low.inclusive ? 0 : 1);
      const to = high === null ? span.to : micros(high.value) + (high.inclusive ? 1 : 0);
      return [{ from, to }];
    }
    case 'list': {
      const spans = matcher.of.map((part) => spansOf(part, micros));
      return spans.every((part) => part !== null) ? spans.flat() : null;
    }
    default:
      return null;
  }
}
