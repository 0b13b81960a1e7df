import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, pool } from '../client';
import { countEvents } from '../count-events';
import { deleteSource } from '../delete-source';
import { readFindings } from '../detections/read-findings';
import { triageFinding } from '../detections/triage-finding';
import { readOnly } from '../read-only';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { connectReader } from '../write/reader-connection';
import { rebuildColumns } from '../write/rebuild-columns';
import { Correlator } from './correlate';
import { runningRules } from './rule-state';
import { RuleWatch } from './rule-watch';
import { storeRule, watchAll } from './test-watch';
import { watchedSegments } from './watched-segments';

beforeEach(clearStore);
afterAll(closeStore);

const BEGIN = Date.UTC(2026, 0, 5);
const ALL = { type: [], limit: 1000 };

const secrets = (id: string) => `
title: Secrets read
id: ${id}
logsource: {product: kubernetes, service: audit}
detection:
  read: {verb: get, objectRef.resource: secrets}
  condition: read
level: high
`;
const SECRETS = '11111111-1111-4111-8111-111111111111';
const PODS = '22222222-2222-4222-8222-222222222222';
const pods = secrets(PODS).replace('Secrets', 'Pods').replace(': secrets', ': pods');

/** So many events of a user, a second apart. */
function reads(user: string | null, count: number, begin = BEGIN, resource = 'secrets'): TestEvent[] {
  return Array.from({ length: count }, (_none, n) => ({
    raw: `${user} ${resource} ${n}`,
    time: new Date(begin + n * 1000).toISOString(),
    type: 'audit',
    fields: { ...(user === null ? {} : { user }), verb: 'get', resource, namespace: 'shop', name: `x-${n}` },
  }));
}

async function findings(detector = `rule:${SECRETS}`) {
  return (await readFindings({ ...ALL, detector })).findings;
}

/** Each finding shows exactly its events. */
async function expectExact(): Promise<void> {
  for (const { query, type, from, to, events } of (await readFindings(ALL)).findings) {
    const { count } = await countEvents({ q: query, type: [type], from, to });
    expect({ query, count }).toEqual({ query, count: events });
  }
}

test('what is stored raises findings once, and more of the same changes them', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS), title: 'Secrets read' });
  await insertSource([...reads('ann', 20), ...reads('bob', 3, BEGIN + 10 * 3600e3), ...reads(null, 2)]);
  const watch = await watchAll();
  const found = await findings();
  expect(found.map(({ events, subject }) => [events, subject.user]).sort()).toEqual([
    [2, undefined],
    [20, 'ann'],
    [3, 'bob'],
  ]);
  expect(found[0]).toMatchObject({ detectorTitle: 'Secrets read', level: 'high', type: 'audit' });
  await expectExact();
  await watchAll(watch);
  await watchAll(new RuleWatch());
  expect(await findings()).toEqual(found);
  await insertSource(reads('ann', 5, BEGIN + 30_000));
  await watchAll(watch);
  expect((await findings()).map(({ events }) => events).sort()).toEqual([2, 25, 3]);
  await expectExact();
  expect(await readFindings(ALL)).toMatchObject({ behind: expect.any(Boolean), detectedAt: expect.any(String) });
});

test('a rule that is turned on looks back, or does not', async () => {
  await insertSource(reads('ann', 20));
  await insertSource(reads('ann', 20, BEGIN, 'pods'));
  const watch = await watchAll();
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await storeRule({ id: PODS, text: pods }, 'none');
  await watchAll(watch);
  expect((await findings()).map(({ events }) => events)).toEqual([20]);
  expect(await findings(`rule:${PODS}`)).toEqual([]);
  const { rows } = await pool().query('SELECT id, look_back FROM rule WHERE origin = $1 ORDER BY id', ['own']);
  expect(rows).toEqual([
    { id: SECRETS, look_back: 'done' },
    { id: PODS, look_back: 'none' },
  ]);
  await insertSource(reads('eve', 4, BEGIN, 'pods'));
  await watchAll(watch);
  expect((await findings(`rule:${PODS}`)).map(({ events }) => events)).toEqual([4]);
});

test('a look back that is cancelled goes no further; the rule goes on watching', async () => {
  await insertSource(reads('ann', 20));
  const watch = await watchAll();
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await pool().query(`UPDATE rule SET look_back = 'cancelled' WHERE id = $1`, [SECRETS]);
  await watchAll(watch);
  expect(await findings()).toEqual([]);
  await insertSource(reads('bob', 3));
  await watchAll(watch);
  expect((await findings()).map(({ events }) => events)).toEqual([3]);
});

test('a rule that is turned off loses its findings, but for those that somebody judged', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  const source = await insertSource([...reads('ann', 20), ...reads('bob', 3)]);
  const watch = await watchAll();
  const ann = (await findings()).find(({ subject }) => subject.user === 'ann');
  await triageFinding(ann?.id ?? '', { verdict: 'evidence' }, 'eve');
  await deleteSource(source.id);
  await watchAll(watch);
  expect(await findings()).toEqual([]);
  expect((await pool().query('SELECT 1 FROM rule_hit')).rowCount).toBe(0);
  expect((await pool().query('SELECT 1 FROM rule_segment')).rowCount).toBe(0);
  await insertSource(reads('ann', 20));
  await watchAll(watch);
  expect(await findings()).toMatchObject([{ id: ann?.id, verdict: 'evidence' }]);
  await pool().query('UPDATE rule SET "on" = false WHERE id = $1', [SECRETS]);
  await pool().query('DELETE FROM rule_hit WHERE rule = $1', [SECRETS]);
  await watchAll(watch);
  expect(await findings()).toEqual([]);
});

test('what failed half-way is repeated as if it had never begun', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await insertSource(reads('ann', 20));
  await pool().query('ALTER TABLE rule_segment ADD CONSTRAINT broken CHECK (upto < 0)');
  await expect(watchAll()).rejects.toThrow('broken');
  expect((await pool().query('SELECT 1 FROM rule_hit')).rowCount).toBe(0);
  await pool().query('ALTER TABLE rule_segment DROP CONSTRAINT broken');
  await watchAll();
  expect((await findings()).map(({ events }) => events)).toEqual([20]);
});

test('each event of a stream counts once, while its segment grows and after that', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  const { segment } = await insertSource([...reads('ann', 20), ...reads('bob', 2), ...reads('ann', 20, BEGIN + 60e3)], {
    columns: false,
  });
  const show = (numbers: number) =>
    pool().query(`UPDATE segment SET growth = 'growing', columns = false, events = $2 WHERE id = $1`, [
      segment,
      numbers,
    ]);
  await show(10);
  const watch = await watchAll();
  expect((await findings()).map(({ events }) => events)).toEqual([10]);
  await show(15);
  await watchAll(watch);
  await show(30);
  await watchAll(watch);
  const counts = async () => (await findings()).map(({ events, subject }) => `${subject.user} ${events}`).sort();
  expect(await counts()).toEqual(['ann 28', 'bob 2']);
  // An hour of one user is one row, however many pages brought it.
  expect((await pool().query('SELECT 1 FROM rule_hit WHERE rule = $1', [SECRETS])).rowCount).toBe(2);
  await storeRule({ id: PODS, text: pods.replace(': pods', ': secrets') });
  await show(42);
  await watchAll(watch);
  expect(await counts()).toEqual(['ann 40', 'bob 2']);
  const client = await connectReader('trackway test');
  await rebuildColumns(client, segment);
  await client.end();
  await watchAll(watch);
  await watchAll();
  expect(await counts()).toEqual(['ann 40', 'bob 2']);
  expect((await findings(`rule:${PODS}`)).map(({ events }) => events).sort()).toEqual([2, 40]);
  await expectExact();
});

const MANY = '33333333-3333-4333-8333-333333333333';
const many = `
title: Many secrets
id: ${MANY}
correlation:
  type: event_count
  rules: ['${SECRETS}']
  group-by: [user.username]
  timespan: 1m
  condition: {gte: 5}
level: critical
`;

test('a correlation sees events of several segments in the order of time, and opens them', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await storeRule({ id: MANY, kind: 'correlation', text: many });
  await insertSource(reads('ann', 3, BEGIN + 3000));
  const watch = await watchAll();
  expect(await findings(`rule:${MANY}`)).toEqual([]);
  await insertSource([...reads('ann', 3, BEGIN), ...reads('bob', 3)]);
  await watchAll(watch);
  const found = await findings(`rule:${MANY}`);
  expect(found).toMatchObject([{ events: 5, observed: 5, level: 'critical' }]);
  await expectExact();
  await watchAll(new RuleWatch());
  expect(await findings(`rule:${MANY}`)).toEqual(found);
  // The rule raises nothing by itself.
  expect(await findings()).toEqual([]);
});

test('a correlation sees events as they arrive, those that came before it began, and none twice', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await storeRule({ id: MANY, kind: 'correlation', text: many });
  const { segment } = await insertSource([...reads('ann', 4), ...reads(null, 1), ...reads('bob', 9)], {
    columns: false,
  });
  const show = (events: number) =>
    pool().query(`UPDATE segment SET growth = 'growing', columns = false, events = $2 WHERE id = $1`, [
      segment,
      events,
    ]);
  const found = async () => (await findings(`rule:${MANY}`)).map(({ subject, events }) => `${subject.user} ${events}`);
  await show(2);
  const watch = await watchAll();
  await show(7);
  await watchAll(watch);
  expect(await found()).toEqual([]);
  await show(10);
  // This one did not see what arrived before.
  const other = await watchAll(new RuleWatch());
  expect(await found()).toEqual(['bob 5']);
  await insertSource(reads('ann', 1, BEGIN + 9000));
  await watchAll(other);
  expect((await found()).sort()).toEqual(['ann 5', 'bob 5']);
  await show(14);
  await watchAll(other);
  const ended = await findings(`rule:${MANY}`);
  expect(ended).toHaveLength(2);
  await watchAll(new RuleWatch());
  expect(await findings(`rule:${MANY}`)).toEqual(ended);
  await expectExact();
});

test('what a correlation found among events that are too many to be read again stays', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await storeRule({ id: MANY, kind: 'correlation', text: many });
  await insertSource([...reads('ann', 6), ...reads('bob', 6, BEGIN + 3600e3)]);
  await watchAll();
  const before = await findings(`rule:${MANY}`);
  expect(before.map(({ subject }) => subject.user).sort()).toEqual(['ann', 'bob']);
  const watch = await watchAll(new RuleWatch(new Correlator(6)));
  expect(await findings(`rule:${MANY}`)).toEqual(before);
  await insertSource(reads('eve', 6, BEGIN + 7200e3));
  await watchAll(watch);
  expect((await findings(`rule:${MANY}`)).map(({ subject }) => subject.user).sort()).toEqual(['ann', 'bob', 'eve']);
});

test('a correlation that reads a segment which was closed before its end was looked at sees each event once', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  const { segment } = await insertSource(reads('ann', 4), { columns: false });
  await pool().query(`UPDATE segment SET growth = 'growing', columns = false, events = 2 WHERE id = $1`, [segment]);
  await watchAll();
  await storeRule({ id: MANY, kind: 'correlation', text: many.replace('gte: 5', 'gte: 4') });
  await pool().query('UPDATE segment SET events = 4 WHERE id = $1', [segment]);
  const client = await connectReader('trackway test');
  await rebuildColumns(client, segment);
  await client.end();
  const rules = await runningRules();
  const correlator = new Correlator();
  correlator.follow(rules);
  await correlator.run(await readOnly(watchedSegments));
  expect(await findings(`rule:${MANY}`)).toEqual([]);
  await watchAll(new RuleWatch(correlator));
  expect((await findings(`rule:${MANY}`)).map(({ observed }) => observed)).toEqual([4]);
  await expectExact();
});

test('a correlation groups by what stands in originals alone, of what arrives and of what is stored', async () => {
  const ASKED = '44444444-4444-4444-8444-444444444444';
  await storeRule({
    id: ASKED,
    text: `title: Asked\nid: ${ASKED}\nlogsource: {product: kubernetes, service: audit}\ndetection: {a: {verb: get}, condition: a}`,
  });
  await storeRule({
    id: MANY,
    kind: 'correlation',
    text: many.replace(SECRETS, ASKED).replace('user.username', 'requestObject.spec.by').replace('gte: 5', 'gte: 2'),
  });
  const asked = reads('ann', 4).map((event, n) => ({ ...event, raw: `{"requestObject":{"spec":{"by":"b${n % 2}"}}}` }));
  await insertSource(asked);
  await insertSource(asked.map((event) => ({ ...event, time: new Date(BEGIN + 3600e3).toISOString() })));
  await watchAll();
  const groups = async () => (await findings(`rule:${MANY}`)).map(({ title }) => title).sort();
  const stored = await groups();
  expect(stored).toHaveLength(4);
  await pool().query(`UPDATE segment SET growth = 'growing', columns = false`);
  await pool().query('DELETE FROM rule_segment');
  await pool().query('DELETE FROM rule_hit');
  await watchAll(new RuleWatch());
  expect(await groups()).toEqual(stored);
});

test('what a correlation found is stored the next time when it could not be', async () => {
  await storeRule({ id: SECRETS, text: secrets(SECRETS) });
  await storeRule({ id: MANY, kind: 'correlation', text: many });
  const watch = await watchAll();
  await insertSource(reads('ann', 6));
  await pool().query(`ALTER TABLE finding ADD CONSTRAINT broken CHECK (detector <> 'rule:${MANY}')`);
  try {
    await expect(watchAll(watch)).rejects.toThrow('broken');
  } finally {
    await pool().query('ALTER TABLE finding DROP CONSTRAINT broken');
  }
  await watchAll(watch);
  expect(await findings(`rule:${MANY}`)).toHaveLength(1);
});
