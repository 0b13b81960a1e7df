import { expect, test } from 'vitest';
import type { QueryAnswer } from '@/lib/interface';
import { answerOf } from '../testing/sample-answer';
import { shapeOf } from './answer-shape';
import { defaultKind, possibleKinds } from './default-kind';

type Rows = QueryAnswer['rows'];
const TWO: Rows = [
  ['ada', 3],
  ['bob', 2],
];
const TIMES: Rows = [
  ['2026-01-31T10:00:00.000Z', 4],
  ['2026-01-31T11:00:00.000Z', 1],
];
const GRID: Rows = ['ada', 'bob', 'eve'].flatMap((user) => ['get', 'list', 'watch'].map((verb) => [user, verb, 1]));
const SPARSE: Rows = Array.from({ length: 20 }, (_, index) => [`user-${index}`, `verb-${index}`, 1]);

test.each<[string, Rows, string, string]>([
  ['* | count by user', TWO, 'bars top table', 'top'],
  ['* | timeline', TIMES, 'bars lines area table', 'bars'],
  ['* | timeline avg bytes', TIMES, 'bars lines area table', 'lines'],
  ['* | timeline by user', [['2026-01-31T10:00:00.000Z', 'ada', 1]], 'bars lines area heatmap table', 'table'],
  ['* | count by user, verb', GRID, 'bars top heatmap table', 'heatmap'],
  ['* | count by user, verb', SPARSE, 'bars top heatmap table', 'top'],
  [
    '* | count, sum bytes by user',
    [
      ['ada', 3, 10],
      ['bob', 2, 7],
    ],
    'bars top scatter table',
    'top',
  ],
  ['* | count', [[12]], 'table', 'table'],
  ['* | fields time, user', TIMES, 'table', 'table'],
  ['* | fields time, bytes', TIMES, 'scatter table', 'table'],
  [
    '* | new user',
    [
      ['ada', '2026-01-31T10:00:00.000Z', 1],
      ['bob', '2026-01-31T10:00:00.000Z', 1],
    ],
    'bars top scatter table',
    'top',
  ],
])('%s', (q, rows, possible, fits) => {
  const answer = answerOf(q, rows);
  const shape = shapeOf(answer, q);
  expect(possibleKinds(shape).join(' ')).toBe(possible);
  expect(defaultKind(shape, answer)).toBe(fits);
});
