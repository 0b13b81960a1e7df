import { describe, expect, test } from 'vitest';
import { Clock, ReadContext } from '@/lib/formats';
import { NOWHERE } from '@/lib/layouts';
import { Joiner } from './joiner';
import { LineReader } from './line-reader';
import type { OpenRecord } from './record';

/** The events that a file of these lines becomes, as `lines`, severity and message. */
function read(text: string) {
  const records: OpenRecord[] = [];
  let count = 0;
  const sink = {
    reserve: () => count++,
    unreserve: () => undefined,
    event: (record: OpenRecord) => records.push(record),
  };
  const clock = new Clock({ modified: null, zoneMinutes: null, year: null, now: Date.UTC(2026, 5, 15) * 1000 });
  const reader = new LineReader(sink, new Joiner(sink), new ReadContext(clock, 'example.log'), NOWHERE);
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    reader.line(line, { block: 0, offset, length: line.length + 1, lines: 1 }, index + 1);
    offset += line.length + 1;
  }
  reader.flush();
  records.sort((one, other) => one.n - other.n);
  return records.map(({ event, lines }) => ({ lines, severity: event.severity, message: event.message }));
}

describe('a record of two lines', () => {
  test('of java.util.logging takes severity and message from the second', () => {
    const text = `Jan 02, 2024 3:04:05 AM shop.Cart open
WARNING: slow
Jan 02, 2024 3:04:06 AM shop.Cart open
SEVERE: gone
java.io.IOException: no disk
\tat shop.Cart.open(Cart.java:10)`;
    expect(read(text)).toEqual([
      { lines: 2, severity: 'warning', message: 'slow' },
      { lines: 4, severity: 'error', message: 'gone\njava.io.IOException: no disk\n\tat shop.Cart.open(Cart.java:10)' },
    ]);
  });

  test('of .NET has the message below its category, also inside an envelope', () => {
    const envelope = '2024-05-06T07:08:09.1Z stdout F ';
    expect(read(`${envelope}fail: Shop.Cart[0]\n${envelope}      gone\n${envelope}      twice`)).toEqual([
      { lines: 3, severity: 'error', message: 'gone\n      twice' },
    ]);
  });
});

test('what PostgreSQL adds under the same process joins the message above it', () => {
  const text = `2024-01-02 03:04:05.678 UTC [7] ERROR:  no carts
2024-01-02 03:04:05.678 UTC [7] STATEMENT:  SELECT 1
2024-01-02 03:04:05.679 UTC [8] HINT:  of another process`;
  expect(read(text).map(({ lines, message }) => [lines, message])).toEqual([
    [2, 'no carts\nSTATEMENT:  SELECT 1'],
    [1, 'HINT:  of another process'],
  ]);
});

test('lines with a head of their own stay apart inside an envelope', () => {
  const envelope = '2024-05-06T07:08:09.1Z stdout F ';
  const text = `${envelope}2024-05-06 07:08:09 INFO one
${envelope}2024-05-06 07:08:09 without a severity
${envelope}2024-05-06 07:08:09 and another
${envelope}which goes on`;
  expect(read(text).map(({ message }) => message)).toEqual(['one', 'without a severity', 'and another\nwhich goes on']);
});

describe('an exception', () => {
  test('belongs to the record that logged it, also inside an envelope', () => {
    const envelope = '2024-05-06T07:08:09.1Z stderr F ';
    const lines = [
      '2024-05-06 07:08:09,100 ERROR [main] shop.Cart - failed',
      'java.io.IOException: no disk',
      '\tat shop.Cart',
    ];
    expect(read(lines.map((line) => envelope + line).join('\n'))).toEqual([
      { lines: 3, severity: 'error', message: 'failed\njava.io.IOException: no disk\n\tat shop.Cart' },
    ]);
  });

  test('that a runtime prints is not part of an ordinary record before it', () => {
    const text = `2024-05-06 07:08:09,100 INFO [main] shop.Cart - ready
Exception in thread "main" java.io.IOException: no disk
\tat shop.Cart`;
    expect(read(text).map(({ lines, severity }) => [lines, severity])).toEqual([
      [1, 'info'],
      [2, 'error'],
    ]);
  });

  test('that nobody logged is a record of its own, with the exception of Python first', () => {
    const text = `ready
Traceback (most recent call last):
  File "/app/cart.py", line 3, in open
ValueError: no carts
ready again`;
    expect(read(text)).toEqual([
      { lines: 1, severity: null, message: 'ready' },
      {
        lines: 3,
        severity: 'error',
        message:
          'ValueError: no carts\nTraceback (most recent call last):\n  File "/app/cart.py", line 3, in open\nValueError: no carts',
      },
      { lines: 1, severity: null, message: 'ready again' },
    ]);
  });
});

test('the last piece of a split line may be missing', () => {
  const text = `{"log":"one ","stream":"stderr","time":"2024-05-06T07:08:09Z"}
{"log":"other\\n","stream":"stdout","time":"2024-05-06T07:08:09Z"}
{"log":"line\\n","stream":"stderr","time":"2024-05-06T07:08:09.1Z"}
{"log":"unfinished","stream":"stderr","time":"2024-05-06T07:08:10Z"}`;
  expect(read(text).map(({ lines, message }) => [lines, message])).toEqual([
    [2, 'one line'],
    [1, 'other'],
    [1, 'unfinished'],
  ]);
});
