import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { QueryableEvent } from '@/lib/query';
import type { FoundCorrelation } from '@/lib/sigma';
import type { ActiveCorrelation } from './active-rule';
import { activeRulesOf } from './active-rules-of';
import { CorrelatedEvent } from './correlated-event';
import { correlatedFields, correlationParts } from './correlation-parts';
import { CorrelationTimeline } from './correlation-timeline';
import { readRules } from './read-rules';
import { RuleBook } from './rule-book';

const SECOND = 1e6;

const TEXT = `title: Reads
id: reads
logsource: { product: kubernetes, service: audit }
detection: { a: { verb: get }, condition: a }
---
title: Lists
id: lists
logsource: { product: kubernetes, service: audit }
detection: { a: { verb: list }, condition: a }
---
title: Many
id: many
correlation: { type: event_count, rules: [reads], group-by: [user.username], timespan: 9s, condition: { gte: 3 } }
---
title: Few
id: few
correlation: { type: event_count, rules: [reads], group-by: [user.username], timespan: 9s, condition: { lt: 2 } }
---
title: Names
id: names
correlation: { type: value_count, rules: [reads], group-by: [user.username], timespan: 9s, condition: { gte: 2, field: objectRef.name } }
---
title: Both
id: both
correlation: { type: temporal_ordered, rules: [lists, reads], group-by: [user.username], timespan: 9s }
---
title: Sum
id: sum
correlation: { type: value_sum, rules: [reads], group-by: [user.username], timespan: 9s, condition: { gte: 5, field: responseStatus.code } }
---
title: Over another
id: over
correlation: { type: temporal, rules: [many, lists], group-by: [user.username], timespan: 20s }
`;

function activeRules() {
  const own = readRules(TEXT, null).rules.map(({ document }) => ({
    ...{ id: document.head.id ?? '', kind: document.kind, title: document.head.title, document, problem: null },
  }));
  const book = new RuleBook(own, new Set(own.map(({ id }) => id)));
  const settings = own.map(({ id }) => ({ id, on: true, exclude: '', generation: 1, looksBack: true }));
  return activeRulesOf(book, new Map(settings.map((setting) => [setting.id, setting])));
}

const ACTIVE = activeRules();
const FIELDS = correlatedFields(ACTIVE.correlations.map((each) => correlationParts(each, ACTIVE)));
const RULES = ACTIVE.rules.filter(({ id }) => FIELDS.has(id));
const CORRELATIONS = ACTIVE.correlations.map((each): [string, ActiveCorrelation] => [each.id, each]);

interface Drawn {
  readonly second: number;
  readonly user: string;
  readonly name: string;
  readonly status: number;
  readonly rule: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  second: fc.nat(60),
  user: fc.constantFrom('ann', 'bob'),
  name: fc.constantFrom('a', 'b'),
  status: fc.nat(4),
  rule: fc.nat(RULES.length - 1),
});

function eventOf({ second, user, name, status, rule }: Drawn, place: number): CorrelatedEvent {
  const fields: Readonly<Record<string, string | number>> = { user, name, status };
  const event: QueryableEvent = {
    ...{ type: 'audit', severity: null, time: second * SECOND, message: '', text: '' },
    field: (field) => fields[field] ?? null,
    attribute: () => null,
  };
  const own = RULES[rule];
  if (own === undefined) throw new RangeError(`no rule ${rule}`);
  const seen = { id: `e${String(place).padStart(3, '0')}`, time: second * SECOND };
  return CorrelatedEvent.of(own, FIELDS.get(own.id) ?? [], event, seen);
}

const told = (found: readonly FoundCorrelation[]) =>
  found.map(({ group, from, to, figure, events }) => ({ group, from, to, figure, events }));

test.each(CORRELATIONS)(
  '%s comes true alike, in whatever parts its events come and are settled',
  (_id, correlation) => {
    const parts = correlationParts(correlation, ACTIVE);
    fc.assert(
      fc.property(
        fc.array(drawn, { maxLength: 60 }).map((all) => all.map(eventOf)),
        fc.array(fc.nat(9), { maxLength: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (events, sizes, heldMax) => {
          const whole = new CorrelationTimeline(parts);
          expect(whole.add(events)).toBe(true);
          let timeline = new CorrelationTimeline(parts, heldMax);
          for (let at = 0, turn = 0; at < events.length; turn += 1) {
            const size = sizes[turn] ?? 5;
            if (!timeline.add(events.slice(at, at + size))) {
              timeline = new CorrelationTimeline(parts, heldMax);
              timeline.add(events.slice(0, at + size));
            }
            at += size;
            timeline.matches(30 * SECOND);
          }
          expect(told(timeline.matches(90 * SECOND))).toEqual(told(whole.matches(90 * SECOND)));
        },
      ),
    );
  },
);

const TRUE: readonly Drawn[] = [
  { second: 0, user: 'ann', name: 'a', status: 3, rule: RULES.findIndex(({ id }) => id === 'lists') },
  ...[1, 2, 3, 40].map((second) => ({
    ...{ second, user: 'ann', name: String(second), status: 3 },
    rule: RULES.findIndex(({ id }) => id === 'reads'),
  })),
];

test.each(CORRELATIONS)('%s comes true at all', (_id, correlation) => {
  const timeline = new CorrelationTimeline(correlationParts(correlation, ACTIVE));
  timeline.add(TRUE.map(eventOf));
  expect(timeline.matches(90 * SECOND).length).toBeGreaterThan(0);
});
