import { afterAll, afterEach, beforeEach, expect, test } from 'vitest';
import { filesParameters, type SourcePatch } from '@/lib/interface';
import { closeStore, patchSource, readFiles, readSource } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { eventsOf, filesOf } from './test-reading';
import { startReceiver, type TestReceiver } from './test-receiving';

let receiver: TestReceiver;

beforeEach(async () => {
  await clearStore();
  receiver = await startReceiver();
});
afterEach(() => receiver.close());
afterAll(closeStore);

const post = (path: string, body: string) => fetch(receiver.url + path, { method: 'POST', body });
const said = (patch: SourcePatch) => patchSource(receiver.stream.id, patch);
const NOON = '2026-11-20T12:00:00';

test('holds for what comes from now on, and what is there stays as it is', async () => {
  const line = (word: string) => `{"ts":"${NOON}Z","level":"error","msg":"${word}"}`;
  await post('/', line('before'));
  await said({ format: 'plain', type: 'node' });
  await post('/', line('corrected'));
  await post('/api/ingest/json', line('as a document'));
  await said({ format: null, type: null });
  await post('/', line('taken back'));
  const events = await eventsOf(receiver.stream.id);
  expect(events.map(({ format, type }) => [format, type])).toEqual([
    ['zap', 1],
    ['plain', 2],
    ['plain', 2],
    ['zap', 1],
  ]);
  expect(await readSource(receiver.stream.id)).toMatchObject({ state: 'ready' });
  expect((await readFiles(receiver.stream.id, filesParameters.parse({}))).total.pending).toBe(0);
});

test('sets clocks right: the zone of times that name none, and a clock that is ahead, but not our own', async () => {
  await said({ zoneMinutes: 120, skewSeconds: 60 });
  await post('/', `${NOON} info without a zone\n${NOON}Z info with one\nno time`);
  const [without, withOne, arrived] = await eventsOf(receiver.stream.id);
  expect(without?.time).toEqual(new Date('2026-11-20T09:59:00Z'));
  expect(withOne?.time).toEqual(new Date('2026-11-20T11:59:00Z'));
  expect(Math.abs(Number(arrived?.time) - Date.now())).toBeLessThan(60_000);
});

test('is refused where it cannot be had', async () => {
  await post('/', 'a');
  const [file] = await filesOf(receiver.stream.id);
  await expect(said({ path: file?.path ?? '', format: 'plain' })).rejects.toThrow('from now on');
  await expect(said({ year: 2024 })).rejects.toThrow('year');
});
