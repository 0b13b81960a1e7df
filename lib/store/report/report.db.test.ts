import { afterAll, beforeEach, expect, it } from 'vitest';
import type { HuntStep } from '@/lib/interface';
import { closeStore } from '../client';
import { deleteSource } from '../delete-source';
import { createHunt } from '../hunts';
import { prove } from '../proofs';
import { clearStore, insertSource } from '../test-rows';
import { readReport } from './read-report';

beforeEach(clearStore);
afterAll(closeStore);

const ANN = { name: 'ann', id: 'a' };
const WISH = { madeBy: 'ben', address: 'http://host/hunts/hunt', zone: 'UTC' };
const RANGE = { from: '2026-01-05T00:00:00Z', to: '2026-01-06T00:00:00Z' };

function query(
  id: string,
  q: string,
  { proof = null, ...given }: Partial<typeof RANGE> & { source?: string; proof?: string | null } = {},
): HuntStep {
  const selection = { types: [], q, ...RANGE, source: null, ...given };
  return {
    id,
    kind: 'query',
    title: '',
    selection,
    view: 'table',
    chart: null,
    columns: ['user'],
    proof,
    frozen: null,
  };
}

const evidence = (...events: string[]): HuntStep => ({
  id: 'evidence',
  kind: 'evidence',
  title: '',
  pins: events.map((event) => ({ event, reason: '', by: '', at: '' })),
});

function insert(name: string, count: number, day = '2026-01-05') {
  const lines = Array.from({ length: count }, (_none, n) => ({
    raw: `${name} ${n}`,
    message: `${name} ${n}`,
    time: `${day}T10:00:${String(n).padStart(2, '0')}.000Z`,
    type: n % 2 === 0 ? ('audit' as const) : ('network' as const),
    fields: { user: 'ann' },
  }));
  return insertSource(lines, { path: `${name}.log` });
}

it('says what queries find now, in figures and rows, and why one finds nothing', async () => {
  await insert('track', 30);
  const steps = [
    query('all', 'track'),
    query('piped', 'track | count by type'),
    query('broken', 'track ('),
    query('elsewhere', '', { source: 'nowhere' }),
  ];
  const { slug } = await createHunt({ title: 'Hunt', steps }, ANN);
  const { queries, madeBy, hunt } = await readReport(slug, WISH);
  expect({ madeBy, title: hunt.title }).toEqual({ madeBy: 'ben', title: 'Hunt' });
  expect(queries.get('all')).toMatchObject({
    count: 30,
    ...{ from: '2026-01-05T00:00:00.000Z', to: '2026-01-06T00:00:00.000Z' },
    table: { columns: expect.arrayContaining(['time', 'type', 'user', 'message']), total: 30 },
  });
  const all = queries.get('all');
  expect(all !== undefined && 'table' in all ? all.table.rows : []).toHaveLength(20);
  expect(queries.get('piped')).toMatchObject({ count: 30, table: { columns: ['type', 'count'], total: 2 } });
  expect(queries.get('broken')).toMatchObject({ problem: expect.any(String) });
  expect(queries.get('elsewhere')).toMatchObject({ problem: expect.stringContaining('nowhere') });
});

it('draws the range of the hunt and lists the sources in it', async () => {
  await insert('track', 4);
  await insert('later', 2, '2026-02-01');
  const { slug } = await createHunt({ title: 'Hunt', steps: [query('all', 'track')] }, ANN);
  const { timeline, sources, moreSources } = await readReport(slug, WISH);
  const sumOf = (type: 'audit' | 'network') =>
    timeline?.buckets.reduce((sum, { counts }) => sum + (counts[type] ?? 0), 0);
  expect([sumOf('audit'), sumOf('network')]).toEqual([2, 2]);
  expect(sources.map(({ files }) => files.map(({ path }) => path))).toEqual([['track.log']]);
  expect(moreSources).toBe(0);
});

it('knows a source that is gone from the copies of its events', async () => {
  const { id, segment } = await insert('track', 2);
  const { slug } = await createHunt({ title: 'Hunt', steps: [evidence(`${segment}-0`)] }, ANN);
  await deleteSource(id);
  const { sources, timeline, hunt } = await readReport(slug, WISH);
  expect(sources).toMatchObject([{ id, stored: null, files: [{ path: 'track.log' }] }]);
  expect(hunt.evidence).toHaveLength(1);
  expect(timeline?.buckets.every(({ counts }) => Object.keys(counts).length === 0)).toBe(true);
});

it('holds what a step remembers against what is there now', async () => {
  await insert('track', 3);
  const { id } = await prove({ type: [], q: 'track', ...RANGE }, 'ann');
  await insert('track', 2);
  const steps = [
    query('remembered', 'track', { proof: id }),
    query('unknown', 'track', { proof: 'none' }),
    query('no', ''),
  ];
  const { slug } = await createHunt({ title: 'Hunt', steps }, ANN);
  const { proofs } = await readReport(slug, WISH);
  expect([...proofs.keys()]).toEqual(['remembered', 'unknown']);
  expect(proofs.get('remembered')).toMatchObject({ count: 3, now: { count: 5 }, same: false, added: 2, removed: 0 });
  expect(proofs.get('unknown')).toMatchObject({ problem: expect.any(String) });
});
