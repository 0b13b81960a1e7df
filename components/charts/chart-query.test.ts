import { expect, test } from 'vitest';
import { checkPipeline } from '@/lib/query';
import { withinQuery } from './chart-query';

const CHART = '(decision:forbid or status:(401 or 403)) verb:* | count by user | limit 10';

test.each([
  ['', '(decision:forbid or status:(401 or 403)) verb:* | count by user | limit 10'],
  ['*', '(decision:forbid or status:(401 or 403)) verb:* | count by user | limit 10'],
  ['user:ada', 'user:ada (decision:forbid or status:(401 or 403)) verb:* | count by user | limit 10'],
  ['a or b', '(a or b) (decision:forbid or status:(401 or 403)) verb:* | count by user | limit 10'],
  ['user:ada | count by verb', 'user:ada (decision:forbid or status:(401 or 403)) verb:* | count by user | limit 10'],
  ['verb:* user:ada', 'verb:* user:ada (decision:forbid or status:(401 or 403)) | count by user | limit 10'],
])('within "%s"', (q, expected) => {
  const query = withinQuery(q, CHART);
  expect(query).toBe(expected);
  expect(checkPipeline(query)).toBeNull();
});

test('a chart of all events is of the events looked at', () => {
  expect(withinQuery('', '* | count by unit')).toBe('* | count by unit');
  expect(withinQuery('user:ada', '* | count by unit')).toBe('user:ada | count by unit');
});
