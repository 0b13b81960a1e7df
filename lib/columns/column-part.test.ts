import fc from 'fast-check';
import { expect, it } from 'vitest';
import { attributeColumn, COLUMN } from './column-catalogue';
import { decodeColumnPart, encodeColumnPart } from './column-part';
import { SegmentColumnsBuilder } from './segment-columns';
import { storedChunks } from './stored-columns';

const text = fc.oneof(fc.constantFrom('a', 'b', '5', 'ä\u{1F600}', '\uD800'), fc.string({ maxLength: 6 }));
const event = fc.record({
  time: fc.option(fc.integer({ min: -1e6, max: 2e15 })),
  user: fc.option(text),
  status: fc.option(fc.constantFrom(200, 404, 70_000, -1, 0.5)),
  attributes: fc.dictionary(fc.constantFrom('a', 'b.c', 'ü'), fc.oneof(text, fc.constantFrom(5, 0.1, true)), {
    noNullPrototype: true,
  }),
});
type Event = typeof event extends fc.Arbitrary<infer Value> ? Value : never;

function noteIn(builder: SegmentColumnsBuilder, row: number, { time, user, status, attributes }: Event): void {
  builder.setTime(row, time);
  builder.set(row, COLUMN.user, user);
  builder.set(row, COLUMN.status, status);
  builder.setAttributes(row, attributes);
}

const chunksOf = (builder: SegmentColumnsBuilder, rows: number) => [...storedChunks(builder.finish(rows))];

it('columns put together of stored parts are those of all events', () => {
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), fc.integer({ min: 1, max: 15 }), (events, size) => {
      const whole = new SegmentColumnsBuilder();
      for (const [row, one] of events.entries()) noteIn(whole, row, one);
      const joined = new SegmentColumnsBuilder();
      for (let first = 0; first < events.length; first += size) {
        const some = events.slice(first, first + size);
        // Every second part is not stored.
        if ((first / size) % 2 === 1) {
          for (const [row, one] of some.entries()) noteIn(joined, first + row, one);
          continue;
        }
        const part = new SegmentColumnsBuilder();
        for (const [row, one] of some.entries()) noteIn(part, row, one);
        joined.append(first, decodeColumnPart(encodeColumnPart(part.finish(some.length)), some.length));
      }
      const order = (chunks: ReturnType<typeof chunksOf>) =>
        chunks
          .map((chunk) => ({ ...chunk, key: `${chunk.name} ${chunk.chunk}` }))
          .sort((a, b) => (a.key < b.key ? -1 : 1));
      expect(order(chunksOf(joined, events.length))).toEqual(order(chunksOf(whole, events.length)));
    }),
  );
});

it('a column that a part gave up is given up', () => {
  const part = new SegmentColumnsBuilder();
  const long = 'x'.repeat(1024 * 1024 + 1);
  part.setAttributes(0, { long });
  const joined = new SegmentColumnsBuilder();
  joined.setAttributes(0, { long: 'short' });
  joined.append(1, decodeColumnPart(encodeColumnPart(part.finish(1)), 1));
  expect(joined.columnOf(attributeColumn('long'), 2)).toBe('too-many');
});

it('damaged bytes are refused', () => {
  const builder = new SegmentColumnsBuilder();
  noteIn(builder, 0, { time: 1, user: 'jane', status: 200, attributes: {} });
  const bytes = encodeColumnPart(builder.finish(1));
  expect(() => decodeColumnPart(bytes.subarray(0, -1), 1)).toThrow(RangeError);
  expect(() => decodeColumnPart(bytes, 2)).toThrow(RangeError);
});
