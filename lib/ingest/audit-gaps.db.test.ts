import { afterAll, beforeEach, expect, test } from 'vitest';
import { matrixAnswer } from '@/lib/interface';
import { closeStore, readMatrix, readRule } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { readUpload } from './test-reading';

beforeEach(clearStore);
afterAll(closeStore);

type Level = 'Metadata' | 'Request' | 'RequestResponse';
type Stage = 'RequestReceived' | 'ResponseStarted' | 'ResponseComplete' | 'Panic';
const EXEC = { verb: 'create', subresource: 'exec' } as const;
const POD = { kind: 'Pod', spec: { containers: [{ name: 'web', image: 'web:1' }] } };
const CODES = { ResponseStarted: 101, ResponseComplete: 201, Panic: 500 } as const;

let made = 0;

/** A request with its stages, as the API server writes them at a level: what is not known yet is not there. */
function requested(level: Level, stages: readonly Stage[], said: object = {}): string[] {
  made += 1;
  const { verb, ...target } = { resource: 'pods', namespace: 'shop', name: `x-${made}`, verb: 'create', ...said };
  const received = `2025-06-02T07:08:${String(made % 60).padStart(2, '0')}.000000Z`;
  const head = {
    ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level, auditID: `asked-${made}`, verb },
    ...{ requestURI: '/api/v1/namespaces/shop/pods', user: { username: 'ann' }, objectRef: target },
    ...{ requestReceivedTimestamp: received, stageTimestamp: received },
  };
  return stages.map((stage) => JSON.stringify({ ...head, stage, ...answered(level, stage) }));
}

function answered(level: Level, stage: Stage): object {
  if (stage === 'RequestReceived') return {};
  return {
    responseStatus: { code: CODES[stage] },
    annotations: { 'authorization.k8s.io/decision': 'allow' },
    ...(level === 'Metadata' ? {} : { requestObject: POD }),
    ...(level === 'RequestResponse' ? { responseObject: POD } : {}),
  };
}

const upload = (...requests: string[][]) => readUpload('audit.log', Buffer.from(`${requests.flat().join('\n')}\n`));
const gapsOf = async (id: string) => {
  const { missing, limits } = await readRule(id);
  return { missing, limits };
};

test('of requests that were only received no outcome is seen, at whatever level, and the matrix says so', async () => {
  await upload(requested('RequestResponse', ['RequestReceived']), requested('Request', ['RequestReceived'], EXEC));
  const missing = [expect.stringContaining('Take ResponseComplete out of omitStages')];
  expect(await gapsOf('privileged-pod')).toEqual({ missing, limits: [] });
  expect((await gapsOf('secret-refused')).missing).toEqual(missing);
  expect((await gapsOf('commands-in-pods')).missing).toEqual([expect.stringContaining('ResponseComplete')]);
  const { tactics } = matrixAnswer.parse(await readMatrix({ matrix: 'attack' }));
  const cell = tactics.flatMap(({ cells }) => cells).find(({ id }) => id === 'T1609');
  expect(cell?.watchers.find(({ id }) => id === 'commands-in-system-pods')?.missing.join()).toContain('omitStages');
});

test('a request that was answered shows its outcome, and its body at the level Request', async () => {
  await upload(requested('Request', ['RequestReceived', 'ResponseComplete']), requested('Metadata', ['Panic'], EXEC));
  for (const id of ['privileged-pod', 'secret-refused', 'commands-in-pods'])
    expect(await gapsOf(id)).toEqual({ missing: [], limits: [] });
});

test('the level Metadata hides bodies, by resource; the outcome it shows', async () => {
  await upload(
    requested('Metadata', ['ResponseComplete']),
    requested('RequestResponse', ['ResponseComplete'], { resource: 'deployments' }),
  );
  expect(await gapsOf('dangerous-pod-of-workload')).toEqual({
    missing: [
      expect.stringMatching(/no bodies of requests for pods: its level there is Metadata\. With the level Request/),
    ],
    limits: [],
  });
  expect(await gapsOf('privileged-pod')).toEqual({ missing: [], limits: [expect.stringContaining('for pods:')] });
  expect((await gapsOf('secret-refused')).missing).toEqual([]);
});

test('sessions of which only the beginning or only the end is logged', async () => {
  await upload(requested('Metadata', ['RequestReceived'], EXEC), requested('Request', ['ResponseComplete']));
  expect((await gapsOf('commands-in-pods')).missing).toEqual([
    expect.stringMatching(/^Requests for pods\/exec .*Take ResponseStarted and ResponseComplete out of omitStages/),
  ]);
  await upload(requested('Metadata', ['ResponseComplete'], EXEC));
  const { missing, limits } = await gapsOf('commands-in-pods');
  expect({ missing, limits }).toEqual({ missing: [], limits: [expect.stringContaining('only when they ended')] });
  await upload(requested('Metadata', ['ResponseStarted', 'ResponseComplete'], EXEC));
  expect(await gapsOf('commands-in-pods')).toEqual({ missing: [], limits: [] });
});
