import { expect, test } from 'vitest';
import { answerOf } from '../testing/sample-answer';
import { isDrawable } from './is-drawable';

test.each<[string, (string | number | null)[][], boolean]>([
  ['* | count by namespace, container', [[null, 'web', 2]], true],
  ['* | count by namespace, container', [[null, null, 2]], false],
  ['* | timeline p50 duration_ms', [['2026-01-31T10:00:00Z', null]], false],
  ['* | timeline', [['2026-01-31T10:00:00Z', 1]], true],
  ['* | sum bytes by src_ip', [['10.0.0.1', 0]], false],
  ['* | count by user', [], false],
])('%s with %j: %s', (q, rows, drawable) => {
  expect(isDrawable(answerOf(q, rows), q)).toBe(drawable);
});
