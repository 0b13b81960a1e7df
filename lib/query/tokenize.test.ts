import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hostileText } from './testing/arbitrary-query';
import { tokenize } from './tokenize';

function shown(text: string): string[] {
  return tokenize(text).map(({ kind, from, to }) => `${kind} ${text.slice(from, to)}`);
}

test('every piece of a query has its kind', () => {
  expect(shown('-user:sys* and (status>=400 or path:/^a/) "x y" bytes:[1 TO 2] ns:(a or b) word?')).toEqual([
    'operator -',
    'field user',
    'colon :',
    'wildcard sys*',
    'keyword and',
    'paren (',
    'field status',
    'operator >=',
    'value 400',
    'keyword or',
    'field path',
    'colon :',
    'regex /^a/',
    'paren )',
    'phrase "x y"',
    'field bytes',
    'colon :',
    'value [1 TO 2]',
    'field ns',
    'colon :',
    'paren (',
    'value a',
    'keyword or',
    'value b',
    'paren )',
    'wildcard word?',
  ]);
});

test('an expression stands by itself too', () => {
  expect(shown('/a b\\/c/ -/d/ /etc/passwd')).toEqual([
    'regex /a b\\/c/',
    'operator -',
    'regex /d/',
    'word /etc/passwd',
  ]);
});

test('half a query has tokens too', () => {
  expect(shown('user:')).toEqual(['field user', 'colon :']);
  expect(shown('a | count by x, "y z" | cuont 5 | where n>5')).toEqual([
    'word a',
    'pipe |',
    'stage count',
    'keyword by',
    'field x',
    'operator ,',
    'field "y z"',
    'pipe |',
    'error cuont',
    'value 5',
    'pipe |',
    'stage where',
    'field n',
    'operator >',
    'value 5',
  ]);
  expect(shown('user:"al')).toEqual(['field user', 'colon :', 'error "al']);
});

test('tokens of any text are in order, do not overlap, and leave out nothing but spaces', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.array(hostileText).map((parts) => parts.join(' ')),
      ),
      (text) => {
        let end = 0;
        for (const { from, to } of tokenize(text)) {
          expect(from >= end && to > from).toBe(true);
          expect(text.slice(end, from).trim()).toBe('');
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
      },
    ),
    { numRuns: 1000 },
  );
});
