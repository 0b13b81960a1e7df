import fc from 'fast-check';
import { expect, test } from 'vitest';
import { queryPredicate } from '@/lib/query';
import { arbitraryEvent } from '@/lib/query/testing/arbitrary-event';
import { arbitraryQuery } from '@/lib/query/testing/arbitrary-query';
import { queryable } from '@/lib/query/testing/sample-event';
import { compileRule } from '../compile-rule';
import { readRecord } from '../testing/read-record';
import { ruleWith } from '../testing/rule-of';
import { PieceSearch } from './piece-search';
import { RuleSet } from './rule-set';

const NOW = new Date('2026-02-01T00:00:00Z');
const SOURCE = { events: '*', fields: { a: 'a', b: 'b.c', x: 'x-', retries: 'Retries' } };

test('finds what each query finds by itself', () => {
  let found = 0;
  fc.assert(
    fc.property(
      fc.array(arbitraryQuery, { minLength: 1, maxLength: 8 }),
      fc.array(arbitraryEvent, { minLength: 1, maxLength: 8 }),
      (queries, events) => {
        const set = new RuleSet(
          queries.map((query) => ({ query, logSource: SOURCE })),
          NOW,
        );
        const predicates = queries.map((query) => queryPredicate(query, NOW));
        for (const event of events.map(queryable)) {
          const places = predicates.flatMap((isMatch, place) => (isMatch(event) ? [place] : []));
          expect(set.finding(event)).toEqual(places);
          found += places.length;
        }
      },
    ),
    { numRuns: 60 },
  );
  expect(found).toBeGreaterThan(60);
});

test('asks only the log source of an event', () => {
  const rules = [
    ruleWith('s: { verb: get }\ncondition: s'),
    ruleWith('s: { Image|endswith: /curl }\ncondition: s', 'product: linux, category: process_creation'),
    ruleWith('s: [curl]\ncondition: s', 'product: linux'),
  ].map((rule) => compileRule(rule));
  const set = new RuleSet(
    rules.filter((rule) => rule.refusals === null),
    NOW,
  );
  const record =
    '{"process_exec":{"process":{"pid":77,"uid":0,"binary":"/usr/bin/CURL","arguments":"-s"}},"node_name":"n","time":"2024-05-06T07:08:09Z"}';
  expect(set.finding(readRecord(record))).toEqual([1, 2]);
  expect(
    set.finding(readRecord('10.0.0.9 - - [07/Feb/2020:11:48:51 +0000] "GET / HTTP/1.1" 200 1 "-" "curl"')),
  ).toEqual([]);
});

test('finds every piece that a text holds', () => {
  const piece = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 8 }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é') }),
      (pieces, text) => {
        const told = new Set<number>();
        new PieceSearch(pieces.map((one, number) => [one, number] as const)).find(text, (number) => told.add(number));
        expect([...told].sort()).toEqual(pieces.flatMap((one, number) => (text.includes(one) ? [number] : [])).sort());
      },
    ),
    { numRuns: 1000 },
  );
});
