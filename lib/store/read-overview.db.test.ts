import { afterAll, beforeAll, expect, test } from 'vitest';
import { LOG_TYPES, type LogType, SEVERITIES } from '@/lib/events';
import { closeStore, pool } from './client';
import { readOverview } from './read-overview';
import { clearStore, insertSource, type TestEvent } from './test-rows';
import { rebuildColumns } from './write/rebuild-columns';

const VERDICTS = [undefined, 'DROPPED', 'forwarded', 'Deny', 'ACCEPT'];
const DECISIONS = [undefined, 'allow', 'forbid'];
const STATUSES = [undefined, 200, 403, 401, 500];

/** Events that differ in everything that an overview tells, in every combination sooner or later. */
function makeEvents(count: number, typeOf: (index: number) => LogType): TestEvent[] {
  return Array.from({ length: count }, (_, index) => {
    const verdict = VERDICTS[Math.floor(index / 2) % VERDICTS.length];
    const decision = DECISIONS[index % DECISIONS.length];
    const status = STATUSES[Math.floor(index / 3) % STATUSES.length];
    const severity = SEVERITIES[Math.floor(index / 4) % SEVERITIES.length];
    return {
      raw: `event ${index}`,
      type: typeOf(index),
      ...(index % 7 === 0 ? {} : { time: new Date(1_750_000_000_000 + index * 61_003).toISOString() }),
      ...(severity === undefined || index % 9 === 0 ? {} : { severity }),
      fields: {
        ...(verdict === undefined ? {} : { verdict }),
        ...(decision === undefined ? {} : { decision }),
        ...(status === undefined ? {} : { status }),
      },
    };
  });
}

beforeAll(async () => {
  await clearStore();
  await insertSource(
    makeEvents(90, () => 'audit'),
    { partition: true },
  );
  await insertSource(
    makeEvents(70, () => 'network').map(({ raw, type, time, fields }) => ({
      raw,
      ...(type && { type }),
      ...(time && { time }),
      fields: { verdict: fields?.verdict ?? 'drop' },
    })),
  );
  await insertSource(makeEvents(80, (index) => LOG_TYPES[index % LOG_TYPES.length] ?? 'node'));
  await insertSource(makeEvents(6, () => 'node').map(({ raw }) => ({ raw, type: 'node' })));
});
afterAll(closeStore);

test('an overview from columns is that of SQL', async () => {
  const fromColumns = await readOverview();
  // A row that is written anew is looked at anew.
  await pool().query('UPDATE segment SET columns = false');
  const bySql = await readOverview();
  expect(fromColumns).toEqual(bySql);
  expect(bySql.events).toBe(246);
  for (const { refusals, errors, from } of bySql.types) expect([refusals, errors, from]).not.toContain(0);
});

test('columns are asked where there are any, and SQL where there are none', async () => {
  await pool().query('UPDATE segment SET columns = id % 2 = 0');
  const both = await readOverview();
  await pool().query('UPDATE segment SET columns = false');
  expect(both).toEqual(await readOverview());
});

test('where a file was taken out, what is left is counted', async () => {
  const { segment } = await insertSource(
    makeEvents(40, () => 'audit'),
    { columns: false },
  );
  await pool().query('DELETE FROM event_row WHERE segment = $1 AND n >= 30', [segment]);
  await pool().query('UPDATE segment SET events = 30, numbers = 40 WHERE id = $1', [segment]);
  const client = await pool().connect();
  try {
    await rebuildColumns(client, segment);
  } finally {
    client.release();
  }
  await pool().query(
    `UPDATE segment SET "from" = (SELECT min("time") FROM event WHERE event.segment = segment.id), "to" = (SELECT max("time") FROM event WHERE event.segment = segment.id) WHERE id = $1`,
    [segment],
  );
  const fromColumns = await readOverview();
  await pool().query('UPDATE segment SET columns = false');
  expect(fromColumns).toEqual(await readOverview());
});
