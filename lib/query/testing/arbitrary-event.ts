import fc from 'fast-check';
import { type Attribute, FIELDS, LOG_TYPES, SEVERITIES } from '@/lib/events';
import { resolveField } from '../field-reference';
import { arbitraryText, arbitraryValue } from './arbitrary-query';
import type { SampleEvent } from './sample-event';

const TIMES = ['2026-01-30T23:59:59Z', '2026-01-31T11:00:00Z', '2026-01-31T12:00:00Z', '2026-01-31T23:30:00Z'];

const fields = fc.record(Object.fromEntries(FIELDS.map(({ name }) => [name, arbitraryValue(resolveField(name))])));
const attributes = fc.record(
  Object.fromEntries(
    ['a', 'b.c', 'x-', 'Retries', 'odd name', 'ключ'].map((name) => [name, arbitraryValue(resolveField(name))]),
  ),
);

/** Events that generated queries have a chance to find. */
export const arbitraryEvent: fc.Arbitrary<SampleEvent> = fc.record({
  type: fc.constantFrom(...LOG_TYPES),
  severity: fc.option(fc.constantFrom(...SEVERITIES)),
  time: fc.option(fc.constantFrom(...TIMES).map((time) => Date.parse(time) * 1000)),
  message: arbitraryText,
  text: arbitraryText,
  fields: fields.map(present),
  attributes: attributes.map(present),
});

function present<T extends Attribute>(values: Record<string, T | null>): ReadonlyMap<string, T> {
  return new Map(
    Object.entries(values).flatMap(([name, value]): [string, T][] => (value === null ? [] : [[name, value]])),
  );
}
