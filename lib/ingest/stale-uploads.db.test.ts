import { randomUUID } from 'node:crypto';
import { afterAll, expect, test } from 'vitest';
import { closeStore, pool } from '@/lib/store';
import { createSource } from '@/lib/store/write';
import { giveUpStaleUploads } from './stale-uploads';

const HOUR_MS = 3_600_000;

afterAll(closeStore);

test('an upload whose sender is gone is given up, a fresh one is waited for', async () => {
  const id = randomUUID();
  await createSource(id, 'half.log', 1000, null);
  const stateOf = async () => {
    const { rows } = await pool().query<{ state: string; error: string | null }>(
      'SELECT state, error FROM source WHERE id = $1',
      [id],
    );
    return rows[0];
  };
  await giveUpStaleUploads(Date.now());
  expect(await stateOf()).toEqual({ state: 'receiving', error: null });
  await giveUpStaleUploads(Date.now() + 2 * HOUR_MS);
  expect(await stateOf()).toMatchObject({ state: 'failed', error: expect.stringContaining('send it again') });
});
