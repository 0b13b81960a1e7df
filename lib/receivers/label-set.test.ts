import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseLabelSet } from './label-set';

test('labels are read with the escapes of Go', () => {
  expect(parseLabelSet('{a="b", job = "x\\"y\\\\z",t=`raw\\n`,e="\\x41\\u00e9\\101\\n",}')).toEqual([
    ['a', 'b'],
    ['job', 'x"y\\z'],
    ['t', 'raw\\n'],
    ['e', 'Aé\u0041\n'],
  ]);
  expect(parseLabelSet(' {} ')).toEqual([]);
});

test.each(['', 'a="b"', '{a}', '{a=b}', '{a="b', '{a="b" c="d"}', '{="x"}', '{a="b\\"}'])('%s is none', (text) => {
  expect(parseLabelSet(text)).toBeNull();
});

test('what is written as JSON would write it comes back', () => {
  const label = fc.tuple(fc.stringMatching(/^[a-z_]{1,8}$/), fc.string({ unit: 'grapheme' }));
  fc.assert(
    fc.property(fc.array(label, { maxLength: 5 }), (labels) => {
      const text = `{${labels.map(([name, value]) => `${name}=${JSON.stringify(value)}`).join(', ')}}`;
      expect(parseLabelSet(text)).toEqual(labels);
    }),
  );
});

test('any text is refused or read, and nothing else happens', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '"', '\\', '=', 'a', ',', '`', ' ', 'x') }), (text) => {
      const labels = parseLabelSet(text);
      expect(labels === null || Array.isArray(labels)).toBe(true);
    }),
  );
});
