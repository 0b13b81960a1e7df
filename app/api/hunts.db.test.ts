import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import {
  errorAnswer,
  exportedHunt,
  huntAnswer,
  huntConflict,
  huntHistoryAnswer,
  huntsAnswer,
  pinsAnswer,
} from '@/lib/interface';
import { closeStore, deleteSource } from '@/lib/store';
import { clearStore, insertSource } from '@/lib/store/test-rows';
import { POST as duplicate } from './hunts/[slug]/duplicate/route';
import { GET as exported } from './hunts/[slug]/export/route';
import { GET as versionOf } from './hunts/[slug]/history/[version]/route';
import { GET as history } from './hunts/[slug]/history/route';
import { DELETE as unpin } from './hunts/[slug]/pins/[event]/route';
import { POST as pin } from './hunts/[slug]/pins/route';
import { GET as one, PATCH as patch, DELETE as remove } from './hunts/[slug]/route';
import { POST as imported } from './hunts/import/route';
import { POST as create, GET as list } from './hunts/route';
import { GET as pins } from './pins/route';

beforeEach(clearStore);
afterAll(closeStore);

interface Params {
  readonly slug: string;
  readonly version: string;
  readonly event: string;
}
type Handler = (request: Request, context: { params: Promise<Params> }) => Promise<Response>;

function call(handler: Handler, params: Partial<Params> = {}, sent?: unknown, search = ''): Promise<Response> {
  const init = sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) };
  const all = { slug: '', version: '', event: '', ...params };
  return handler(new Request(`http://localhost/${search}`, init), { params: Promise.resolve(all) });
}

async function answer<Schema extends z.ZodType>(schema: Schema, response: Promise<Response>) {
  const body: unknown = await (await response).clone().json();
  return schema.parse(body);
}

async function problem(response: Promise<Response>) {
  return { status: (await response).status, ...(await answer(errorAnswer, response)).error };
}

const make = (sent: unknown) => answer(huntAnswer, call(create, {}, sent));

async function threeEvents() {
  const source = await insertSource([
    { raw: 'one \u0000 <b>', time: '2024-05-01T10:00:00.123456Z', type: 'audit', message: 'one' },
    { raw: 'ünï 🦝', time: '2024-05-01T11:00:00Z', type: 'network' },
    { raw: 'x'.repeat(70_000) },
  ]);
  return { ...source, events: [0, 1, 2].map((n) => `${source.segment}-${n}`) };
}

describe('a hunt', () => {
  it('is made, changed, listed and deleted', async () => {
    const response = await call(
      create,
      {},
      { title: ' Wer war das?  Übung 1 ', tags: ['a'], techniques: ['T1098.006'] },
    );
    expect(response.status).toBe(201);
    expect(response.headers.get('location')).toBe('/api/hunts/wer-war-das-ubung-1');
    const made = huntAnswer.parse(await response.json());
    expect(made).toMatchObject({
      title: 'Wer war das?  Übung 1',
      version: 1,
      status: 'hypothesis',
      steps: [],
      evidence: [],
    });
    const { slug } = made;
    const changed = await answer(huntAnswer, call(patch, { slug }, { version: 1, hypothesis: 'Somebody' }));
    expect(changed).toMatchObject({ slug, version: 2, title: made.title, hypothesis: 'Somebody', tags: ['a'] });
    expect(await answer(huntAnswer, call(one, { slug }))).toEqual(changed);
    for (const [search, count] of [
      ['?contains=SOMEB', 1],
      ['?technique=T1098', 1],
      ['?technique=T109', 0],
      ['?tag=b', 0],
      ['?status=hypothesis', 1],
      ['?archived=only', 0],
    ] as const) {
      expect((await answer(huntsAnswer, call(list, {}, undefined, search))).hunts).toHaveLength(count);
    }
    await call(patch, { slug }, { version: 2, archived: true });
    expect(await answer(huntsAnswer, call(list))).toEqual({ hunts: [], hidden: 1 });
    expect((await call(remove, { slug })).status).toBe(200);
    expect(await problem(call(one, { slug }))).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('that was changed meanwhile is not overwritten: both versions are answered', async () => {
    const { slug } = await make({ title: 'Both' });
    await call(patch, { slug }, { version: 1, title: 'Theirs' });
    const stale = await call(patch, { slug }, { version: 1, title: 'Yours' });
    expect(stale.status).toBe(409);
    expect(huntConflict.parse(await stale.json())).toMatchObject({
      error: { code: 'conflict' },
      theirs: { title: 'Theirs', version: 2 },
      yours: { title: 'Yours', version: 1 },
    });
    expect(await answer(huntAnswer, call(one, { slug }))).toMatchObject({ title: 'Theirs', version: 2 });
  });

  it('keeps its history', async () => {
    const { slug } = await make({ title: 'First' });
    await call(patch, { slug }, { version: 1, title: 'Second' });
    await call(patch, { slug }, { version: 2, title: 'Third' });
    const { versions } = await answer(huntHistoryAnswer, call(history, { slug }));
    expect(versions.map(({ version }) => version)).toEqual([3, 1]);
    expect(await answer(huntAnswer, call(versionOf, { slug, version: '1' }))).toMatchObject({
      title: 'First',
      version: 1,
    });
    expect(await problem(call(versionOf, { slug, version: '2' }))).toMatchObject({ status: 404 });
  });

  it('is duplicated', async () => {
    const { slug } = await make({ title: 'One', status: 'resolved', archived: true });
    const response = await call(duplicate, { slug });
    expect(response.status).toBe(201);
    expect(await response.json()).toMatchObject({
      title: 'One (copy)',
      slug: 'one-copy',
      archived: false,
      status: 'resolved',
    });
  });
});

describe('evidence', () => {
  it('stays readable after its source is deleted', async () => {
    const { events, id } = await threeEvents();
    const { slug } = await make({ title: 'Pins' });
    for (const event of events) await call(pin, { slug }, { event, reason: `why ${event}` });
    const again = await answer(huntAnswer, call(pin, { slug }, { event: events[0] }));
    expect(again.version).toBe(4);
    expect(again.steps).toMatchObject([
      { kind: 'evidence', pins: events.map((event) => ({ event, reason: `why ${event}` })) },
    ]);
    await deleteSource(id);
    const after = await answer(huntAnswer, call(one, { slug }));
    expect(after.evidence).toEqual(again.evidence);
    expect(after.evidence).toMatchObject([
      { original: 'one \u0000 <b>', cut: false, time: '2024-05-01T10:00:00.123456Z', source: { line: 1 } },
      { original: 'ünï 🦝', cut: false },
      { original: 'x'.repeat(65_536), cut: true, time: null },
    ]);
  });

  it('is told of by its range and type, without what is not pinned any more or archived', async () => {
    const { events } = await threeEvents();
    const { slug } = await make({ title: 'Pins' });
    for (const event of events) await call(pin, { slug }, { event });
    const told = async (search = '') =>
      (await answer(pinsAnswer, call(pins, {}, undefined, search))).pins.map(({ event }) => event);
    expect(await told()).toEqual([events[1], events[0], events[2]]);
    expect(await told('?type=audit')).toEqual([events[0]]);
    expect(await told('?from=2024-05-01T10:30:00Z')).toEqual([events[1]]);
    await call(unpin, { slug, event: events[1] ?? '' });
    expect(await told()).toEqual([events[0], events[2]]);
    await call(patch, { slug }, { version: 5, archived: true });
    expect(await told()).toEqual([]);
  });

  it('goes with an exported hunt and comes back unchanged', async () => {
    const { events, id } = await threeEvents();
    const { slug } = await make({ title: 'Pins' });
    for (const event of events) await call(pin, { slug }, { event });
    const response = await call(exported, { slug });
    expect(response.headers.get('content-disposition')).toContain('pins.json');
    const file = exportedHunt.parse(await response.json());
    const before = await answer(huntAnswer, call(one, { slug }));
    const here = await answer(huntAnswer, call(imported, {}, file));
    expect(here).toMatchObject({
      slug: 'pins-2',
      steps: before.steps,
      evidence: before.evidence,
      importedEvidence: [],
    });
    await deleteSource(id);
    const gone = await answer(huntAnswer, call(imported, {}, file));
    expect(gone).toMatchObject({
      slug: 'pins-3',
      steps: before.steps,
      evidence: before.evidence,
      importedEvidence: events,
    });
    expect(await problem(call(pin, { slug: 'pins-3' }, { event: events[0] }))).toMatchObject({ status: 409 });
  });

  it('of an imported hunt that says another thing than this store is not of this store', async () => {
    const { events } = await threeEvents();
    const { slug } = await make({ title: 'Pins' });
    await call(pin, { slug }, { event: events[0] });
    const file = exportedHunt.parse(await (await call(exported, { slug })).json());
    const other = { ...file, evidence: file.evidence.map((copy) => ({ ...copy, message: 'another' })) };
    const hunt = await answer(huntAnswer, call(imported, {}, other));
    expect(hunt).toMatchObject({ evidence: [{ message: 'another' }], importedEvidence: [events[0]] });
    expect((await answer(pinsAnswer, call(pins))).pins.map((one) => one.hunt.slug)).toEqual([slug]);
    const copied = await answer(huntAnswer, call(duplicate, { slug: hunt.slug }));
    expect(copied.importedEvidence).toEqual([events[0]]);
    const forged = { ...file, evidence: file.evidence.map((copy) => ({ ...copy, original: 'forged' })) };
    expect(await problem(call(imported, {}, forged))).toMatchObject({
      status: 400,
      message: expect.stringContaining(`event "${events[0]}" is not what its SHA-256`),
    });
  });
});

describe('what is not right is refused with what is not', () => {
  const note = (text: string) => ({ id: 'n', kind: 'note', text });
  const made = async () => (await make({ title: 'Hunt' })).slug;

  it.each<[unknown, RegExp]>([
    [{}, /^title: /],
    [{ title: '  ' }, /^title: a hunt needs a title/],
    [{ title: 'x'.repeat(201) }, /^title: /],
    [{ title: 'x', hypothesis: 'x'.repeat(4_001) }, /^hypothesis: /],
    [{ title: 'x', status: 'done' }, /^status: /],
    [{ title: 'x', techniques: ['1611'] }, /^techniques.0: use the id of an ATT&CK technique/],
    [{ title: 'x', tags: Array.from({ length: 31 }, (_none, n) => `t${n}`) }, /^tags: /],
    [{ title: 'x', steps: [note('a'), note('b')] }, /^steps: two steps have the same id/],
    [{ title: 'x', steps: [note('x'.repeat(50_001))] }, /^steps.0.text: /],
    [{ title: 'x', steps: [{ id: 'n', kind: 'script' }] }, /^steps.0.kind: /],
    [{ title: 'x', steps: [{ ...note('a'), id: '../a' }] }, /^steps.0.id: use 1 to 40 letters/],
    [{ title: 'x', steps: Array.from({ length: 501 }, (_none, n) => ({ ...note(''), id: `s${n}` })) }, /^steps: /],
    [[], /expected object/],
  ])('%#', async (sent, message) => {
    expect(await problem(call(create, {}, sent))).toMatchObject({
      status: 400,
      message: expect.stringMatching(message),
    });
  });

  it('a change of no version, and one of more than is kept', async () => {
    const slug = await made();
    expect(await problem(call(patch, { slug }, { title: 'x' }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^version: /),
    });
    const steps = Array.from({ length: 50 }, (_none, n) => ({ ...note('x'.repeat(49_000)), id: `s${n}` }));
    expect(await problem(call(patch, { slug }, { version: 1, steps }))).toMatchObject({
      status: 413,
      code: 'too-large',
      message: expect.stringContaining('at most 2000000 are kept'),
    });
    const unreadable = { version: 1, hypothesis: '\0'.repeat(2_000_000) };
    expect(await problem(call(patch, { slug }, unreadable))).toMatchObject({ status: 413 });
    expect(await problem(call(patch, { slug: 'nothing' }, { version: 1 }))).toMatchObject({ status: 404 });
  });

  it('a filter, a time and a file', async () => {
    expect(await problem(call(list, {}, undefined, '?archived=maybe'))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^archived: /),
    });
    expect(await problem(call(pins, {}, undefined, '?from=soon'))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^from: /),
    });
    expect(await problem(call(imported, {}, { trackway: 'hunt', schema: 2 }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('exported by a newer Trackway (schema 2'),
    });
    expect(await problem(call(imported, {}, { title: 'x' }))).toMatchObject({
      status: 400,
      message: 'trackway: this is not an exported hunt',
    });
  });
});
