import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore } from '../client';
import { clearStore, insertSource } from '../test-rows';
import { storeRule, watchAll } from '../watch/test-watch';
import { readDetectors } from './read-findings';

beforeEach(clearStore);
afterAll(closeStore);

const IDS = ['11111111-1111-4111-8111-111111111111', '22222222-2222-4222-8222-222222222222'] as const;
const text = (id: string, resource: string) => `
title: ${resource} read
id: ${id}
logsource: {product: kubernetes, service: audit}
detection:
  read: {verb: get, objectRef.resource: ${resource}}
  condition: read
`;

test('beside all detectors stand the rules that found something, and no others', async () => {
  await storeRule({ id: IDS[0], text: text(IDS[0], 'configmaps'), title: 'configmaps read' });
  await storeRule({ id: IDS[1], text: text(IDS[1], 'leases'), title: 'leases read' });
  const fields = { user: 'ann', verb: 'get', resource: 'configmaps', namespace: 'shop', name: 'x' };
  await insertSource([{ raw: 'one', time: '2026-01-05T00:00:00Z', type: 'audit', fields }]);
  await watchAll();
  const { detectors, rules } = await readDetectors();
  expect(rules).toEqual([{ name: `rule:${IDS[0]}`, title: 'configmaps read', findings: 1 }]);
  expect(detectors.every(({ findings }) => findings === 0)).toBe(true);
});
