import { afterAll, beforeEach, expect, test } from 'vitest';
import { matrixAnswer, navigatorLayerAnswer } from '@/lib/interface';
import { closeStore, pool } from '../client';
import { CountedHistory, detect, readFindings, triageFinding } from '../detections';
import { clearStore, insertSource, type TestEvent } from '../test-rows';
import { navigatorLayer } from './navigator-layer';
import { readMatrix } from './read-matrix';

beforeEach(clearStore);
afterAll(closeStore);

const BEGIN = Date.UTC(2026, 0, 5);

/** So many secrets read one after another: the detector `secret-sweep` finds them, of T1552.007. */
function sweep(user: string, secrets: number): TestEvent[] {
  return Array.from({ length: secrets }, (_none, n) => ({
    raw: `${user} ${n}`,
    time: new Date(BEGIN + n * 1000).toISOString(),
    type: 'audit',
    fields: { user, verb: 'get', resource: 'secrets', namespace: 'shop', name: `secret-${n}` },
  }));
}

/** A pod that was made, with what formats make of the body of the request, or without. */
function podMade(body: boolean): TestEvent {
  return {
    raw: 'a pod was made',
    time: '2026-01-05T00:00:00Z',
    type: 'audit',
    fields: { verb: 'create', resource: 'pods', user: 'ann' },
    attributes: body ? { 'pod.serviceAccountName': 'default' } : {},
  };
}

async function ownRule(
  id: string,
  tags: readonly string[],
  on: boolean,
  category = 'product: kubernetes, service: audit',
) {
  const [product, service] = category.split(', ');
  const text = `title: Rule ${id}
id: 5f1abf38-291b-4f5a-9a7e-${id.padStart(12, '0')}
tags: [${tags.join(', ')}]
logsource:
  ${product}
  ${service}
detection:
  selection:
    verb: get
  condition: selection
`;
  await pool().query(
    `INSERT INTO rule (id, origin, kind, title, text, "on", digest, generation, changed_by)
     VALUES ($1, 'own', 'rule', $2, $3, $4, md5($3), nextval('rule_generation'), 'eve')`,
    [id, `Rule ${id}`, text, on],
  );
}

async function cellOf(id: string, matrix: 'attack' | 'microsoft' = 'attack') {
  const answer = matrixAnswer.parse(await readMatrix({ matrix }));
  const cell = answer.tactics.flatMap(({ cells }) => cells).find((each) => each.id === id);
  if (cell === undefined) throw new Error(`${id} is not in the matrix`);
  return cell;
}

test('what was found counts for its technique and, told apart, for the one above it; benign findings do not', async () => {
  await insertSource(sweep('ann', 20));
  await detect(new CountedHistory());
  expect(await cellOf('T1552.007')).toMatchObject({ state: 'found', findings: 1, ofSubtechniques: 0, parent: 'T1552' });
  const above = await cellOf('T1552');
  expect(above).toMatchObject({ state: 'found', findings: 1, ofSubtechniques: 1 });
  expect(above.level).not.toBeNull();
  expect(above.watchers.find(({ id }) => id === 'secret-sweep')).toMatchObject({ kind: 'detector', findings: 1 });
  expect(await cellOf('MS-TA9025', 'microsoft')).toMatchObject({ state: 'found', findings: 1 });
  expect((await readFindings({ type: [], limit: 10, technique: 't1552' })).total).toBe(1);
  expect((await readFindings({ type: [], limit: 10, technique: 'MS-TA9025' })).total).toBe(1);
  expect((await readFindings({ type: [], limit: 10, technique: 'T1611' })).total).toBe(0);
  await expect(readFindings({ type: [], limit: 10, technique: 'secrets' })).rejects.toThrow('technique: use an id');
  const { counts } = await readMatrix({ matrix: 'attack', from: '2026-02-01T00:00:00Z' });
  expect(counts.found).toBe(0);
  const [finding] = (await readFindings({ type: [], limit: 10 })).findings;
  await triageFinding(finding?.id ?? '', { verdict: 'benign' }, 'eve');
  expect(await cellOf('T1552.007')).toMatchObject({ state: 'watched', findings: 0, level: null });
});

test('a technique is blind where the types are missing that show it', async () => {
  await insertSource(sweep('ann', 1));
  expect(await cellOf('T1046')).toMatchObject({ state: 'blind', missing: ['There are no network logs.'] });
  expect((await cellOf('T1046')).hunts.map(({ name }) => name)).toContain('scans');
  expect(await cellOf('T1609')).toMatchObject({ state: 'watched' });
});

test('a technique is blind where the audit log keeps no bodies, and watched where it does', async () => {
  await insertSource([podMade(false)]);
  const blind = (await cellOf('T1611')).watchers.find(({ id }) => id === 'dangerous-pods');
  expect(blind?.missing.join()).toContain('keeps no bodies of requests for pods');
  await insertSource([podMade(true)]);
  const seen = (await cellOf('T1611')).watchers.find(({ id }) => id === 'dangerous-pods');
  expect(seen?.missing).toEqual([]);
});

test('rules of people are read by their tags, of either version, and are off when they are off', async () => {
  await insertSource(sweep('ann', 1));
  expect(await cellOf('T1525')).toMatchObject({ state: 'unwatched', watchers: [] });
  expect((await cellOf('T1525')).unseen).not.toBeNull();
  await ownRule('1', ['attack.stealth', 'attack.t1525'], false);
  expect(await cellOf('T1525')).toMatchObject({ state: 'off', unseen: null, watchers: [{ id: '1', on: false }] });
  await pool().query(`UPDATE rule SET "on" = true, changed_at = now() + interval '1 s'`);
  expect(await cellOf('T1525')).toMatchObject({ state: 'watched' });
  await ownRule('2', ['attack.t1685'], true);
  const impaired = await cellOf('T1562');
  expect(impaired.renamed).toEqual(['T1685']);
  expect(impaired.watchers.map(({ id }) => id)).toContain('2');
  await ownRule('3', ['attack.t1612'], true, 'product: windows, service: security');
  const { state, missing } = await cellOf('T1612');
  expect({ state, missing: missing.join() }).toEqual({
    state: 'blind',
    missing: expect.stringMatching(/cannot be run: .* none that Trackway reads/),
  });
});

test('the layer has all techniques once, with the number of findings as their score', async () => {
  await insertSource(sweep('ann', 20));
  await detect(new CountedHistory());
  const layer = navigatorLayerAnswer.parse(navigatorLayer(await readMatrix({ matrix: 'attack' })));
  expect(layer.versions).toMatchObject({ attack: '18', layer: '4.5' });
  expect(layer.techniques).toHaveLength(48);
  expect(layer.techniques.find(({ techniqueID }) => techniqueID === 'T1552.007')).toMatchObject({ score: 1 });
  expect(layer.techniques.find(({ techniqueID }) => techniqueID === 'T1612')).toMatchObject({ enabled: false });
});
