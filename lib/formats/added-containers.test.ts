import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { readAddedContainers } from './added-containers';
import type { Json } from './format';

test.each<[Json, string | null]>([
  [[{ op: 'add', path: '/spec/template/spec/containers/-', value: { name: 'proxy', image: 'a' } }], 'proxy'],
  [[{ op: 'add', path: '/spec/template/spec/initContainers/0', value: { image: 'a' } }], 'a'],
  [[{ op: 'add', path: '/spec/jobTemplate/spec/template/spec/containers/1', value: { name: 'b' } }], 'b'],
  [[{ op: 'replace', path: '/spec/template/spec/containers/0', value: { name: 'web' } }], null],
  [[{ op: 'add', path: '/spec/template/spec/containers/0/env/-', value: { name: 'A' } }], null],
  [[{ op: 'add', path: '/spec/template/spec/containers/-', value: 'nonsense' }], null],
  [{ spec: { template: { spec: { containers: [{ name: 'web', image: 'a' }] } } } }, null],
])('%j adds %s', (patch, added) => {
  const event = new LogEvent();
  readAddedContainers(patch, event);
  expect(event.attributes?.['pod.addedContainers'] ?? null).toBe(added);
});
