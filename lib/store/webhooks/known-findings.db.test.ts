import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, pool } from '../client';
import { changeRule, lookBack } from '../rules';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { RuleWatch } from '../watch/rule-watch';
import { storeRule, watchAll } from '../watch/test-watch';
import { changeWebhook, createWebhook } from './change-webhooks';
import { noteDelivery, takeDueMessage } from './deliveries';

beforeEach(clearStore);
afterAll(closeStore);

const BEGIN = Date.UTC(2026, 0, 5);
/** More than rules look through in one go, so that findings are made of a part of what is stored. */
const SEGMENTS = 18;
/** So far from each other two events are one finding, and with another left out between them two. */
const NEAR_MS = 45 * 60e3;
const SECRETS = '11111111-1111-4111-8111-111111111111';
const TEXT = `
title: Secrets read
id: ${SECRETS}
logsource: {product: kubernetes, service: audit}
detection:
  read: {verb: get, objectRef.resource: secrets}
  condition: read
level: high
`;

function read(user: string, time: number | null): TestEvent {
  return {
    raw: `${user} ${time}`,
    type: 'audit',
    fields: { user, verb: 'get', resource: 'secrets', namespace: 'shop', name: 'x' },
    ...(time === null ? {} : { time: new Date(time).toISOString() }),
  };
}

/** Ann reads in segments of their own, one after the other: rules look through them in this order. */
async function storeReads(from: number, to: number): Promise<void> {
  for (let place = from; place < to; place += 1) await insertSource([read('ann', BEGIN + place * NEAR_MS)]);
}

/** Ann reads in all segments, which is one finding; Bob in the last only, Eve at no time. */
async function store(): Promise<void> {
  await storeReads(0, SEGMENTS - 1);
  await insertSource([read('ann', BEGIN + (SEGMENTS - 1) * NEAR_MS), read('bob', BEGIN), read('eve', null)]);
}

const webhook = (name: string, on = true) =>
  createWebhook({ name, address: 'http://localhost/', format: 'json', level: 'low', on }, 'test');

/** Tells all that waits; answers who was told of whom. */
async function tellAll(delivered = true): Promise<string[]> {
  const told: string[] = [];
  await pool().query('UPDATE webhook_delivery SET next_at = now()');
  for (;;) {
    await pool().query('UPDATE webhook SET last_at = NULL');
    const due = await takeDueMessage();
    if (due === null) return told.sort();
    const { rows } = await pool().query<{ name: string }>('SELECT name FROM webhook WHERE id = $1', [due.webhook]);
    for (const { subject } of due.findings) told.push(`${rows[0]?.name} ${subject.user}`);
    await noteDelivery(due, { delivered, message: '' });
  }
}

const lookAgain = async () => {
  await lookBack(SECRETS, 'test');
  await watchAll(new RuleWatch());
};

test('a finding is told once, however often its rule looks back, is turned off and is turned on', async () => {
  await store();
  await storeRule({ id: SECRETS, text: TEXT });
  await webhook('one');
  await watchAll();
  expect(await tellAll()).toEqual(['one ann', 'one bob', 'one eve']);
  await lookAgain();
  expect(await tellAll()).toEqual([]);
  await changeRule(SECRETS, { on: false }, 'test');
  await watchAll(new RuleWatch());
  await changeRule(SECRETS, { on: true }, 'test');
  await watchAll(new RuleWatch());
  expect(await tellAll()).toEqual([]);
});

test('what was not told yet is told after looking back, and what is new too', async () => {
  await store();
  await storeRule({ id: SECRETS, text: TEXT });
  await webhook('one');
  await watchAll();
  expect(await tellAll(false)).toEqual(['one ann', 'one bob', 'one eve']);
  await lookAgain();
  await insertSource([read('mallory', BEGIN)]);
  await watchAll(new RuleWatch());
  expect(await tellAll()).toEqual(['one ann', 'one bob', 'one eve', 'one mallory']);
  await insertSource([read('bob', BEGIN + 48 * 3600e3)]);
  await watchAll(new RuleWatch());
  expect(await tellAll()).toEqual(['one bob']);
});

test('what was there before a webhook was turned on is not told', async () => {
  await store();
  await storeRule({ id: SECRETS, text: TEXT });
  await watchAll();
  await webhook('made on');
  const { id } = await webhook('turned on', false);
  await changeWebhook(id, { on: true });
  await lookAgain();
  expect(await tellAll()).toEqual([]);
  await insertSource([read('mallory', BEGIN)]);
  await watchAll(new RuleWatch());
  expect(await tellAll()).toEqual(['made on mallory', 'turned on mallory']);
});

test('neither a smaller part of what was told nor what it grew by is told', async () => {
  await insertSource([read('ann', BEGIN)]);
  await storeRule({ id: SECRETS, text: TEXT });
  await webhook('one');
  await watchAll();
  expect(await tellAll()).toEqual(['one ann']);
  await storeReads(1, SEGMENTS);
  await watchAll(new RuleWatch());
  await pool().query('DELETE FROM segment WHERE id = (SELECT id FROM segment ORDER BY "from" OFFSET 8 LIMIT 1)');
  await pool().query('DELETE FROM rule_hit WHERE segment NOT IN (SELECT id FROM segment)');
  await watchAll(new RuleWatch());
  // The finding is two by now.
  expect((await pool().query('SELECT 1 FROM finding')).rowCount).toBe(2);
  expect(await tellAll()).toEqual([]);
});
