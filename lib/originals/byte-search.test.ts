import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteSearch } from './byte-search';

/** ASCII letters in lower case; toLowerCase knows other letters too. */
function lowerAscii(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte) => (byte >= 65 && byte <= 90 ? byte + 32 : byte)));
}

const byte = fc.constantFrom(...Buffer.from('aAbBzZ@`[{\0 \x80\xe1\xff', 'latin1'));
const bytesOf = (size: fc.ArrayConstraints) => fc.array(byte, size).map((bytes) => Uint8Array.from(bytes));

test('bytes are found where the lower-case text holds them', () => {
  const search = new ByteSearch();
  fc.assert(
    fc.property(bytesOf({ maxLength: 80 }), bytesOf({ minLength: 1, maxLength: 4 }), fc.nat(90), (text, some, from) => {
      const needle = lowerAscii(some);
      search.load(text);
      const find = search.seek(needle);
      for (const start of [0, from]) expect(find(start)).toBe(lowerAscii(text).indexOf(needle, start));
    }),
    { numRuns: 5000 },
  );
});

test('a needle stands at every place of a text, also across the sixteen bytes that are compared together', () => {
  const search = new ByteSearch();
  for (let place = 0; place < 60; place += 1) {
    const text = Buffer.alloc(70, '.');
    text.write('TimeOut', place);
    search.load(text);
    const find = search.seek(Buffer.from('timeout'));
    expect([find(0), find(place), find(place + 1)]).toEqual([place, place, -1]);
  }
});

test('what a longer text left behind is not found, and texts may be of any length', () => {
  const search = new ByteSearch();
  search.load(Buffer.alloc(300_000, 'needle '));
  expect(search.seek(Buffer.from('needle'))(299_000)).toBe(299_005);
  search.load(Buffer.from('need'));
  expect(search.seek(Buffer.from('needle'))(0)).toBe(-1);
  expect(search.seek(Buffer.from('eed'))(0)).toBe(1);
  expect(search.seek(Buffer.alloc(0))(3)).toBe(3);
  search.load(Buffer.alloc(0));
  expect(search.seek(Buffer.from('x'))(0)).toBe(-1);
});
