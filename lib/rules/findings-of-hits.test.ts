import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseQuery } from '@/lib/query';
import type { ActiveRule } from './active-rule';
import { findingsOfHits } from './findings-of-hits';
import { NEAR_MICROS, type RuleHit } from './rule-hit';

const HEAD: ActiveRule['document']['head'] = {
  ...{ title: 'R', id: 'r', name: null, status: null, level: null, description: null, author: null, license: null },
  ...{ date: null, modified: null, references: [], tags: [], falsePositives: [], fields: [], related: [], line: 1 },
};

function rule(q: string, by: readonly string[], raises = true): ActiveRule {
  return {
    ...{ kind: 'rule', id: 'r', title: 'Secrets read', level: 'high', confidence: 'medium', types: ['audit'] },
    ...{ techniques: ['T1552'], by, generation: 1, looksBack: true, raises, query: parseQuery(q), text: q },
    about: 'Somebody reads secrets.',
    logSource: {
      name: 'l',
      title: '',
      about: '',
      sources: [],
      types: [],
      events: '*',
      ownFields: true,
      fields: {},
      examples: [],
    },
    document: { head: HEAD },
  };
}

const SECRETS = rule('type:audit verb:(get or list)', ['user', 'verb']);
const AT = Date.UTC(2026, 0, 5) * 1000;

function hit(key: RuleHit['key'], from: number, events = 1, rest: Partial<RuleHit> = {}): RuleHit {
  return { key, type: 'audit', from, to: from, events, untimed: false, ...rest };
}

test('what is about the same and near is one finding, whose query asks for just these values', () => {
  const hits = [
    hit(['ann', 'get'], AT + NEAR_MICROS, 2),
    hit(['Ann', 'get'], AT, 3),
    hit(['ann', 'get'], AT + 3 * NEAR_MICROS),
    hit([null, 'list'], AT, 4),
  ];
  const found = findingsOfHits(SECRETS, hits);
  expect(found.map(({ query, events }) => [query, events])).toEqual([
    ['type:audit user:Ann verb:get', 5],
    ['type:audit user:ann verb:get', 1],
    ['type:audit -user:* verb:list', 4],
  ]);
  expect(found[0]).toMatchObject({
    title: 'Secrets read: Ann, get',
    subject: { user: 'Ann', verb: 'get' },
    from: AT,
    to: AT + NEAR_MICROS + 1000,
  });
  expect(found[0]?.reason).toContain('Somebody reads secrets.');
  expect(found[0]?.reason).toContain('It found 10 events, 5 events of them here.');
});

test('where some events were not told apart, none are', () => {
  const found = findingsOfHits(SECRETS, [hit(null, AT, 9), hit(['ann', 'get'], AT, 1)]);
  expect(found).toMatchObject([{ events: 10, query: 'type:audit verb:(get or list)', subject: {} }]);
});

test('a rule whose query cannot be opened says so', () => {
  const [found] = findingsOfHits({ ...SECRETS, text: null }, [hit(['ann', 'get'], AT)]);
  expect(found?.query).not.toContain('type:audit');
  expect(found?.reason).toContain('too long to be opened');
});

test('a rule that only serves correlations raises nothing', () => {
  expect(findingsOfHits(rule('*', ['user'], false), [hit(['ann'], AT)])).toEqual([]);
});

const hits = fc.array(
  fc.record({
    key: fc.tuple(fc.constantFrom('ann', 'ANN', 'bob', null), fc.constantFrom('get', 'list')),
    at: fc.nat(40),
    length: fc.nat(3),
    events: fc.integer({ min: 1, max: 9 }),
    type: fc.constantFrom('audit' as const, 'node' as const),
  }),
  { maxLength: 60 },
);

test('no event is lost or told twice, in whatever order hits come, and findings of the same are apart', () => {
  fc.assert(
    fc.property(hits, fc.array(fc.nat(), { minLength: 60, maxLength: 60 }), (given, order) => {
      const all = given.map(({ key, at, length, events, type }) => {
        const from = AT + at * (NEAR_MICROS / 4);
        return hit(key, from, events, { type, to: from + length * 1_000_000 });
      });
      const found = findingsOfHits(SECRETS, all);
      expect(found.reduce((sum, { events }) => sum + events, 0)).toBe(all.reduce((sum, { events }) => sum + events, 0));
      for (const one of found) {
        for (const other of found) {
          if (one === other || JSON.stringify(one.key) !== JSON.stringify(other.key)) continue;
          expect(one.to <= other.from || other.to <= one.from).toBe(true);
        }
      }
      const shuffled = all.map((each, index) => ({ each, rank: order[index] ?? 0 })).sort((a, b) => a.rank - b.rank);
      const again = findingsOfHits(
        SECRETS,
        shuffled.map(({ each }) => each),
      );
      const facts = (findings: typeof found) =>
        findings.map(({ key, from, to, events }) => JSON.stringify([key, from, to, events])).sort();
      expect(facts(again)).toEqual(facts(found));
    }),
  );
});
