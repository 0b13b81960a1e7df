import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { csvRow, isOpenCsv } from './csv-row';

describe('a row of CSV', () => {
  test('comes back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 8 }), (values) => {
        const row = values.map((value) => `"${value.replaceAll('"', '""')}"`).join(',');
        expect(csvRow(row, 8)).toEqual(values);
        expect(isOpenCsv(row)).toBe(false);
      }),
    );
  });

  test.each([
    ['a,,c', ['a', '', 'c']],
    ['a,b,', ['a', 'b', '']],
    ['"a",b', ['a', 'b']],
    ['', ['']],
    ['"a"b,c', null],
    ['"a,b', null],
  ])('%j is %j', (text, values) => {
    expect(csvRow(text, 8)).toEqual(values);
  });

  test('has no more values than asked for', () => {
    expect(csvRow('a,b,c', 2)).toBeNull();
  });

  test('is open where a quote is', () => {
    expect(isOpenCsv('a,"b')).toBe(true);
    expect(isOpenCsv('b",c', true)).toBe(false);
    expect(isOpenCsv('b,c', true)).toBe(true);
  });
});
