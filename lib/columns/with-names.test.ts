import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COLUMN } from './column-catalogue';
import { SegmentColumnsBuilder } from './segment-columns';
import { withNames } from './with-names';

const NAMES = new Map([1, 2, 3, 4, 5].map((number) => [number, number % 2 === 0 ? 'even' : `odd ${number}`]));

test('a column with names is the one that they would have made', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.constantFrom(...NAMES.keys())), { maxLength: 30 }), (numbers) => {
      const [numbered, named] = [new SegmentColumnsBuilder(), new SegmentColumnsBuilder()];
      for (const [row, number] of numbers.entries()) {
        numbered.set(row, COLUMN.pattern, number);
        named.set(row, COLUMN.pattern, number === null ? null : (NAMES.get(number) ?? ''));
      }
      const made = withNames(numbered.finish(numbers.length), 'pattern', NAMES);
      expect(made.columns.get('pattern')).toEqual(named.finish(numbers.length).columns.get('pattern'));
    }),
  );
});

test('a value without a name is refused', () => {
  const columns = new SegmentColumnsBuilder();
  columns.set(0, COLUMN.pattern, 7);
  expect(() => withNames(columns.finish(1), 'pattern', NAMES)).toThrow('the value 7 of a column has no name');
});
