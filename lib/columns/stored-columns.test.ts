import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeCodes, readCodesChunk } from './codes';
import { COLUMN } from './column-catalogue';
import { decodeDictionary } from './dictionary';
import { decodeMinutes } from './minute-counts';
import { SegmentColumnsBuilder } from './segment-columns';
import { CHUNK_ROWS, DICTIONARY_CHUNK, MINUTES_COLUMN, storedChunks, TIME_COLUMN } from './stored-columns';
import { decodeTimes, encodeTimes } from './times';

const SECOND = 1_000_000;

describe('times', () => {
  const time = fc.oneof(
    fc.constant(Number.NaN),
    fc.integer({ min: -2_000_000_000, max: 4_000_000_000 }).map((seconds) => seconds * SECOND),
    fc.integer({ min: -62_000_000_000_000, max: 250_000_000_000_000 }).map((millis) => millis * 1000),
    fc.maxSafeInteger(),
  );

  test('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(time), (list) => {
        const times = Float64Array.from(list);
        const back = new Float64Array(times.length);
        decodeTimes(encodeTimes(times), back);
        expect([...back]).toEqual([...times]);
      }),
    );
  });

  test('of whole seconds take a byte or two each', () => {
    const times = Float64Array.from({ length: 1000 }, (_, index) => (1_700_000_000 + index) * SECOND);
    expect(encodeTimes(times).length).toBeLessThan(1010);
  });

  test('of another number of events are refused', () => {
    const stored = encodeTimes(Float64Array.of(1, 2, 3));
    expect(() => decodeTimes(stored, new Float64Array(2))).toThrow(RangeError);
    expect(() => decodeTimes(stored, new Float64Array(4))).toThrow(RangeError);
  });
});

describe('a column', () => {
  const value = fc.option(fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'b', 'c')));

  test('comes back as it was, NUL and lone surrogates as the row holds them', () => {
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const builder = new SegmentColumnsBuilder();
        for (const [row, text] of values.entries()) builder.set(row, COLUMN.user, text);
        const stored = [...storedChunks(builder.finish(values.length))].filter(({ name }) => name === 'user');
        const written = values.map((text) =>
          text === null ? null : Buffer.from(text).toString().replaceAll('\0', '\uFFFD'),
        );
        expect(readBack(stored, values.length)).toEqual(written);
      }),
    );
  });

  test.each([200, 300, 70_000])('of %i values takes as few bytes a code as it can, over several chunks', (distinct) => {
    const rows = CHUNK_ROWS + 5000;
    const builder = new SegmentColumnsBuilder();
    const values = Array.from({ length: rows }, (_, row) => row % distinct);
    for (const [row, number] of values.entries()) builder.set(row, COLUMN.status, number);
    const stored = [...storedChunks(builder.finish(rows))].filter(({ name }) => name === 'status');
    expect(stored.map(({ chunk, rows: told }) => [chunk, told])).toEqual([
      [DICTIONARY_CHUNK, rows],
      [1, CHUNK_ROWS],
      [2, 5000],
    ]);
    // One comparison of texts: of arrays this long the test library's own takes seconds.
    expect(readBack(stored, rows).join(' ') === values.join(' ')).toBe(true);
  });

  test('of very many characters is not kept, and says so', () => {
    const builder = new SegmentColumnsBuilder();
    for (let row = 0; row < 6000; row += 1) builder.set(row, COLUMN.path, `${row} ${'x'.repeat(4000)}`);
    const stored = [...storedChunks(builder.finish(6000))].filter(({ name }) => name === 'path');
    expect(stored.map(({ chunk, bytes }) => [chunk, bytes.length])).toEqual([[DICTIONARY_CHUNK, 0]]);
  });
});

test('minutes count every event that has a time, by type and severity', () => {
  const event = fc.record({
    time: fc.option(fc.integer({ min: -5_000, max: 5_000 }).map((seconds) => seconds * SECOND)),
    type: fc.integer({ min: 1, max: 5 }),
    severity: fc.option(fc.integer({ min: 1, max: 7 })),
  });
  fc.assert(
    fc.property(fc.array(event), (events) => {
      const builder = new SegmentColumnsBuilder();
      for (const [row, { time, type, severity }] of events.entries()) {
        builder.setTime(row, time);
        builder.set(row, COLUMN.type, type);
        builder.set(row, COLUMN.severity, severity);
      }
      const stored = [...storedChunks(builder.finish(events.length))].find(({ name }) => name === MINUTES_COLUMN);
      const { minutes, types, severities, counts } = decodeMinutes(stored?.bytes ?? new Uint8Array(0));
      const counted = new Map<string, number>();
      for (const { time, type, severity } of events) {
        if (time === null) continue;
        const key = [Math.floor(time / (60 * SECOND)), type, severity ?? 0].join(' ');
        counted.set(key, (counted.get(key) ?? 0) + 1);
      }
      const read = Array.from(minutes, (minute, index) => {
        return [[minute, types[index], severities[index]].join(' '), counts[index]] as const;
      });
      expect(new Map(read)).toEqual(counted);
      expect(read).toHaveLength(counted.size);
    }),
  );
});

test('all times of a segment are stored', () => {
  const builder = new SegmentColumnsBuilder();
  builder.setTime(2, 5 * SECOND);
  const stored = [...storedChunks(builder.finish(4))].filter(({ name }) => name === TIME_COLUMN);
  const times = new Float64Array(4);
  decodeTimes(stored[0]?.bytes ?? new Uint8Array(0), times);
  expect([...times]).toEqual([Number.NaN, Number.NaN, 5 * SECOND, Number.NaN]);
});

function readBack(stored: readonly { readonly chunk: number; readonly bytes: Buffer }[], rows: number) {
  const dictionary = stored.find(({ chunk }) => chunk === DICTIONARY_CHUNK);
  if (dictionary === undefined) return Array.from({ length: rows }, () => null);
  const { values, counts } = decodeDictionary(dictionary.bytes);
  const codes = makeCodes(rows, values.length);
  for (const { chunk, bytes } of stored) {
    if (chunk !== DICTIONARY_CHUNK) readCodesChunk(bytes, codes, (chunk - 1) * CHUNK_ROWS);
  }
  const read = Array.from(codes, (code) => (code === 0 ? null : (values[code - 1] ?? null)));
  const counted = new Uint32Array(counts.length);
  for (const code of codes) counted[code] = (counted[code] ?? 0) + 1;
  expect(Buffer.from(counted.buffer).equals(Buffer.from(counts.buffer))).toBe(true);
  return read;
}

test('an attribute that differs from event to event is given up early, and one that repeats is not', () => {
  const builder = new SegmentColumnsBuilder();
  const rows = 18_000;
  for (let row = 0; row < rows; row += 1)
    builder.setAttributes(row, { id: `id-${row}`, pair: row >> 1, port: row % 9000 });
  for (let row = 0; row < rows; row += 1) builder.setAttributes(row, { user: `user-${row % 8000}` });
  const { columns } = builder.finish(rows);
  const given = [...columns].filter(([, column]) => column === 'too-many').map(([name]) => name);
  // Neighbours that are alike count once, and what repeats only after so many looks as if it never did.
  expect(given).toEqual(['@id', '@pair', '@port']);
});

test('an attribute is stored as its text, whatever kind of value has it', () => {
  const builder = new SegmentColumnsBuilder();
  const values = [1, '1', true, 'true', 1e21, 1, Number.NaN, 'a\0', 'a\uFFFD', -0];
  for (const [row, value] of values.entries()) builder.setAttributes(row, { key: value });
  const stored = [...storedChunks(builder.finish(values.length))].filter(({ name }) => name === '@key');
  const texts = ['1', '1', 'true', 'true', '1000000000000000000000', '1', null, 'a\uFFFD', 'a\uFFFD', '0'];
  expect(readBack(stored, values.length)).toEqual(texts);
  expect(decodeDictionary(stored[0]?.bytes ?? Buffer.alloc(0)).values).toHaveLength(5);
});
