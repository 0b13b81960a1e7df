import { afterAll, beforeEach, expect, test } from 'vitest';
import { changeRetention, closeStore, pool, RuleWatch, readFindings } from '@/lib/store';
import { clearStore, insertSource } from '@/lib/store/test-rows';
import { storeRule, watchAll } from '@/lib/store/watch/test-watch';
import { connectReader, expireNext } from '@/lib/store/write';

const FOR_EVER = { keepDays: null, countsFrom: 'arrival', sizeMax: null } as const;
const RULE = '11111111-1111-4111-8111-111111111111';
const COUNTED = '22222222-2222-4222-8222-222222222222';
const TEXT = `
title: Secrets read
id: ${RULE}
logsource: {product: kubernetes, service: audit}
detection:
  read: {verb: get, objectRef.resource: secrets}
  condition: read
level: high
`;
const CORRELATION = `
title: Secrets read twice
id: ${COUNTED}
correlation:
  type: event_count
  rules: ['${RULE}']
  group-by: [user.username]
  timespan: 1m
  condition: {gte: 2}
  generate: true
`;

beforeEach(async () => {
  await clearStore();
  await changeRetention(FOR_EVER);
});
afterAll(async () => {
  await changeRetention(FOR_EVER);
  await closeStore();
});

const reads = (user: string) =>
  [0, 1].map((second) => ({
    raw: `${user} ${second}`,
    time: `2026-01-05T00:00:0${second}Z`,
    type: 'audit' as const,
    fields: { user, verb: 'get', resource: 'secrets', namespace: 'shop', name: 'x' },
  }));

async function found(): Promise<string[]> {
  const { findings } = await readFindings({ type: [], limit: 100 });
  return findings.map(({ detector, subject }) => `${detector} ${subject.user}`).sort();
}

test('what rules found goes with its events', async () => {
  await storeRule({ id: RULE, text: TEXT });
  await storeRule({ id: COUNTED, kind: 'correlation', text: CORRELATION });
  const gone = await insertSource(reads('ann'));
  const kept = await insertSource(reads('bob'));
  const watch = await watchAll(new RuleWatch());
  const ofBob = [`rule:${RULE} bob`, `rule:${COUNTED} bob`];
  expect(await found()).toEqual([`rule:${RULE} ann`, ...ofBob.slice(0, 1), `rule:${COUNTED} ann`, ...ofBob.slice(1)]);

  await pool().query(`UPDATE source SET created_at = now() - interval '31 days' WHERE id = $1`, [gone.id]);
  await changeRetention({ ...FOR_EVER, keepDays: 30 });
  const client = await connectReader('test');
  expect(await expireNext(client)).toMatchObject({ events: 2 });
  await client.end();
  for (const table of ['rule_hit', 'rule_segment']) {
    const { rows } = await pool().query(`SELECT DISTINCT segment FROM ${table}`);
    expect([table, rows]).toEqual([table, [{ segment: kept.segment }]]);
  }
  await watchAll(watch);
  expect(await found()).toEqual(ofBob);
  expect((await pool().query('SELECT 1 FROM finding')).rowCount).toBe(ofBob.length);
});
