import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { closeStore, patchSource, pool } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { sourceWithFiles } from '@/lib/store/test-sources';
import { readAgain, readUpload } from './test-reading';

beforeEach(clearStore);
afterAll(closeStore);

describe('times', () => {
  const times = async (id: string) => {
    const { rows } = await pool().query<{ time: string; time_guess: number }>(
      `SELECT to_char("time" AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS') AS time, event.time_guess FROM event
       JOIN file ON file.id = event.file WHERE source_id = $1 ORDER BY line`,
      [id],
    );
    return rows.map(({ time, time_guess }) => `${time} ${time_guess}`);
  };

  test('are put right for all files or one, keep their order over New Year, and come back', async () => {
    const text = ['1231 23:59:00', '0101 00:01:00'].map((time) => `I${time}.000000       1 x.go:1] hi\n`).join('');
    const id = await readUpload('year.log', Buffer.from(text));
    const before = await times(id);
    expect(before).toEqual(['2024-12-31 23:59:00 3', '2025-01-01 00:01:00 3']);
    await patchSource(id, { zoneMinutes: 120, year: 2020 });
    await readAgain(id);
    expect(await times(id)).toEqual(['2020-12-31 21:59:00 0', '2020-12-31 22:01:00 0']);
    await patchSource(id, { path: 'year.log', zoneMinutes: 0, skewSeconds: 90 });
    await readAgain(id);
    expect(await times(id)).toEqual(['2020-12-31 23:57:30 0', '2020-12-31 23:59:30 0']);
    expect(await sourceWithFiles(id)).toMatchObject({
      from: '2020-12-31T23:57:30.000Z',
      corrections: { zoneMinutes: 120, year: 2020, skewSeconds: null },
      files: [{ corrections: { zoneMinutes: 0, year: null, skewSeconds: 90 }, timeGuess: [] }],
    });
    await patchSource(id, { zoneMinutes: null, year: null });
    await patchSource(id, { path: 'year.log', zoneMinutes: null, skewSeconds: null });
    await readAgain(id);
    expect(await times(id)).toEqual(before);
  });

  test('a word that comes while the upload is read is done afterwards', async () => {
    const text = 'I0321 14:00:00.000000       1 x.go:1] hi\n';
    const id = await readUpload('early.log', Buffer.from(text), {
      beforeEnd: (source) => patchSource(source, { zoneMinutes: 60 }),
    });
    expect(await sourceWithFiles(id)).toMatchObject({ state: 'reading', files: [{ pending: true }] });
    await readAgain(id);
    expect(await times(id)).toEqual(['2025-03-21 13:00:00 1']);
    expect(await sourceWithFiles(id)).toMatchObject({ state: 'ready' });
  });
});
