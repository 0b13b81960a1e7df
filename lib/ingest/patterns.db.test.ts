import { randomUUID } from 'node:crypto';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { CHARSET } from '@/lib/blocks';
import { LogEvent } from '@/lib/events';
import { type PatternsAnswer, type PatternsParameters, patternsParameters } from '@/lib/interface';
import {
  closeStore,
  countEvents,
  createStream,
  deleteSource,
  patchSource,
  pool,
  readPatterns,
  readPatternTexts,
  readQuery,
} from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { batchOf, noTally, unitOf } from '@/lib/store/test-stream';
import { connectReader, rebuildColumns, SegmentWriter, StreamCommitter } from '@/lib/store/write';
import { readAgain, readUpload } from './test-reading';

const DAY = '2031-04-05';
const LOGINS = Array.from(
  { length: 20 },
  (_, index) => `${at(index)} app[9]: Failed password for invalid user u${index} from 10.0.0.${index} port 22`,
);
const TICKS = Array.from({ length: 5 }, (_, index) => `${at(20 + index)} app[9]: cache warmed in ${index} ms`);
const ONCE = `${at(59)} app[9]: disk controller went away`;

function at(minute: number): string {
  return `Apr  5 10:${String(minute).padStart(2, '0')}:00 web-1`;
}

const upload = (name: string, lines: readonly string[]) => readUpload(name, Buffer.from(`${lines.join('\n')}\n`));
const ask = (parameters: PatternsParameters = {}) => readPatterns(patternsParameters.parse(parameters));
const counts = ({ patterns }: PatternsAnswer) => Object.fromEntries(patterns.map(({ text, count }) => [text, count]));
const LOGIN_TEXT = 'Failed password for invalid user <*> from <*> port <*>';

beforeEach(clearStore);
afterAll(closeStore);

describe('patterns of what was uploaded', () => {
  test('have exact counts, times, writers and an example, the rarest first', async () => {
    await upload('node.log', [...LOGINS, ...TICKS, ONCE]);
    const answer = await ask();
    expect(answer).toMatchObject({ total: 3, events: 26, without: 0, exact: true });
    expect(answer.patterns.map(({ text, count, isNew }) => [text, count, isNew])).toEqual([
      ['disk controller went away', 1, true],
      ['cache warmed in <*>', 5, false],
      [LOGIN_TEXT, 20, false],
    ]);
    const [once, , login] = answer.patterns;
    expect(once?.example?.message).toContain('disk controller went away');
    expect(once?.first).toBe(once?.last);
    expect(login?.emitters).toEqual([{ field: 'component', value: 'app', count: 20 }]);
    expect((await ask({ order: 'frequent', limit: 1 })).patterns[0]?.text).toBe(LOGIN_TEXT);
    expect((await ask({ order: 'new', limit: 1 })).patterns[0]?.text).toBe('disk controller went away');
    expect(counts(await ask({ contains: 'WARMED' }))).toEqual({ 'cache warmed in <*>': 5 });
  });

  test('are asked for like any other field, from columns and by SQL', async () => {
    await upload('node.log', [...LOGINS, ...TICKS, ONCE]);
    const { patterns } = await ask({ order: 'frequent' });
    const [login, tick] = patterns.map(({ id }) => id);
    const asked = async () => [
      (await countEvents({ type: [], q: `pattern:${login}` })).count,
      (await countEvents({ type: [], q: `not pattern:${login}` })).count,
      (await readQuery({ type: [], q: 'component:app | rare pattern' })).rows.at(-1),
      counts(await ask({ q: `not pattern:${tick}` })),
    ];
    const expected = [20, 6, [login, 20], { 'disk controller went away': 1, [LOGIN_TEXT]: 20 }];
    expect(await asked()).toEqual(expected);
    await pool().query('UPDATE segment SET columns = false');
    expect(await asked()).toEqual(expected);
    const client = await connectReader('trackway test columns');
    const { rows } = await pool().query<{ id: number }>('SELECT id FROM segment');
    for (const { id } of rows) await rebuildColumns(client, id);
    await client.end();
    expect(await asked()).toEqual(expected);
  });

  test('are the same in every source, and go with the last one that has them', async () => {
    const one = await upload('one.log', LOGINS);
    const [before] = (await ask()).patterns;
    const other = await upload('other.log', [...LOGINS.slice(0, 3), ...TICKS]);
    expect(await ask({ contains: 'password' })).toMatchObject({ patterns: [{ id: before?.id, count: 23 }] });
    await deleteSource(one);
    expect(await ask({ contains: 'password' })).toMatchObject({ patterns: [{ id: before?.id, count: 3 }] });
    await deleteSource(other);
    expect((await readPatternTexts([before?.id ?? ''])).texts).toEqual({});
    await upload('again.log', LOGINS);
    expect((await ask()).patterns[0]).toMatchObject({ id: before?.id, text: LOGIN_TEXT });
  });

  test('stay when a file is read again', async () => {
    const id = await upload('node.log', [...LOGINS, ONCE]);
    const before = await ask();
    await patchSource(id, { skewSeconds: 60 });
    await readAgain(id);
    expect(counts(await ask())).toEqual(counts(before));
    expect((await ask()).patterns.map((each) => each.id)).toEqual(before.patterns.map((each) => each.id));
  });

  test('become more general in one place for all', async () => {
    await upload('one.log', [`${at(1)} app[9]: accepted key of root over the network`]);
    const [first] = (await ask()).patterns;
    const names = ['jane', 'operator', 'backup', 'guest'];
    await upload(
      'other.log',
      names.map((name) => `${at(2)} app[9]: accepted key of ${name} over the network`),
    );
    expect((await ask()).patterns).toMatchObject([
      { id: first?.id, text: 'accepted key of <*> over the network', count: 5 },
    ]);
  });
});

test('audit events and flows have no pattern', async () => {
  const client = await connectReader('trackway test writer');
  const writer = await SegmentWriter.open(client, randomUUID(), false);
  const block = writer.openBlock(1, 0, 1);
  for (const type of ['audit', 'network', 'application', 'control-plane'] as const) {
    const event = new LogEvent();
    event.message = 'something happened';
    event.format = 'plain';
    event.time = Date.parse(`${DAY}T10:00:00Z`) * 1000;
    const n = writer.reserve(block);
    writer.write(event, type, { n, file: 1, line: n + 1, lines: 1, block, offset: 0, length: 1, spans: null });
  }
  writer.sealBlock(block, Buffer.from('x\n'), CHARSET.utf8);
  await writer.commit([]);
  await client.end();
  expect(await ask()).toMatchObject({ total: 1, events: 2, without: 2, patterns: [{ text: 'something happened' }] });
});

test('what a stream appends has the patterns of uploads, at once and after its segment was loaded again', async () => {
  await upload('node.log', LOGINS);
  const [known] = (await ask()).patterns;
  const client = await connectReader('trackway test receiver');
  const { id } = await createStream('pushed');
  const push = (committer: StreamCommitter, messages: readonly string[]) =>
    committer.commit([batchOf(id, messages.map(said))]);
  await push(new StreamCommitter(client, noTally), [message(1), 'pushed words', message(2)]);
  expect(counts(await ask())).toEqual({ [LOGIN_TEXT]: 22, 'pushed words': 1 });
  await push(new StreamCommitter(client, noTally), [message(3), 'other words', 'pushed words']);
  await client.end();
  const answer = await ask({ order: 'frequent' });
  expect(counts(answer)).toEqual({ [LOGIN_TEXT]: 23, 'pushed words': 2, 'other words': 1 });
  expect(answer.patterns[0]?.id).toBe(known?.id);
});

const said = (text: string) =>
  unitOf(text, 'node', (event) => {
    event.time = Date.parse(`${DAY}T10:00:00Z`) * 1000;
  });
const message = (index: number) => `Failed password for invalid user x${index} from 10.1.0.${index} port 22`;
