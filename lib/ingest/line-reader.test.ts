import { expect, test } from 'vitest';
import { Clock, ReadContext } from '@/lib/formats';
import { identify } from '@/lib/layouts';
import { Joiner } from './joiner';
import { LineReader } from './line-reader';
import type { OpenRecord } from './record';

const HINTS = { modified: null, zoneMinutes: null, year: null, now: 0 };

interface Watch {
  reserved?(): void;
  written?(): void;
}

/** Reads lines, all in one block, into the records they make. */
function read(lines: Iterable<string>, clock = new Clock(HINTS), watch: Watch = {}): OpenRecord[] {
  const records: OpenRecord[] = [];
  let reserved = 0;
  const sink = {
    reserve: () => {
      watch.reserved?.();
      return reserved++;
    },
    unreserve: () => undefined,
    event: (record: OpenRecord) => {
      watch.written?.();
      records.push(record);
    },
  };
  const context = new ReadContext(clock, '0.log');
  const reader = new LineReader(sink, new Joiner(sink), context, identify('0.log'));
  let number = 0;
  let offset = 0;
  for (const line of lines) {
    number += 1;
    reader.line(line, { block: 0, offset, length: line.length + 1, lines: 1 }, number);
    offset += line.length + 1;
  }
  reader.flush();
  return records;
}

test('a record whose pieces never end is not collected without bound', () => {
  const piece = `2025-03-21T14:51:46.5Z stdout P ${'x'.repeat(200_000)}`;
  const records = read(Array.from({ length: 200 }, () => piece));
  expect(Math.max(...records.map(({ lines }) => lines))).toBeLessThan(50);
  expect(records.reduce((sum, record) => sum + record.lines, 0)).toBe(200);
});

test('pieces of an audit event of a megabyte are still one record', () => {
  const piece = '2025-03-21T14:51:46.5Z stdout P ';
  const lines = Array.from({ length: 90 }, () => piece + 'x'.repeat(16_384));
  expect(read([...lines, '2025-03-21T14:51:46.5Z stdout F end'])).toHaveLength(1);
});

test('a fault in a format costs one record, a split one too', () => {
  class Broken extends Clock {
    override setWithoutZone(): never {
      throw new Error('a fault');
    }
  }
  const records = read(
    [
      '2025-03-21T14:51:46.5Z stdout P {"time":"2025-03-21 12:0',
      '2025-03-21T14:51:46.5Z stdout F 0:00","msg":"x"}',
      '{"time":"2025-03-21 12:00:00","msg":"y"}',
      '2025-03-21T14:51:48.5Z stdout F next',
    ],
    new Broken(HINTS),
  );
  records.sort((a, b) => a.line - b.line);
  expect(records.map(({ lines, event }) => [lines, event.unparsed])).toEqual([
    [2, 'reading this failed: a fault'],
    [1, 'reading this failed: a fault'],
    [1, null],
  ]);
});

test('records that name ever new streams are not all kept open', () => {
  let open = 0;
  let most = 0;
  const lines = Array.from(
    { length: 500 },
    (_, index) => `{"time":"2025-03-21T14:51:46.5Z","stream":"s${index}","msg":"x"}`,
  );
  read(lines, new Clock(HINTS), {
    reserved: () => {
      open += 1;
      most = Math.max(most, open);
    },
    written: () => {
      open -= 1;
    },
  });
  expect(most).toBeLessThan(10);
});

test('a line between the pieces of a split record of the same output is kept', () => {
  const records = read([
    'TimeGenerated,Category,log_s',
    '2024-05-06T07:08:09Z,shop,"first',
    'TimeGenerated,Category,log_s',
    '2024-05-06T07:08:10Z,shop,"second',
    'half"',
  ]);
  expect(records.reduce((sum, { lines }) => sum + lines, 0)).toBe(5);
});
