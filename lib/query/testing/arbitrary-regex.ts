import fc from 'fast-check';

const ANCHORS = ['^', '$', '\\b'];
const ATOMS = [
  'a',
  'b',
  '.',
  '[ab]',
  '[^a]',
  '[^\\w]',
  '[.\\-]',
  '\\d',
  '\\W',
  '\\s',
  '\\.',
  '(a|b)',
  '(?:ab)',
  '(|a)',
  '()',
  '(a|^b)',
];
const TIMES = ['', '', '', '*', '+', '?', '{2}', '{1,2}', '{0,1}', '*?'];

/** Regular expressions on which Postgres, JavaScript (flags `is`) and we should mean the same. */
export const arbitraryRegex = fc
  .array(
    fc.oneof(
      {
        weight: 5,
        arbitrary: fc.tuple(fc.constantFrom(...ATOMS), fc.constantFrom(...TIMES)).map((pair) => pair.join('')),
      },
      { weight: 1, arbitrary: fc.constantFrom(...ANCHORS, '|') },
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''));

/** Texts that such an expression may or may not match. */
export const arbitraryRegexText = fc.string({
  unit: fc.constantFrom('a', 'B', 'c', '1', '.', '-', ' ', '\n'),
  maxLength: 8,
});

/** Options that an expression may begin with, and the flags that say the same to the engine of JavaScript. */
export const arbitraryRegexOptions = fc.constantFrom(
  { options: '', flags: 'is' },
  { options: '(?i)', flags: 'is' },
  { options: '(?-i)', flags: 's' },
  { options: '(?-s)', flags: 'i' },
  { options: '(?m)', flags: 'ism' },
  { options: '(?m-is)', flags: 'm' },
);
