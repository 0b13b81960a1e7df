import fc from 'fast-check';
import { expect, test } from 'vitest';
import { journalUpload } from './journal-upload';
import { LineCutter } from './plain-lines';
import type { PieceCutter } from './receiver';

/** Feeds bytes in chunks of the sizes, over and over; null = a pause. */
function cut(cutter: PieceCutter, bytes: Buffer, sizes: readonly (number | null)[]): Buffer[] {
  const pieces: Buffer[] = [];
  for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
    const size = sizes[turn % sizes.length] ?? null;
    if (size === null) {
      pieces.push(...cutter.pause());
      continue;
    }
    pieces.push(...cutter.push(bytes.subarray(at, at + size)));
    at += size;
  }
  return [...pieces, ...cutter.end()];
}

const sizes = fc
  .array(fc.option(fc.integer({ min: 1, max: 200_000 }), { freq: 3 }), { minLength: 1, maxLength: 8 })
  .filter((all) => all.some((size) => size !== null && size > 2000));

test('lines are never cut, and none is lost, wherever chunks end and the sender pauses', () => {
  const line = fc.nat(3000).map((length) => 'x'.repeat(length));
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 100 }), fc.boolean(), sizes, (lines, ended, chunks) => {
      const text = lines.join('\n') + (ended ? '\n' : '');
      const pieces = cut(new LineCutter(), Buffer.from(text), chunks);
      expect(pieces.join('')).toBe(text === '' || text.endsWith('\n') ? text : `${text}\n`);
      for (const piece of pieces) expect(piece.at(-1)).toBe(0x0a);
    }),
    { numRuns: 50 },
  );
});

test('a line that never ends is cut, so that memory has a bound', () => {
  const cutter = new LineCutter();
  const pieces = Array.from({ length: 40 }, () => cutter.push(Buffer.alloc(64 * 1024, 'x'))).flat();
  expect(pieces.length).toBeGreaterThan(0);
  for (const piece of pieces) expect(piece.length).toBeLessThan(2 * 1024 * 1024);
});

test('a journal is cut at the same places however it arrives, between entries', () => {
  const entry = fc.nat(60_000).map((length) => `__CURSOR=s=${length}\nMESSAGE=${'x'.repeat(length)}\n\n`);
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 25 }), sizes, (entries, chunks) => {
      const bytes = Buffer.from(entries.join(''));
      const pieces = cut(journalUpload.cutter(), bytes, chunks);
      expect(pieces.map(String)).toEqual(cut(journalUpload.cutter(), bytes, [bytes.length]).map(String));
      const records = pieces.flatMap((piece) => journalUpload.records?.(piece) ?? []);
      expect(records).toHaveLength(entries.length);
    }),
    { numRuns: 30 },
  );
});
