import { expect, test } from 'vitest';
import { workloadOf } from './workload-of';

test.each([
  ['cart-7d9c5b8f6-x2k4z', 'cart'],
  ['cart-api-5f6d8c-x2k4z', 'cart-api'],
  ['node-agent-x2k4z', 'node-agent'],
  ['postgres-0', 'postgres'],
  ['backup-28571340-x2k4z', 'backup'],
  ['backup-28571340', 'backup'],
  ['index-3-x2k4z', 'index'],
  ['kube-apiserver-control-1', 'kube-apiserver-control'],
  ['debug', 'debug'],
  ['attack-shell', 'attack-shell'],
])('%s belongs to %s', (pod, workload) => {
  expect(workloadOf(pod)).toBe(workload);
});
