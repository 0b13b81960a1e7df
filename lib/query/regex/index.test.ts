import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { arbitraryRegex, arbitraryRegexOptions, arbitraryRegexText } from '../testing/arbitrary-regex';
import { byteRegexMatcher, parseRegex, RegexError, regexMatcher } from './index';

describe('regexMatcher', () => {
  test('agrees with the engine of JavaScript', () => {
    fc.assert(
      fc.property(arbitraryRegex, arbitraryRegexText, (source, text) => {
        expect([source, text, regexMatcher(parseRegex(source))(text)]).toEqual([
          source,
          text,
          new RegExp(source, 'is').test(text),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('agrees with it where options say how letters, dots and ends are meant', () => {
    fc.assert(
      fc.property(arbitraryRegexOptions, arbitraryRegex, arbitraryRegexText, ({ options, flags }, source, text) => {
        expect([options, source, text, regexMatcher(parseRegex(options + source))(text)]).toEqual([
          options,
          source,
          text,
          new RegExp(source, flags).test(text),
        ]);
      }),
      { numRuns: 2000 },
    );
  });

  test('finds the same in bytes as in the text that they are, or says that they are not ASCII', () => {
    fc.assert(
      fc.property(arbitraryRegex, arbitraryRegexText, fc.nat(3), (source, text, before) => {
        const { matches, matchesAscii } = byteRegexMatcher(parseRegex(source));
        const bytes = Buffer.from(`${'x'.repeat(before)}${text}yy`);
        const found = matchesAscii(bytes, before, bytes.length - 2);
        const isAscii = bytes.every((byte) => byte < 128);
        expect([source, text, found ?? matches(text)]).toEqual([source, text, matches(text)]);
        if (isAscii) expect([source, text, found]).not.toContain(null);
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['É+', 'éÉ', true],
    ['[à-é]', 'É', true],
    ['💥', 'x💥', true],
    ['^.$', '💥', true],
    ['[\\]\\-a-c]', '-', true],
    ['[]', '', null],
    ['x{0}y', 'y', true],
    ['(?-i)a', 'A', false],
    ['(?-i)[a-c]', 'B', false],
    ['(?-i)É', 'é', false],
    ['a(?-i:b)c', 'ABC', false],
    ['a(?-i:b)c', 'AbC', true],
    ['((?-i)a|b)c', 'BC', false],
    ['((?-i)a|b)c', 'bC', true],
    ['(?-s)a.b', 'a\nb', false],
    ['(?m)^b$', 'a\nb\nc', true],
    ['^b$', 'a\nb\nc', false],
    ['(?x)a', '', null],
    ['(?)a', '', null],
  ])('%s on %s', (source, text, expected) => {
    if (expected === null) expect(() => parseRegex(source)).toThrow(RegexError);
    else expect(regexMatcher(parseRegex(source))(text)).toBe(expected);
  });

  test.each(['(a+)+$', '(a|aa)+$', '(a|a?)+$', '(.*a){20}', '(x+x+)+y', '([a-z]+)*[0-9]'])(
    'takes linear time with %s',
    (source) => {
      const matches = regexMatcher(parseRegex(source));
      const started = performance.now();
      matches(`${'a'.repeat(2000)}!${'x'.repeat(2000)}`);
      expect(performance.now() - started).toBeLessThan(1500);
    },
  );
});

describe('parseRegex', () => {
  test.each([
    '(',
    ')',
    '[',
    '[z-a]',
    '*a',
    'a**',
    'a{2}{3}',
    'a{3,2}',
    'a{256}',
    'a{,2}',
    '\\',
    '\\1',
    '\\x41',
    '(?<n>a)',
    '(?i',
    '(?!a)',
    '^*',
    '(?-is)*',
    '[[:alpha:]]',
    '(((a{99}){99}){99})',
    '('.repeat(40),
    'a'.repeat(1001),
  ])('refuses %.30s', (source) => {
    expect(() => parseRegex(source)).toThrow(RegexError);
  });

  test('throws nothing but RegexError', () => {
    const pieces = fc.constantFrom(
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      '\\',
      '^',
      '$',
      '*',
      '?',
      '|',
      '-',
      ':',
      '1',
      ',',
      'a',
      '\ud800',
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((parts) => parts.join('')),
        (source) => {
          try {
            parseRegex(source);
          } catch (error) {
            expect(error).toBeInstanceOf(RegexError);
          }
        },
      ),
      { numRuns: 2000 },
    );
  });
});
