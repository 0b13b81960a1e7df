import { expect, test } from 'vitest';
import { checkQuery } from '@/lib/query';
import { answerOf } from '../testing/sample-answer';
import { shapeOf } from './answer-shape';
import { prepareMap } from './prepare-map';

const Q = '* | sum bytes, count by src_namespace, src_pod, dst_namespace, dst_pod';
const ROWS = [
  ['shop', 'web', 'shop', 'api', 900, 3],
  ['shop', 'api', 'data', 'db', 400, 2],
  ['shop', 'web', 'kube-system', 'dns', 10, 9],
  [null, null, 'shop', 'web', 5, 1],
];
const OPTIONS = { edgesMax: 20, nodesMax: 20, isNew: null, isDenied: null };

function map(options: Partial<Parameters<typeof prepareMap>[2]> = {}, rows = ROWS) {
  const answer = answerOf(Q, rows);
  return prepareMap(answer, shapeOf(answer, Q), { ...OPTIONS, ...options });
}

test('who only sends stands left, who only receives right, who does both between', () => {
  const { nodes, edges, unit } = map();
  expect(new Map(nodes.map(({ name, column }) => [name, column]))).toEqual(
    new Map([
      ['shop · web', 1],
      ['shop · api', 1],
      ['data · db', 2],
      ['kube-system · dns', 2],
      ['(none) · (none)', 0],
    ]),
  );
  expect(edges.map(({ figure }) => figure)).toEqual([900, 400, 10, 5]);
  expect(edges[0]?.share).toBe(1);
  expect(unit).toBe('bytes');
  expect(edges[3]?.mark.values).toContainEqual({ field: 'src_pod', value: null });
});

test('denied and new pairs are kept when there is no room for all', () => {
  const denied = '(none) · (none) · shop · web';
  const { edges, nodes, note } = map({ nodesMax: 3, isDenied: (name) => name === denied });
  expect(nodes).toHaveLength(3);
  expect(edges.map(({ isDenied }) => isDenied)).toEqual([false, true]);
  expect(note).toBe('2 of 4 pairs: denied, new, then the heaviest');
});

test('when all pairs are new, that is said once', () => {
  const { edges, note } = map({ isNew: () => true });
  expect(edges.every(({ isNew }) => !isNew)).toBe(true);
  expect(note).toBe('all are new in this range');
  expect(map({ isNew: (name) => name.startsWith('shop · web') }).edges.filter(({ isNew }) => isNew)).toHaveLength(2);
});

test('a node leads to what it sent and received', () => {
  const [clause = ''] = map().nodes.find(({ name }) => name === 'shop · api')?.mark.clauses ?? [];
  expect(clause).toBe('((src_namespace:shop src_pod:api) or (dst_namespace:shop dst_pod:api))');
  for (const { mark } of map().nodes) expect(checkQuery(mark.clauses[0] ?? '')).toBeNull();
});

test('flows that tell no bytes are weighed by their number', () => {
  const { edges, unit } = map(
    {},
    ROWS.map((row) => [...row.slice(0, 4), null, row[5] ?? null]),
  );
  expect(edges[0]?.mark.text).toBe('shop · web → kube-system · dns: 9');
  expect(unit).toBeNull();
});
