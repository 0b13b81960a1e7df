import { describe, expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { type Format, NOT_MINE } from '@/lib/formats';
import { Joiner } from './joiner';
import { OpenRecord } from './record';

const joining: Format = {
  name: 'joining',
  title: '',
  about: '',
  source: '',
  type: null,
  reads: 'text',
  read: () => NOT_MINE,
  join: (whole, part) => {
    whole.message += `+${part.message}`;
  },
  examples: [],
};

function setUp() {
  const done: OpenRecord[] = [];
  const joiner = new Joiner({ reserve: () => 0, unreserve: () => undefined, event: (record) => done.push(record) });
  let line = 0;
  const take = (message: string, key: string | null, { ends = false, format = joining, block = 0 } = {}) => {
    line += 1;
    const event = new LogEvent();
    Object.assign(event, { message, joinKey: key, joinEnds: ends });
    const piece = { block, offset: line * 10, length: 10, lines: 1 };
    if (joiner.absorb(event, [format], piece)) return 'absorbed';
    return joiner.keep(new OpenRecord(event, line, line, piece, [format], message)) ? 'kept' : 'left alone';
  };
  return { done, joiner, take };
}

describe('records that belong together', () => {
  test('are one event that owns the lines of all, whatever stands between them', () => {
    const { done, take } = setUp();
    expect([take('a', '1'), take('x', '2'), take('b', '1'), take('c', '1', { ends: true })]).toEqual([
      'kept',
      'kept',
      'absorbed',
      'absorbed',
    ]);
    expect(done.map(({ event, lines, spans }) => [event.message, lines, spans])).toEqual([['a+b+c', 3, [0, 30, 20]]]);
  });

  test('wait until nothing more can come', () => {
    const { done, joiner, take } = setUp();
    take('a', '1');
    take('b', '2');
    expect(done).toEqual([]);
    joiner.flush();
    expect(done.map(({ event }) => event.message)).toEqual(['a', 'b']);
    expect(take('c', '1')).toBe('kept');
  });

  test('end where their format says that a record is of the next event', () => {
    const { done, take } = setUp();
    const format = { ...joining, belongs: (whole: LogEvent, part: LogEvent) => whole.message !== part.message };
    expect([take('a', '1', { format }), take('a', '1', { format }), take('b', '1', { format, ends: true })]).toEqual([
      'kept',
      'kept',
      'absorbed',
    ]);
    expect(done.map(({ event }) => event.message)).toEqual(['a', 'a+b']);
  });

  test('are a bounded number: the oldest is given up first', () => {
    const { done, take } = setUp();
    for (let key = 0; key <= 2048; key += 1) take(`m${key}`, String(key));
    expect(done.map(({ event }) => event.message)).toEqual(['m0']);
  });

  test('do not wait for long: what they say keeps the text of their block in memory', () => {
    const { done, take } = setUp();
    take('a', '1');
    take('b', '2', { block: 100 });
    expect(done).toEqual([]);
    take('c', '3', { block: 130 });
    expect(done.map(({ event }) => event.message)).toEqual(['a']);
  });
});

test('a record alone is left to others: no key, the last of its kind, or a format that joins nothing', () => {
  const { join: _, ...plain } = joining;
  const { take } = setUp();
  expect(take('a', null)).toBe('left alone');
  expect(take('b', '1', { ends: true })).toBe('left alone');
  expect(take('c', '1', { format: plain })).toBe('left alone');
});
