import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { TooSlow } from '@/lib/errors';
import { closeStore } from '../client';
import { readFindings } from '../detections/read-findings';
import { cancelLookBack, lookBack, readRule, readRules } from '../rules';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { RuleWatch } from './rule-watch';
import { storeRule, watchAll } from './test-watch';

const GOOD = '11111111-1111-4111-8111-111111111111';
const BAD = '22222222-2222-4222-8222-222222222222';
/** More than rules look through in one go, by a few. */
const SEGMENTS = 19;

/** Why the bad rule cannot be run; null while it can. */
let trouble: Error | null = null;
/** How often it is still in trouble. */
let troubles = Number.POSITIVE_INFINITY;
vi.mock('./stored-hits', async (original) => {
  const actual = await original<typeof import('./stored-hits')>();
  const storedHits: typeof actual.storedHits = (rule, segments) => {
    if (trouble === null || rule.id !== BAD || troubles <= 0) return actual.storedHits(rule, segments);
    troubles -= 1;
    return Promise.reject(trouble);
  };
  return { ...actual, storedHits };
});

beforeEach(async () => {
  trouble = null;
  troubles = Number.POSITIVE_INFINITY;
  await clearStore();
});
afterAll(closeStore);

const text = (id: string) => `
title: Secrets read
id: ${id}
logsource: {product: kubernetes, service: audit}
detection:
  read: {verb: get, objectRef.resource: secrets}
  condition: read
level: high
`;

function read(user: string): TestEvent {
  return {
    raw: user,
    time: '2026-01-05T00:00:00Z',
    type: 'audit',
    fields: { user, verb: 'get', resource: 'secrets', namespace: 'shop', name: 'x' },
  };
}

async function users(rule: string): Promise<(string | undefined)[]> {
  const { findings } = await readFindings({ type: [], limit: 100, detector: `rule:${rule}` });
  return findings.map(({ subject }) => subject.user).sort();
}

const state = async (rule: string) => (await readRule(rule)).lookBack;

test.each([
  ['too slow', new TooSlow('the question took longer than 15 s')],
  ['failing', new Error('out of shared memory')],
])(
  'a rule that is %s says why, keeps no other from running, and looks at what is there again when it is told to',
  async (_what, error) => {
    await storeRule({ id: BAD, text: text(BAD) });
    await storeRule({ id: GOOD, text: text(GOOD) });
    await insertSource([read('ann')]);
    trouble = error;
    const watch = await watchAll();
    expect([await users(BAD), await users(GOOD)]).toEqual([[], ['ann']]);
    expect(await state(BAD)).toMatchObject({ state: 'failed', failure: error.message });
    expect(await state(GOOD)).toMatchObject({ state: 'done', failure: null, searched: 1, of: 1 });
    const { rules } = await readRules({ origin: 'own', limit: 100 });
    expect(rules.map(({ id, lookBack: { failure } }) => [id, failure]).sort()).toEqual([
      [GOOD, null],
      [BAD, error.message],
    ]);
    trouble = null;
    await insertSource([read('bob')]);
    await watchAll(watch);
    expect([await users(BAD), await users(GOOD)]).toEqual([['bob'], ['ann', 'bob']]);
    await lookBack(BAD, 'test');
    await watchAll(watch);
    expect(await users(BAD)).toEqual(['ann', 'bob']);
    expect(await state(BAD)).toMatchObject({ state: 'done', failure: null });
  },
);

test('a rule that takes long is asked again, since it gets further each time', async () => {
  await storeRule({ id: BAD, text: text(BAD) });
  await insertSource([read('ann')]);
  trouble = new TooSlow('the question took longer than 15 s');
  troubles = 2;
  await watchAll();
  expect(await users(BAD)).toEqual(['ann']);
  expect(await state(BAD)).toMatchObject({ state: 'done', failure: null });
});

test('a rule that had looked back and fails at what comes later says so too', async () => {
  await storeRule({ id: BAD, text: text(BAD) });
  await insertSource([read('ann')]);
  const watch = await watchAll();
  trouble = new Error('out of shared memory');
  await insertSource([read('bob')]);
  await watchAll(watch);
  expect(await users(BAD)).toEqual(['ann']);
  expect(await state(BAD)).toMatchObject({ state: 'done', failure: 'out of shared memory' });
});

test('a look back that is half done says how far it is, and one that is cancelled how far it came', async () => {
  for (let place = 0; place < SEGMENTS; place += 1) await insertSource([read(`user-${place}`)]);
  const watch = await watchAll();
  await storeRule({ id: GOOD, text: text(GOOD) });
  expect(await state(GOOD)).toMatchObject({ state: 'waiting', searched: 0, of: SEGMENTS });
  expect(await watch.turn()).toBe('more');
  const half = await state(GOOD);
  expect(half).toMatchObject({ state: 'running', of: SEGMENTS, failure: null });
  expect(half.searched).toBeGreaterThan(0);
  expect(half.searched).toBeLessThan(SEGMENTS);
  await cancelLookBack(GOOD, 'test');
  await watchAll(watch);
  expect(await state(GOOD)).toEqual({ ...half, state: 'cancelled' });
  await watchAll(new RuleWatch());
  // What it found until then stays.
  expect(await users(GOOD)).toHaveLength(half.searched);
});
