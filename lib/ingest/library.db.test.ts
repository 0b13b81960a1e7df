import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, readLibrary, readReadyHunt } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { readUpload } from './test-reading';

beforeEach(clearStore);
afterAll(closeStore);

let made = 0;

/** A request that makes something, as the audit writes it at a level. */
function created(resource: string, level: 'Metadata' | 'Request', body: object): string {
  made += 1;
  return JSON.stringify({
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level, auditID: `made-${made}`, stage: 'ResponseComplete' },
    ...{ requestURI: `/api/v1/namespaces/shop/${resource}`, verb: 'create', user: { username: 'ann' } },
    ...{ objectRef: { resource, namespace: 'shop', name: `x-${made}` }, responseStatus: { code: 201 } },
    ...(level === 'Request' ? { requestObject: body } : {}),
    stageTimestamp: `2025-06-02T07:08:${String(made % 60).padStart(2, '0')}Z`,
  });
}

const POD = { kind: 'Pod', spec: { containers: [{ name: 'web', image: 'web:1' }] } };
const upload = (...lines: string[]) => readUpload('audit.log', Buffer.from(`${lines.join('\n')}\n`));

test('nothing can be run on nothing, and each hunt says what is missing', async () => {
  const { hunts } = await readLibrary();
  expect(hunts.filter(({ canRun, missing }) => canRun || missing.length === 0)).toEqual([]);
});

test('types and bodies that are missing are named, by resource', async () => {
  await upload(created('pods', 'Metadata', POD), created('configmaps', 'Request', { kind: 'ConfigMap' }));
  const { canRun, missing, steps } = await readReadyHunt('pods-with-their-node');
  expect(canRun).toBe(true);
  expect(missing).toEqual([expect.stringMatching(/no bodies of requests for pods: .* Metadata/)]);
  expect(steps.map((step) => step.canRun)).toEqual([false, true, true]);
  expect(await readReadyHunt('scans')).toMatchObject({ canRun: false, missing: ['There are no network logs.'] });
});

test('what is loaded later counts', async () => {
  await upload(created('pods', 'Metadata', POD));
  expect((await readReadyHunt('pods-with-their-node')).missing).toHaveLength(2);
  await upload(created('pods', 'Request', POD), created('deployments', 'Request', POD));
  expect((await readReadyHunt('pods-with-their-node')).missing).toEqual([]);
});
