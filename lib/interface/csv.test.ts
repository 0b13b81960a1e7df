import { expect, test } from 'vitest';
import { csvLine } from './csv';

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '|cmd',
  '%0A',
  '\t=1',
  ' =1',
  '\u00a0=1',
  '\ufeff=1',
  '\u200b@x',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
])('%j is no formula', (text) => {
  expect(csvLine([text])).toBe(`'${text}\r\n`);
});

test.each(['a=1', 'user@host', '1-2', ' plain', 'ünï'])('%j stays as it is', (text) => {
  expect(csvLine([text])).toBe(`${text}\r\n`);
});

test('what would end a cell is quoted, and figures are figures', () => {
  expect(csvLine(['a,"b"', 'c\nd', -5, null, true])).toBe('"a,""b""","c\nd",-5,,true\r\n');
  expect(csvLine(['=HYPERLINK("http://x", "y")'])).toBe(`"'=HYPERLINK(""http://x"", ""y"")"\r\n`);
});
