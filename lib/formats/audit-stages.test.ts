import { expect, test } from 'vitest';
import { LogEvent } from '@/lib/events';
import { isFurtherStage, joinStages } from './audit-stages';
import { Clock } from './clock';
import type { JsonObject } from './format';
import { kubernetesAudit } from './kubernetes-audit';
import { ReadContext } from './read-context';

const REQUEST = {
  auditID: '0a1b',
  verb: 'create',
  requestURI: '/api/v1/namespaces/shop/pods/cart-0/exec?command=id',
  user: { username: 'alice' },
  objectRef: { resource: 'pods', namespace: 'shop', name: 'cart-0', subresource: 'exec' },
  requestReceivedTimestamp: '2024-05-06T07:08:09.000000Z',
};
const RECEIVED = { ...REQUEST, stage: 'RequestReceived', stageTimestamp: '2024-05-06T07:08:09.000100Z' };
const STARTED = {
  ...REQUEST,
  stage: 'ResponseStarted',
  stageTimestamp: '2024-05-06T07:08:09.010000Z',
  responseStatus: { code: 101 },
};
const PANIC = {
  ...REQUEST,
  stage: 'Panic',
  stageTimestamp: '2024-05-06T07:09:09.000000Z',
  responseStatus: { code: 500, reason: 'InternalError' },
  annotations: { 'authorization.k8s.io/decision': 'allow' },
};

function read(object: JsonObject): LogEvent {
  const event = new LogEvent();
  const clock = new Clock({ modified: null, zoneMinutes: null, year: null, now: 0 });
  kubernetesAudit.read(object, event, new ReadContext(clock, 'audit.log'));
  return event;
}

test('the stages of a request have one key, and the last of them ends it', () => {
  const stages = [RECEIVED, STARTED, PANIC].map((object) => read(object));
  expect(new Set(stages.map(({ joinKey }) => joinKey)).size).toBe(1);
  expect(stages.map(({ joinEnds }) => joinEnds)).toEqual([false, false, true]);
});

test('requests without an id, without a known stage, or of another verb or address have no key in common', () => {
  const { auditID: _, ...nameless } = RECEIVED;
  expect(read(nameless).joinKey).toBeNull();
  expect(read({ ...RECEIVED, auditID: '' }).joinKey).toBeNull();
  expect(read({ ...RECEIVED, stage: 'Halfway' }).joinKey).toBeNull();
  const keys = [RECEIVED, { ...RECEIVED, verb: 'get' }, { ...RECEIVED, requestURI: '/healthz' }].map(
    (object) => read(object).joinKey,
  );
  expect(new Set(keys).size).toBe(3);
});

test('joined, they have the first time, the last outcome, and the milliseconds between', () => {
  const whole = read(RECEIVED);
  joinStages(whole, read(STARTED));
  expect(whole.status).toBe(101);
  joinStages(whole, read(PANIC));
  expect(whole).toMatchObject({
    time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
    durationMs: 60_000,
    status: 500,
    reason: 'InternalError',
    decision: 'allow',
    severity: 'error',
    message: 'alice create pods/cart-0/exec in shop 500 InternalError',
  });
  expect(whole.attributes).toMatchObject({ stage: 'Panic', stages: 'RequestReceived,ResponseStarted,Panic' });
});

test('a stage that comes too late fills in what is missing and changes no outcome', () => {
  const whole = read(STARTED);
  joinStages(whole, read({ ...RECEIVED, userAgent: 'kubectl' }));
  expect(whole).toMatchObject({ status: 101, userAgent: 'kubectl' });
  expect(whole.attributes).toMatchObject({ stage: 'ResponseStarted', stages: 'RequestReceived,ResponseStarted' });
});

test('a stage that was there already is another request’s', () => {
  const whole = read(RECEIVED);
  expect(isFurtherStage(whole, read(RECEIVED))).toBe(false);
  expect(isFurtherStage(whole, read(STARTED))).toBe(true);
  joinStages(whole, read(STARTED));
  expect(isFurtherStage(whole, read(STARTED))).toBe(false);
});

test('records that make their id up do not pile their attributes up', () => {
  const whole = read(RECEIVED);
  for (let round = 0; round < 50; round += 1) {
    const annotations = Object.fromEntries(Array.from({ length: 9 }, (_, index) => [`a${round}.${index}`, 'x']));
    joinStages(whole, read({ ...RECEIVED, annotations }));
  }
  expect(Object.keys(whole.attributes ?? {}).length).toBeLessThanOrEqual(65);
});
