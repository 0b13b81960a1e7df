import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseSigma } from '../parse-sigma';
import type { CorrelationRule } from '../rule';
import { CorrelationEvaluator } from './correlation-evaluator';
import type { CorrelationEvent, CorrelationMatch } from './correlation-event';

const MINUTE = 60e6;

function correlation(text: string): CorrelationRule {
  const { documents, problems } = parseSigma(`title: c\ncorrelation: { group-by: [user], timespan: 10m, ${text} }\n`);
  const [document] = documents;
  if (document?.kind !== 'correlation') throw new Error(problems[0]?.message);
  return document;
}

interface Told {
  readonly minute: number;
  readonly rules: readonly string[];
  readonly user: string | null;
  readonly value: string | null;
}

function eventOf({ minute, rules, user, value }: Told, index: number): CorrelationEvent {
  const fields: Readonly<Record<string, string | null>> = { user, value };
  return { rules, time: minute * MINUTE, id: String(index), type: 'audit', field: (name) => fields[name] ?? null };
}

function matchesOf(rule: CorrelationRule, events: readonly Told[]): CorrelationMatch[] {
  const evaluator = new CorrelationEvaluator(rule);
  const matches = events.flatMap((event, index) => evaluator.add(eventOf(event, index)));
  return [...matches, ...evaluator.advance(Number.MAX_SAFE_INTEGER)];
}

/** `minute rule user value` in words, for short. */
function told(text: string): Told[] {
  return text.split(',').map((part) => {
    const [minute = '', rules = '', user = '-', value = '-'] = part.trim().split(' ');
    return {
      minute: Number(minute),
      rules: rules.split('+'),
      user: user === '-' ? null : user,
      value: value === '-' ? null : value,
    };
  });
}

describe('comes true', () => {
  test.each([
    ['type: event_count, rules: [a], condition: { gte: 3 }', '0 a u, 5 a u, 10 a u, 11 a u', ['0-10:3']],
    ['type: event_count, rules: [a], condition: { gt: 2 }', '0 a u, 5 a u, 11 a u', []],
    ['type: event_count, rules: [a], condition: { gte: 2 }', '0 a u, 1 a v, 2 a -, 3 a -, 20 a u', []],
    [
      'type: event_count, rules: [a], condition: { gte: 2 }',
      '0 a u, 1 a u, 2 a u, 30 a u, 31 a u',
      ['0-1:2', '30-31:2'],
    ],
    ['type: event_count, rules: [a, b], condition: { gte: 2 }', '0 a+b u, 1 b u', ['0-1:2']],
    ['type: event_count, rules: [a], condition: { lt: 3 }', '0 a u, 1 a u, 20 a u, 21 a u, 22 a u', ['0-1:2']],
    [
      'type: event_count, rules: [a], condition: { gt: 1, lte: 2 }',
      '0 a u, 1 a u, 20 a u, 40 a u, 41 a u, 42 a u',
      ['0-1:2'],
    ],
    ['type: event_count, rules: [a], condition: { eq: 1 }', '0 a u, 1 a v, 2 a v', ['0-0:1']],
    [
      'type: value_count, rules: [a], condition: { gte: 2, field: value }',
      '0 a u x, 1 a u x, 2 a u -, 9 a u y',
      ['1-9:2'],
    ],
    ['type: value_sum, rules: [a], condition: { gt: 9, field: value }', '0 a u 5, 1 a u many, 2 a u 5', ['0-2:10']],
    ['type: value_avg, rules: [a], condition: { gte: 4, field: value }', '0 a u 3, 2 a u 5', ['0-2:4']],
    ['type: value_median, rules: [a], condition: { gte: 5, field: value }', '0 a u 1, 1 a u 5, 2 a u 9', ['0-2:5']],
    [
      'type: value_percentile, rules: [a], condition: { gte: 9, field: value, percentile: 100 }',
      '0 a u 1, 2 a u 9',
      ['0-2:9'],
    ],
    ['type: temporal, rules: [a, b]', '0 b u, 1 a v, 9 a u, 10 b u', ['0-9:2']],
    ['type: temporal, rules: [a, b, c], condition: { gte: 2 }', '0 b u, 9 a u', ['0-9:2']],
    ['type: temporal, rules: [a, b, c], condition: a and (b or c)', '0 c u, 9 a u', ['0-9:2']],
    ['type: temporal, rules: [a, b], condition: a and not b', '0 a u, 1 a v, 2 b v', ['0-0:1']],
    ['type: temporal_ordered, rules: [a, b]', '0 b u, 1 a u, 2 b v, 11 b u', ['1-11:2']],
    ['type: temporal_ordered, rules: [a, b]', '0 a u, 11 b u', []],
    ['type: temporal_ordered, rules: [a, b]', '0 a+b u', []],
    ['type: temporal_ordered, rules: [a, b, c]', '0 a u, 1 c u, 2 b u, 3 c u', ['0-3:3']],
    [
      'type: temporal, rules: [a, b], group-by: [who], aliases: { who: { a: user, b: value } }',
      '0 a u v, 1 b x u',
      ['0-1:2'],
    ],
  ])('%s in %s', (text, events, expected) => {
    const rule = correlation(text.includes('group-by') ? text.replace('group-by: [who], ', '') : text);
    const grouped = text.includes('group-by') ? { ...rule, groupBy: ['who'] } : rule;
    const found = matchesOf(grouped, told(events));
    expect(found.map(({ from, to, figure }) => `${from / MINUTE}-${to / MINUTE}:${figure}`)).toEqual(expected);
  });
});

describe('is refused', () => {
  test.each([
    ['type: event_count, rules: [a]', 'needs a condition'],
    ['type: event_count, rules: [a], condition: { over: 1 }', '"over"'],
    ['type: event_count, rules: [a], condition: { gte: many }', 'needs a number'],
    ['type: value_count, rules: [a], condition: { gte: 1 }', 'of which field'],
    ['type: value_percentile, rules: [a], condition: { gte: 1, field: x }', 'percentile'],
    ['type: temporal, rules: [a]', 'two rules'],
    ['type: temporal, rules: [a, b], condition: a and c', '"c"'],
    ['type: event_count, rules: [a], condition: a', 'over names'],
    ['type: sequence, rules: [a]', 'type'],
    ['type: temporal, rules: [a, b], aliases: { x: { c: y } }', '"c"'],
  ])('%s', (text, message) => expect(() => correlation(text)).toThrow(message));

  test('a timespan that is none', () => {
    const { problems } = parseSigma(
      'title: c\ncorrelation: { type: event_count, rules: [a], timespan: soon, condition: { gte: 1 } }\n',
    );
    expect(problems[0]?.message).toContain('timespan');
  });
});

test('what comes late is counted, not used; groups are bounded', () => {
  const rule = correlation('type: event_count, rules: [a], condition: { gte: 2 }');
  const evaluator = new CorrelationEvaluator(rule, { groups: 2 });
  const found = told('5 a u, 1 a u, 6 a v, 7 a w, 8 a u, 9 a w').flatMap((event, index) =>
    evaluator.add(eventOf(event, index)),
  );
  expect([found.map(({ group }) => group[0]), evaluator.late, evaluator.dropped]).toEqual([['w'], 1, 2]);
});

const RULES = ['a', 'b', 'c'];
const arbitraryEvents = fc
  .array(
    fc.record({
      minute: fc.integer({ min: 0, max: 40 }),
      rules: fc.subarray(RULES, { minLength: 1 }),
      user: fc.constantFrom('u', 'v', null),
      value: fc.constantFrom('1', '2', '3', null),
    }),
    { maxLength: 25 },
  )
  .map((events) => events.sort((one, other) => one.minute - other.minute));

const arbitraryRule = fc
  .record({
    type: fc.constantFrom('event_count', 'value_count', 'value_sum', 'temporal', 'temporal_ordered'),
    is: fc.constantFrom('gte', 'gt'),
    value: fc.integer({ min: 1, max: 4 }),
  })
  .map(({ type, is, value }) => {
    const field = type.startsWith('value_') ? ', field: value' : '';
    return correlation(`type: ${type}, rules: [a, b, c], condition: { ${is}: ${value}${field} }`);
  });

/** The same by looking at all events of the time before each one. */
function plainFigure(rule: CorrelationRule, events: readonly Told[]): number {
  switch (rule.type) {
    case 'event_count':
      return events.length;
    case 'value_count':
      return new Set(events.flatMap(({ value }) => (value === null ? [] : [value]))).size;
    case 'value_sum':
      return events.reduce((sum, { value }) => sum + Number(value ?? 0), 0);
    case 'temporal':
      return new Set(events.flatMap(({ rules }) => rules)).size;
    default: {
      let most = 0;
      const follow = (from: number, place: number) => {
        most = Math.max(most, place);
        for (let at = from; at < events.length; at += 1)
          if (events[at]?.rules.includes(RULES[place] ?? '') === true) follow(at + 1, place + 1);
      };
      follow(0, 0);
      return most;
    }
  }
}

test('finds what a plain look at all events finds', () => {
  let compared = 0;
  fc.assert(
    fc.property(arbitraryRule, arbitraryEvents, (rule, events) => {
      const expected: string[] = [];
      for (const user of ['u', 'v']) {
        let wasTrue = false;
        const own = events.flatMap((event, index) => (event.user === user ? [{ ...event, index }] : []));
        for (const [place, event] of own.entries()) {
          const before = own.slice(0, place + 1).filter(({ minute }) => minute >= event.minute - 10);
          const figure = plainFigure(rule, before);
          const bound = rule.bounds[0];
          const isTrue = bound?.is === 'gt' ? figure > bound.value : figure >= (bound?.value ?? 0);
          // A group that was silent for longer than the time began anew.
          if (isTrue && (!wasTrue || before.length === 1)) expected.push(`${event.index} ${user}`);
          wasTrue = isTrue;
        }
      }
      compared += expected.length;
      const found = matchesOf(rule, events).map(({ last, group }) => `${last.id} ${group[0]}`);
      expect(found.sort()).toEqual(expected.sort());
    }),
    { numRuns: 200 },
  );
  expect(compared).toBeGreaterThan(20);
});
