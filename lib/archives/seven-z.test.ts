import { expect, test, vi } from 'vitest';
import { LINES, leavesOf, PACKED_7Z, PACKED_7Z_MIXED, PACKED_7Z_SEALED, tarOf, walked } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const whole = Buffer.from(PACKED_7Z, 'base64');

test('members of a solid 7z are read in order, links are named with where they lead', async () => {
  const { leaves, error } = await walked('x.7z', whole);
  expect(error).toBeNull();
  expect(leaves).toEqual([
    { path: 'logs/empty.log', text: '', skipped: null, damaged: null },
    { path: 'logs/app.log', text: LINES, skipped: null, damaged: null },
    { path: 'logs/current.log', text: '', skipped: 'symbolic link to app.log', damaged: null },
    { path: 'logs/z.log', text: 'z\n', skipped: null, damaged: null },
  ]);
  const told: [string, string | null, number | null][] = [];
  for await (const { path, link, modified } of leavesOf('x.7z', whole)) told.push([path, link, modified]);
  expect(told[1]).toEqual(['logs/app.log', null, Date.UTC(2024, 4, 6, 12) * 1000]);
  expect(told[2]?.[1]).toBe('logs/app.log');
});

test('members left early or not touched do not disturb the next', async () => {
  const seen: string[] = [];
  for await (const leaf of leavesOf('x.7z', whole)) {
    if (leaf.path !== 'logs/z.log') continue;
    for await (const bytes of leaf.bytes()) seen.push(Buffer.from(bytes).toString());
  }
  expect(seen).toEqual(['z\n']);
});

test('encrypted members are refused one by one, an archive with encrypted names as a whole', async () => {
  const reason = 'encrypted: unpack it with its password first';
  const mixed = await walked('x.7z', Buffer.from(PACKED_7Z_MIXED, 'base64'));
  expect(mixed.error).toBeNull();
  expect(mixed.leaves.map(({ path, skipped, text }) => [path, skipped ?? text])).toEqual([
    ['logs/z.log', 'z\n'],
    ['logs/app.log', reason],
  ]);
  const sealed = await walked('x.7z', Buffer.from(PACKED_7Z_SEALED, 'base64'));
  expect(sealed).toMatchObject({ leaves: [], error: { path: 'x.7z', message: expect.stringContaining(reason) } });
});

test('a damaged member says so, a 7z cut short too; the archive around it goes on', async () => {
  const damaged = Buffer.from(whole);
  damaged.write('FIRST', 35);
  const { leaves } = await walked('x.7z', damaged);
  expect(leaves.find(({ path }) => path === 'logs/app.log')?.damaged).toContain('damaged');
  expect(leaves.find(({ path }) => path === 'logs/z.log')).toMatchObject({ text: 'z\n', damaged: null });
  const cut = await walked('x.tar', await tarOf(['in.7z', whole.subarray(0, 200)], ['z.log', 'z\n']));
  expect(cut.error).toBeNull();
  expect(cut.leaves).toMatchObject([{ path: 'in.7z', skipped: expect.stringContaining('cut short') }, { text: 'z\n' }]);
});

test('the limits of the source hold for a 7z too', async () => {
  const entries = await walked('x.7z', whole, { limits: { entries: 3 } });
  expect(entries).toMatchObject({ leaves: [], error: { name: 'LimitError' } });
  const bytes = await walked('x.7z', whole, { limits: { bytes: 20 } });
  expect(bytes.error).toMatchObject({ name: 'LimitError' });
});

test('a 7z with bytes changed anywhere is read or refused, never more', async () => {
  for (const at of [8, 12, 20, 32, 40, 70, 100, 150, 200, 300]) {
    const content = Buffer.from(whole);
    content[at] = (content[at] ?? 0) ^ 0xff;
    const { error } = await walked('x.7z', content);
    if (error !== null) expect(error).toMatchObject({ name: 'ArchiveError' });
  }
});
