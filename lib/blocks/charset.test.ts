import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  CHARSET,
  fromWindows1252,
  OriginalBytes,
  toWindows1252,
  Utf16Reader,
  utf16Length,
  withCharset,
} from './charset';

const text = fc.string({ unit: fc.constantFrom('a', '\n', 'é', '日', '😀', '\ud83d', '\udc00', '\ufeff', '\0') });

function cuts(bytes: Buffer, at: readonly number[]): Buffer[] {
  const places = [...new Set(at.map((place) => place % (bytes.length + 1)))].sort((a, b) => a - b);
  return [0, ...places].map((place, index) => bytes.subarray(place, places[index]));
}

test('UTF-16 becomes UTF-8 and its own bytes again, whatever it holds and wherever it is cut', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text.map((letters) => Buffer.from(letters, 'utf16le')),
        fc.uint8Array().map(Buffer.from),
      ),
      fc.constantFrom(CHARSET.utf16le, CHARSET.utf16be),
      fc.array(fc.nat(200), { maxLength: 3 }),
      fc.array(fc.nat(200), { maxLength: 3 }),
      (bytes: Buffer, charset, chunks, blocks) => {
        const reader = new Utf16Reader(charset);
        const stored = Buffer.concat([...cuts(bytes, chunks).map((chunk) => reader.push(chunk)), reader.end()]);
        const original = new OriginalBytes();
        const pieces = cuts(stored, blocks);
        const back = Buffer.concat(pieces.map((piece) => original.of(withCharset(0, charset), piece)));
        expect(back.equals(bytes)).toBe(true);
        expect(pieces.reduce((sum, piece) => sum + utf16Length(piece), 0)).toBe(bytes.length);
      },
    ),
  );
});

test('well-formed UTF-16 becomes the same text', () => {
  const letters = '\ufeffgrüße 日本 😀\n';
  for (const [charset, bytes] of [
    [CHARSET.utf16le, Buffer.from(letters, 'utf16le')],
    [CHARSET.utf16be, Buffer.from(letters, 'utf16le').swap16()],
  ] as const) {
    const reader = new Utf16Reader(charset);
    expect(Buffer.concat([reader.push(bytes), reader.end()]).toString('utf8')).toBe(letters);
  }
});

test('Windows-1252 becomes UTF-8 and its own bytes again', () => {
  expect(fromWindows1252(Buffer.from('caf\xe9 \x80 \x93x\x94', 'latin1')).toString('utf8')).toBe('café € “x”');
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toWindows1252(fromWindows1252(Buffer.from(bytes))).equals(Buffer.from(bytes))).toBe(true);
    }),
  );
});
