import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { arbitraryRegex, arbitraryRegexText } from '../testing/arbitrary-regex';
import { parseRegex, regexMatcher, requiredLiterals } from './index';

describe('requiredLiterals', () => {
  it.each([
    ['Error', [['error']]],
    [
      '(fail|error): disk[0-9]',
      [
        ['fail', ': disk'],
        ['error', ': disk'],
      ],
    ],
    ['ab*c', [['a', 'c']]],
    ['(ab)+c', [['ab', 'c']]],
    ['^ab\\bcd$', [['abcd']]],
    ['a|', [['a'], []]],
    ['[0-9]', [[]]],
    ['x{0,3}', [[]]],
    ['É', [['é']]],
  ])('of %s', (source, expected) => {
    expect(requiredLiterals(parseRegex(source)).map((pieces) => pieces.filter((piece) => piece !== ''))).toEqual(
      expected,
    );
  });

  test('a text that matches holds all pieces of an alternative', () => {
    fc.assert(
      fc.property(arbitraryRegex, arbitraryRegexText, (source, text) => {
        const regex = parseRegex(source);
        if (!regexMatcher(regex)(text)) return;
        const lower = text.toLowerCase();
        expect([
          source,
          text,
          requiredLiterals(regex).some((pieces) => pieces.every((piece) => lower.includes(piece))),
        ]).toEqual([source, text, true]);
      }),
      { numRuns: 3000 },
    );
  });

  test('stays small', () => {
    expect(requiredLiterals(parseRegex('(a|b|c)(a|b|c)(a|b|c)(a|b|c)(a|b|c)')).length).toBeLessThanOrEqual(16);
  });
});
