import { expect, test } from 'vitest';
import type { LogType } from '@/lib/events';
import type { Ground } from './ground';
import { podsWithTheirNode } from './hunts/pods-with-their-node';
import { reachingForControl } from './hunts/reaching-for-control';
import { scans } from './hunts/scans';
import { gapsOf, runnable } from './looking';
import { requestsOf } from './testing/requests-of';

interface Data {
  readonly types: readonly LogType[];
  readonly fields?: readonly string[];
  /** Resources whose changes are kept at the level Request, and at the level Metadata. */
  readonly kept?: readonly string[];
  readonly left?: readonly string[];
  readonly untoldBodies?: boolean;
}

function ground({ types, fields = [], kept = [], left = [], untoldBodies = false }: Data): Ground {
  return {
    types: new Set(types),
    fields: new Map(types.map((type) => [type, new Set(fields)])),
    requests: [
      requestsOf({ verb: 'list', level: 'Metadata' }),
      ...kept.map((resource) => requestsOf({ verb: 'create', resource, level: 'Request' })),
      ...left.map((resource) => requestsOf({ verb: 'create', resource, level: 'Metadata' })),
      ...(untoldBodies ? [requestsOf({ verb: 'create', resource: 'pods', level: null, stage: null })] : []),
    ],
    untoldBodies,
  };
}

test('a type that is not there is named', () => {
  expect(runnable(scans, ground({ types: ['audit'] }))).toMatchObject({
    canRun: false,
    missing: ['There are no network logs.'],
  });
  expect(runnable(reachingForControl, ground({ types: ['node'] }))).toMatchObject({
    canRun: true,
    missing: ['There are no network logs.'],
  });
});

test('a field that no event has is named', () => {
  const found = runnable(scans, ground({ types: ['network'], fields: ['verdict'] }));
  expect(found.canRun).toBe(true);
  expect(found.missing).toEqual(['No event of the network logs has the field dst_port.']);
  expect(found.steps.map(({ canRun }) => canRun)).toEqual([false, false, true, true]);
});

test('bodies are missing at the level Metadata, of those resources that are asked about', () => {
  const [bare] = podsWithTheirNode.steps;
  if (bare === undefined) throw new Error('the hunt has no steps');
  const missing = (data: Omit<Data, 'types'>) => gapsOf(bare, ground({ types: ['audit'], ...data })).missing;
  expect(missing({ left: ['pods', 'secrets'] })).toEqual([expect.stringContaining('no bodies of requests for pods')]);
  expect(missing({ kept: ['configmaps'], left: ['pods'] })).toEqual([expect.stringContaining('Metadata')]);
  expect(missing({})).toEqual([expect.stringContaining('Metadata')]);
  expect(missing({ kept: ['pods'], left: ['pods'] })).toEqual([]);
  expect(missing({ kept: ['configmaps'] })).toEqual([]);
  expect(missing({ untoldBodies: true })).toEqual([]);
});
