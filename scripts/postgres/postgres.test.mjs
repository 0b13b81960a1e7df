import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canReach, readAccounts } from './account.mjs';
import { serverSettings } from './server-settings.mjs';

const GB = 1024 ** 3;

test.each([
  [1, '256MB', '16MB'],
  [8, '1024MB', '43MB'],
  [256, '1024MB', '64MB'],
])('on a machine of %i GB PostgreSQL takes a share that leaves room', (gigabytes, shared, work) => {
  expect(serverSettings({ memory: gigabytes * GB, sharedMemory: GB })).toMatchObject({
    shared_buffers: shared,
    work_mem: work,
  });
});

test('where shared memory is small, as in containers, files are mapped instead', () => {
  expect(serverSettings({ sharedMemory: 64 * 1024 ** 2 }).dynamic_shared_memory_type).toBe('mmap');
  expect(serverSettings({ sharedMemory: GB })).not.toHaveProperty('dynamic_shared_memory_type');
});

test('accounts are read from the list of the system', () => {
  expect(readAccounts('root:x:0:0:root:/root:/bin/sh\n\nnobody:x:65534:65533::/:/sbin/nologin\n')).toEqual([
    { name: 'root', uid: 0, gid: 0 },
    { name: 'nobody', uid: 65534, gid: 65533 },
  ]);
});

test.skipIf(process.platform === 'win32')(
  'an account reaches a place only when it may walk through every folder above',
  () => {
    const top = mkdtempSync(join(tmpdir(), 'trackway-reach-'));
    const inner = join(top, 'a', 'b');
    mkdirSync(inner, { recursive: true });
    const stranger = { uid: 54_321, gid: 54_321 };
    chmodSync(top, 0o755);
    expect(canReach(inner, stranger)).toBe(true);
    chmodSync(join(top, 'a'), 0o750);
    expect(canReach(inner, stranger)).toBe(false);
    expect(canReach(inner, null)).toBe(true);
    rmSync(top, { recursive: true });
  },
);
