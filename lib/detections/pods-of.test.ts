import { expect, test } from 'vitest';
import { parseQuery, queryPredicate } from '@/lib/query';
import { podsOf } from './pods-of';
import { workloadOf } from './workload-of';

const PODS = [
  'cart-7d9c5b8f6-x2k4z',
  'cart-7d9c5b8f6-b4c2d',
  'cart-api-5f6d8c-x2k4z',
  'cart-x2k4z',
  'cart-0',
  'cart-1-x2k4z',
  'cart-28571340-x2k4z',
  'cart-28571340',
  'cart',
  'cart-api',
  'cart-*',
  'cart.v1-x2k4z',
  'cartxv1-x2k4z',
  'node-agent-x2k4z',
];

test('a query for a workload finds just the pods that are its', () => {
  for (const workload of new Set(PODS.map(workloadOf))) {
    const isFound = queryPredicate(parseQuery(podsOf('src_pod', workload)), new Date(0));
    const found = PODS.filter((pod) => isFound(flowFrom(pod)));
    expect(found, workload).toEqual(PODS.filter((pod) => workloadOf(pod) === workload));
  }
});

function flowFrom(pod: string) {
  const field = (name: string) => (name === 'src_pod' ? pod : null);
  return { type: 'network', time: 0, severity: null, message: '', text: '', field, attribute: () => null } as const;
}
