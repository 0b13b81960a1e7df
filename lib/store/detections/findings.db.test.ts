import { afterAll, beforeEach, expect, test } from 'vitest';
import { closeStore, pool } from '../client';
import { deleteSource } from '../delete-source';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { watchAll } from '../watch/test-watch';
import { connectReader } from '../write/reader-connection';
import { rebuildColumns, rebuildTallies, segmentsWithoutTallies } from '../write/rebuild-columns';
import { CountedHistory } from './counted-history';
import { detect, detectionState } from './detect';
import { readDetectors, readFindingHistory, readFindings } from './read-findings';
import { triageFinding } from './triage-finding';

beforeEach(clearStore);
afterAll(closeStore);

const BEGIN = Date.UTC(2026, 0, 5);

/** So many secrets read one after another, a second between them. */
function sweep(user: string, secrets: number, begin = BEGIN): TestEvent[] {
  return Array.from({ length: secrets }, (_none, n) => ({
    raw: `${user} ${n}`,
    time: new Date(begin + n * 1000).toISOString(),
    type: 'audit',
    fields: { user, verb: 'get', resource: 'secrets', namespace: 'shop', name: `secret-${begin}-${n}` },
  }));
}

const ALL = { type: [], limit: 100 };

test('more data changes a finding and does not repeat it', async () => {
  const counted = new CountedHistory();
  await insertSource(sweep('ann', 20));
  await detect(counted);
  const [before] = (await readFindings(ALL)).findings;
  expect(before).toMatchObject({ detector: 'secret-sweep', events: 20, verdict: 'open', changedAt: null });
  await detect(counted);
  expect((await readFindings(ALL)).findings).toEqual([before]);
  await insertSource(sweep('ann', 10, BEGIN + 30_000));
  await detect(counted);
  const { findings } = await readFindings(ALL);
  expect(findings).toMatchObject([{ id: before?.id, events: 30, title: 'ann read 30 secrets' }]);
  expect(findings[0]?.changedAt).not.toBeNull();
});

test('what somebody said stays with a finding, is kept in its history, and hides what is benign', async () => {
  await insertSource([...sweep('ann', 20), ...sweep('bob', 20)]);
  await detect(new CountedHistory());
  const id = (await readFindings({ ...ALL, contains: 'ANN' })).findings[0]?.id ?? '';
  await triageFinding(id, { verdict: 'suspicious' }, 'eve');
  const judged = await triageFinding(id, { verdict: 'benign', note: 'her job' }, 'eve');
  expect(judged).toMatchObject({ verdict: 'benign', note: 'her job', triagedBy: 'eve' });
  const { changes } = await readFindingHistory(id);
  expect(changes).toMatchObject([
    { verdict: 'benign', note: 'her job', by: 'eve' },
    { verdict: 'suspicious', note: '', by: 'eve' },
  ]);
  await insertSource(sweep('ann', 10, BEGIN + 30_000));
  await detect(new CountedHistory());
  const open = await readFindings(ALL);
  expect(open).toMatchObject({ total: 1, hidden: 1, byVerdict: { open: 1, benign: 1 } });
  expect(open.findings.map(({ subject }) => subject.user)).toEqual(['bob']);
  const { findings } = await readFindings({ ...ALL, verdict: 'benign' });
  expect(findings).toMatchObject([{ id, events: 30, verdict: 'benign', note: 'her job' }]);
});

test('findings go with their events; one that somebody judged comes back as it was', async () => {
  const counted = new CountedHistory();
  const source = await insertSource(sweep('ann', 20));
  await insertSource(sweep('bob', 20));
  await detect(counted);
  const ann = (await readFindings({ ...ALL, contains: 'ann' })).findings[0];
  await triageFinding(ann?.id ?? '', { verdict: 'evidence' }, 'eve');
  await deleteSource(source.id);
  await detect(counted);
  expect((await readFindings(ALL)).findings.map(({ subject }) => subject.user)).toEqual(['bob']);
  await expect(triageFinding(ann?.id ?? '', { verdict: 'open' }, 'eve')).rejects.toThrow('there is no finding');
  await insertSource(sweep('ann', 20));
  await detect(counted);
  const again = (await readFindings({ ...ALL, contains: 'ann' })).findings;
  expect(again).toMatchObject([{ id: ann?.id, verdict: 'evidence' }]);
});

test('findings are filtered by type, level, time and text', async () => {
  await insertSource(sweep('ann', 20));
  await detect(new CountedHistory());
  const count = async (parameters: object) => (await readFindings({ ...ALL, ...parameters })).total;
  expect(await count({ type: ['audit'] })).toBe(1);
  expect(await count({ type: ['node', 'network'] })).toBe(0);
  expect(await count({ level: 'high' })).toBe(1);
  expect(await count({ level: 'critical' })).toBe(0);
  expect(await count({ from: '2026-01-05T00:00:30Z' })).toBe(1);
  expect(await count({ from: '2026-01-05T00:01:00Z' })).toBe(0);
  expect(await count({ to: '2026-01-05T00:00:00Z' })).toBe(0);
  expect(await count({ contains: '% of _' })).toBe(0);
  await expect(readFindings({ ...ALL, verdict: 'open,nice' })).rejects.toThrow('verdict: use open');
});

test('tells whether more is waiting to be looked at', async () => {
  expect(await readFindings(ALL)).toMatchObject({ detectedAt: null });
  await insertSource(sweep('ann', 3));
  await detect(new CountedHistory());
  expect(await readFindings(ALL)).toMatchObject({ findings: [], behind: true });
  await watchAll();
  expect(await readFindings(ALL)).toMatchObject({ findings: [], behind: false });
  await insertSource(sweep('ann', 3));
  expect((await readFindings(ALL)).behind).toBe(true);
  const { detectors } = await readDetectors();
  expect(detectors.find(({ name }) => name === 'secret-sweep')).toMatchObject({ findings: 0, types: ['audit'] });
});

test('segments from before a detector are counted for it', async () => {
  await insertSource(sweep('ann', 20));
  await pool().query(`UPDATE segment SET tallied = 'something older'`);
  await pool().query('DELETE FROM tally');
  const state = await detectionState();
  await detect(new CountedHistory());
  expect((await readFindings(ALL)).total).toBe(0);
  const [segment, ...others] = await segmentsWithoutTallies();
  expect(others).toEqual([]);
  const client = await connectReader('trackway test');
  expect(await rebuildTallies(client, segment ?? 0)).toBe(true);
  await client.end();
  expect(await segmentsWithoutTallies()).toEqual([]);
  expect(await detectionState()).not.toBe(state);
  await detect(new CountedHistory());
  expect((await readFindings(ALL)).total).toBe(1);
});

test('segments that grow are counted as they are, and once more when they have grown', async () => {
  const counted = new CountedHistory();
  const { segment } = await insertSource(sweep('ann', 20), { columns: false });
  await pool().query(`UPDATE segment SET growth = 'growing' WHERE id = $1`, [segment]);
  await detect(counted);
  expect((await readFindings(ALL)).findings).toMatchObject([{ events: 20 }]);
  const client = await connectReader('trackway test');
  await rebuildColumns(client, segment);
  await client.end();
  await detect(counted);
  expect((await readFindings(ALL)).findings).toMatchObject([{ events: 20, changedAt: null }]);
});
