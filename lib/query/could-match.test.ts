import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FIELDS, logTypeCode, severityCode } from '@/lib/events';
import { couldMatch, type KnownOf } from './could-match';
import type { FieldReference } from './field-reference';
import { matches } from './matches';
import { parseQuery } from './parse';
import { arbitraryEvent } from './testing/arbitrary-event';
import { arbitraryQuery } from './testing/arbitrary-query';
import { queryable, type SampleEvent } from './testing/sample-event';

const REQUEST: Readonly<Record<string, string | number | null>> = {
  type: logTypeCode('audit'),
  verb: 'create',
  resource: 'pods',
  subresource: null,
  status: null,
  'pod.privileged': null,
};

const could = (q: string) => couldMatch(parseQuery(q), ({ name }) => REQUEST[name]);

test.each([
  ['*', true],
  ['type:audit verb:create', true],
  ['type:node', false],
  ['user:ann', true],
  ['-user:ann', true],
  ['anything "at all" /x/', true],
  ['status:403', false],
  ['-status:403', true],
  ['not status>=400 -subresource:*', true],
  ['subresource:*', false],
  ['-resource:(pods or secrets)', false],
  ['resource:/^po/ verb:c*', true],
  ['user:ann or status:*', true],
  ['status:200 or pod.privileged:true', false],
  ['not (user:ann and status:200)', true],
  ['not (user:ann or -status:200)', false],
  ['not (verb:create and user:ann)', true],
  ['name:field(user)', true],
  ['name:field(status)', false],
  ['-name:field(status)', true],
  ['time>now-1h', true],
])('%s: %s', (q, expected) => {
  expect(could(q)).toBe(expected);
});

const NOW = new Date(0);
const CATALOGUE: ReadonlySet<string> = new Set(FIELDS.map(({ name }) => name));

/** What an event says of its fields, but for those whose names are hidden. */
function knownOf(event: SampleEvent, hides: (name: string) => boolean): KnownOf {
  return (field) => (hides(field.name) ? undefined : heldBy(event, field));
}

function heldBy(event: SampleEvent, { kind, name }: FieldReference): ReturnType<KnownOf> {
  if (kind === 'type') return logTypeCode(event.type);
  if (kind === 'severity') return event.severity === null ? null : severityCode(event.severity);
  if (kind === 'attribute') {
    const value = event.attributes.get(name) ?? null;
    return typeof value === 'boolean' ? String(value) : value;
  }
  return CATALOGUE.has(name) ? (event.fields.get(name) ?? null) : undefined;
}

test('what is known in part is never denied what all of it would be found or missed by', () => {
  fc.assert(
    fc.property(arbitraryQuery, arbitraryEvent, fc.integer({ min: 1, max: 3 }), (query, event, part) => {
      const known = knownOf(event, (name) => name.length % part === 0);
      const found = matches(query, queryable(event), NOW);
      expect(couldMatch(found ? query : { kind: 'not', of: query, at: query.at }, known)).toBe(true);
    }),
    { numRuns: 500 },
  );
});
