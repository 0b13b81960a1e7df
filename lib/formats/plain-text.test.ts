import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text';

test.each([
  ['no escape', 'plain é text', 'plain é text'],
  ['colours', '\u001b[0m\u001b[1;31mred\u001b[0m!', 'red!'],
  ['a window title ended by BEL', '\u001b]0;title\u0007text', 'text'],
  ['a link ended by ESC backslash', '\u001b]8;;http://a\u001b\\text\u001b]8;;\u001b\\', 'text'],
  ['erase line', '\u001b[2Kweb | up', 'web | up'],
  ['a character set', '\u001b(Btext', 'text'],
  ['a command that never ends', '\u001b]0;title and text', '0;title and text'],
  ['an escape at the end', 'text\u001b[', 'text'],
  ['NUL', 'a\0b', 'a\ufffdb'],
])('cleans %s', (_what, text, expected) => {
  expect(plainText(text)).toBe(expected);
});

test('leaves neither escapes nor NUL in any text, and is settled after one pass', () => {
  const hostile = fc.string({
    unit: fc.constantFrom('\u001b', '[', ']', '0', ';', 'm', '\u0007', '\\', '\0', 'a', '('),
  });
  fc.assert(
    fc.property(hostile, (text) => {
      const clean = plainText(text);
      expect(clean.includes('\u001b') || clean.includes('\0')).toBe(false);
      expect(plainText(clean)).toBe(clean);
    }),
  );
});
