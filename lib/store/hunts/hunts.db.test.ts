import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { newContent } from '@/lib/hunts';
import { EVIDENCE_ORIGINAL_BYTES, HUNT_CHARACTERS, HUNT_STEPS, type HuntContent, type HuntStep } from '@/lib/interface';
import { closeStore, pool } from '../client';
import { deleteSource } from '../delete-source';
import { clearStore, insertSource } from '../test-rows';
import type { Author } from './author';
import { changeHunt } from './change-hunt';
import { createHunt } from './create-hunt';
import { deleteHunt } from './delete-hunt';
import { duplicateHunt } from './duplicate-hunt';
import { pinEvent, unpinEvent } from './pin-event';
import { readHunt, readHuntHistory, readHuntVersion } from './read-hunt';
import { readHunts } from './read-hunts';

beforeEach(clearStore);
afterAll(closeStore);

const ANN: Author = { name: 'ann', id: 'a' };
const BOB: Author = { name: 'bob', id: 'b' };
const ALL = { archived: 'all' as const };

const note = (id: string, text = ''): HuntStep => ({ id, kind: 'note', text });
const make = (given: Partial<HuntContent> = {}) => createHunt({ title: 'Hunt', ...given }, ANN);

async function events(count: number): Promise<string[]> {
  const lines = Array.from({ length: count }, (_none, n) => ({ raw: `line ${n}`, time: '2026-01-05T10:00:00Z' }));
  const { segment } = await insertSource(lines);
  return lines.map((_line, n) => `${segment}-${n}`);
}

describe('content', () => {
  it('is kept to the last character, also those that PostgreSQL cannot keep', async () => {
    const hostile = '\0 \ud800 \u202e <script> 🦝';
    const content: HuntContent = {
      ...newContent({ title: hostile }, hostile),
      ...{ hypothesis: hostile, conclusion: hostile, tags: [hostile], steps: [note('a', hostile)] },
    };
    const { slug } = await make(content);
    expect(slug).toBe('script');
    expect(await readHunt(slug)).toMatchObject(content);
    expect((await readHunts(ALL)).hunts).toMatchObject([{ title: hostile, tags: [hostile], steps: 1 }]);
    expect((await readHunts({ ...ALL, contains: '<SCRIPT>' })).hunts).toHaveLength(1);
    const changed = await changeHunt(slug, { version: 1, conclusion: `${hostile}!` }, { name: hostile, id: null });
    expect(changed.conclusion).toBe(`${hostile}!`);
    expect((await readHuntHistory(slug)).versions).toHaveLength(2);
  });

  it('of 500 long steps is kept, of more characters it is refused', async () => {
    const steps = Array.from({ length: 500 }, (_none, n) => note(`s${n}`, 'x'.repeat(3_900)));
    const { slug, version } = await make({ steps });
    expect((await readHunt(slug)).steps).toEqual(steps);
    const longer = steps.map((step) => ({ ...step, text: 'x'.repeat(HUNT_CHARACTERS / 500) }));
    await expect(changeHunt(slug, { version, steps: longer }, ANN)).rejects.toMatchObject({ code: 'too-large' });
    expect((await readHunt(slug)).version).toBe(1);
  });

  it('that is sent again as it is makes no version', async () => {
    const { slug } = await make({ tags: ['a'] });
    expect(await changeHunt(slug, { version: 1, tags: ['a'] }, BOB)).toMatchObject({ version: 1, updatedBy: 'ann' });
    expect((await readHuntHistory(slug)).versions).toHaveLength(1);
  });
});

it('hunts of one title that are made at the same moment get slugs of their own', async () => {
  const made = await Promise.all(Array.from({ length: 6 }, () => make()));
  expect(made.map(({ slug }) => slug).sort()).toEqual(['hunt', 'hunt-2', 'hunt-3', 'hunt-4', 'hunt-5', 'hunt-6']);
  expect((await make({ title: 'Import' })).slug).toBe('import-2');
});

it('there is no hunt by any other name', async () => {
  await make();
  const expected = { code: 'not-found' };
  for (const slug of ['nothing', '', '\0', '../hunt', "'; DROP TABLE hunt; --", '%00', 'a'.repeat(10_000), 'Hunt']) {
    await expect(readHunt(slug)).rejects.toMatchObject(expected);
    await expect(readHuntHistory(slug)).rejects.toMatchObject(expected);
    await expect(deleteHunt(slug, () => undefined)).rejects.toMatchObject(expected);
    await expect(duplicateHunt(slug, ANN)).rejects.toMatchObject(expected);
    await expect(pinEvent(slug, { event: '1-1', reason: '' }, ANN)).rejects.toMatchObject(expected);
    await expect(changeHunt(slug, { version: 1, title: 'x' }, ANN)).rejects.toMatchObject(expected);
  }
});

describe('the list', () => {
  it('is filtered by each of what it shows', async () => {
    await make({ title: 'One', tags: ['a', 'b'], techniques: ['T1098.006'], status: 'resolved', owner: 'bob' });
    await make({ title: 'Two', hypothesis: 'Äpfel_100%', archived: true, steps: [note('n', 'in a note')] });
    const found = async (filter: object) => (await readHunts({ ...ALL, ...filter })).hunts.map(({ title }) => title);
    expect(await found({})).toEqual(['Two', 'One']);
    expect(await found({ tag: 'b' })).toEqual(['One']);
    expect(await found({ status: 'resolved' })).toEqual(['One']);
    expect(await found({ owner: 'ann' })).toEqual(['Two']);
    expect(await found({ technique: 'T1098' })).toEqual(['One']);
    expect(await found({ technique: 'T109' })).toEqual([]);
    expect(await found({ contains: '_100%' })).toEqual(['Two']);
    expect(await found({ contains: 'IN A NOTE' })).toEqual(['Two']);
    expect(await readHunts({ archived: 'no' })).toMatchObject({ hunts: [{ title: 'One' }], hidden: 1 });
    expect(await readHunts({ archived: 'no', owner: 'bob' })).toMatchObject({ hidden: 0 });
  });
});

describe('history', () => {
  it('is one version for what a person saves within a minute, but for the first and what is between others', async () => {
    const { slug } = await make();
    for (let version = 1; version < 4; version++) await changeHunt(slug, { version, title: `Ann ${version}` }, ANN);
    await changeHunt(slug, { version: 4, title: 'Bob' }, BOB);
    await changeHunt(slug, { version: 5, title: 'Ann again' }, ANN);
    const { versions } = await readHuntHistory(slug);
    expect(versions).toMatchObject([
      { version: 6, by: 'ann', changes: ['renamed “Bob” to “Ann again”'] },
      { version: 5, by: 'bob', changes: ['renamed “Ann 3” to “Bob”'] },
      { version: 4, by: 'ann', changes: ['renamed “Hunt” to “Ann 3”'] },
      { version: 1, by: 'ann', changes: ['made the hunt'] },
    ]);
    expect(await readHuntVersion(slug, '4')).toMatchObject({ title: 'Ann 3', version: 4, updatedBy: 'ann' });
    await expect(readHuntVersion(slug, '2')).rejects.toThrow(/was not kept.* as version 4/);
    for (const version of ['0', '7', '-1', 'x', '1.5', '99999999999']) {
      await expect(readHuntVersion(slug, version)).rejects.toMatchObject({ code: 'not-found' });
    }
  });

  it('has a version of its own for what is saved later', async () => {
    const { slug } = await make();
    await changeHunt(slug, { version: 1, title: 'One' }, ANN);
    await pool().query(`UPDATE hunt_version SET began = began - interval '61 s'`);
    await changeHunt(slug, { version: 2, title: 'Two' }, ANN);
    expect((await readHuntHistory(slug)).versions.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('says so where somebody took back what they had changed', async () => {
    const { slug } = await make();
    await changeHunt(slug, { version: 1, title: 'One' }, ANN);
    await changeHunt(slug, { version: 2, title: 'Hunt' }, ANN);
    expect((await readHuntHistory(slug)).versions[0]?.changes).toEqual(['took back what was changed']);
  });
});

describe('pins', () => {
  it('of several people at the same moment are all there', async () => {
    const { slug } = await make();
    const all = await events(8);
    await Promise.all(all.map((event, n) => pinEvent(slug, { event, reason: '' }, n % 2 === 0 ? ANN : BOB)));
    const { steps, evidence, version } = await readHunt(slug);
    expect(version).toBe(9);
    expect(evidence.map(({ event }) => event).sort()).toEqual([...all].sort());
    expect(steps).toMatchObject([{ id: 'evidence', kind: 'evidence', title: 'Evidence' }]);
  });

  it('are by whoever pinned first, whatever is sent, and stay so when they come back', async () => {
    const { slug } = await make();
    const [event = ''] = await events(1);
    const pinned = await pinEvent(slug, { event, reason: 'first' }, ANN);
    const [step] = pinned.steps;
    if (step?.kind !== 'evidence') throw new Error('no evidence');
    const forged = { ...step, pins: step.pins.map((pin) => ({ ...pin, reason: 'forged', by: 'root', at: '1970' })) };
    const changed = await changeHunt(slug, { version: 2, steps: [forged] }, BOB);
    expect(changed.steps).toMatchObject([{ pins: [{ by: 'ann', at: step.pins[0]?.at, reason: 'forged' }] }]);
    await unpinEvent(slug, event, BOB);
    expect((await pinEvent(slug, { event, reason: '' }, BOB)).steps).toMatchObject([{ pins: [{ by: 'ann' }] }]);
  });

  it('go where they are sent, and once', async () => {
    const steps: HuntStep[] = ['a', 'b'].map((id) => ({ id, kind: 'evidence', title: id, pins: [] }));
    const { slug } = await make({ steps });
    const [one = '', two = ''] = await events(2);
    await pinEvent(slug, { event: one, reason: 'why', step: 'a' }, ANN);
    await pinEvent(slug, { event: two, reason: '' }, ANN);
    const after = await pinEvent(slug, { event: one, reason: '', step: 'b' }, ANN);
    expect(after).toMatchObject({
      version: 3,
      steps: [{ pins: [{ event: one, reason: 'why' }] }, { pins: [{ event: two }] }],
    });
    expect((await pinEvent(slug, { event: one, reason: 'better' }, ANN)).steps).toMatchObject([
      { pins: [{ reason: 'better' }] },
      {},
    ]);
    await expect(pinEvent(slug, { event: '999-9', reason: '', step: 'c' }, ANN)).rejects.toThrow(/^step: .*"c"/);
    await expect(unpinEvent(slug, '999-9', ANN)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('are refused where the hunt has no room for their step, and it stays as it was', async () => {
    const steps = Array.from({ length: HUNT_STEPS }, (_none, n) => note(`s${n}`));
    const { slug } = await make({ steps });
    const [event = ''] = await events(1);
    await expect(pinEvent(slug, { event, reason: '' }, ANN)).rejects.toThrow(/500 steps/);
    expect(await readHunt(slug)).toMatchObject({ version: 1, evidence: [] });
  });

  it('of events that are not there are refused', async () => {
    const { slug } = await make();
    for (const event of ['999999-1', 'nonsense', '\0', '99999999999-1', "1'-1"]) {
      const pin = { event, reason: '', by: '', at: '' };
      const step: HuntStep = { id: 'e1', kind: 'evidence', title: 'Doors', pins: [pin] };
      const message = /the event ".*", pinned in "Doors" \(e1\), does not exist/;
      await expect(make({ steps: [step] })).rejects.toThrow(message);
      await expect(changeHunt(slug, { version: 1, steps: [step] }, ANN)).rejects.toThrow(message);
      await expect(pinEvent(slug, { event, reason: '' }, ANN)).rejects.toMatchObject({ code: 'bad-request' });
    }
    expect(await readHunt(slug)).toMatchObject({ version: 1, evidence: [] });
  });

  it('keep their copies for old versions, and go with the hunt', async () => {
    const { slug } = await make();
    const [event = ''] = await events(1);
    await pinEvent(slug, { event, reason: '' }, ANN);
    const then = await changeHunt(slug, { version: 2, title: 'Later' }, BOB);
    const without = await unpinEvent(slug, event, ANN);
    expect(without.evidence).toEqual([]);
    const { rows } = await pool().query('SELECT DISTINCT source_id AS id FROM segment');
    await deleteSource(rows[0]?.id);
    expect((await readHuntVersion(slug, '3')).evidence).toEqual(then.evidence);
    const restored = await changeHunt(slug, { version: 4, steps: then.steps }, BOB);
    expect(restored.evidence).toEqual(then.evidence);
    await deleteHunt(slug, () => undefined);
    const { rows: left } = await pool().query('SELECT count(*)::int AS count FROM evidence_copy');
    expect(left).toEqual([{ count: 0 }]);
  });

  it('have a copy that ends between two characters', async () => {
    const raw = `${'x'.repeat(EVIDENCE_ORIGINAL_BYTES - 1)}🦝 and more`;
    const { segment } = await insertSource([{ raw }]);
    const { slug } = await make();
    const { evidence } = await pinEvent(slug, { event: `${segment}-0`, reason: '' }, ANN);
    expect(evidence).toMatchObject([{ original: 'x'.repeat(EVIDENCE_ORIGINAL_BYTES - 1), cut: true }]);
  });
});

it('a hunt is deleted only where that is allowed, told whose it is', async () => {
  const { slug } = await make();
  await changeHunt(slug, { version: 1, owner: 'carl' }, BOB);
  const refuse = (claims: object) => {
    throw new Error(JSON.stringify(claims));
  };
  await expect(deleteHunt(slug, refuse)).rejects.toThrow('{"createdById":"a","owner":"carl","ownerById":"b"}');
  expect(await deleteHunt(slug, () => undefined)).toBe('Hunt');
});
