import { expect, test } from 'vitest';
import { QueryError } from '../query-error';
import { gatherFilter } from './gather-filter';

test.each([
  ['user:ada', 'user:ada', ''],
  ['user:ada | count by verb', 'user:ada ', '| count by verb'],
  ['* | where user:ada', 'user:ada', ''],
  [
    'a or b | where verb:get | count by user | where count>2',
    '(a or b) and verb:get',
    ' | count by user | where count>2',
  ],
])('%s looks at the events of %s', (text, filter, steps) => expect(gatherFilter(text)).toEqual({ filter, steps }));

test('a text that cannot be read is refused', () => {
  expect(() => gatherFilter('user:( | count')).toThrow(QueryError);
});
