import { constants, gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { walked } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const LOG = Array.from({ length: 20_000 }, (_, n) => `line ${n} of ${(n * 7919) % 10_007}\n`).join('');

test('members behind each other are one file, NULs at the end are padding', async () => {
  const content = Buffer.concat([gzipSync('a\n'), gzipSync(LOG), gzipSync(''), gzipSync('z\n'), Buffer.alloc(700)]);
  const { leaves, error } = await walked('x.log.gz', content);
  expect(error).toBeNull();
  expect(leaves).toEqual([{ path: 'x.log', text: `a\n${LOG}z\n`, skipped: null, damaged: null }]);
});

test('what follows the gzip data is told, and loses nothing', async () => {
  const { leaves } = await walked('x.log.gz', Buffer.concat([gzipSync('a\n'), Buffer.from('something else')]));
  expect(leaves).toMatchObject([
    { text: 'a\n', damaged: expect.stringContaining('something that is not gzip follows') },
  ]);
});

test('cut anywhere, it gives the beginning and says that it was cut', async () => {
  const whole = gzipSync(LOG);
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 12, max: whole.length - 1 }), async (length) => {
      const { leaves, error } = await walked('x.log.gz', whole.subarray(0, length));
      expect(error).toBeNull();
      expect(leaves[0]?.damaged).toContain('cut short');
      expect(LOG.startsWith(leaves[0]?.text ?? '-')).toBe(true);
      if (length === whole.length - 1) expect(leaves[0]?.text).toBe(LOG);
    }),
    { numRuns: 25, examples: [[whole.length - 1], [whole.length - 8], [whole.length - 9]] },
  );
});

test('cut inside its header, it says so', async () => {
  const { leaves, error } = await walked('x.log.gz', gzipSync('a').subarray(0, 8));
  expect(leaves).toEqual([]);
  expect(error).toMatchObject({
    name: 'ArchiveError',
    path: 'x.log.gz',
    message: expect.stringContaining('cut short'),
  });
});

test('damage in the middle keeps what was before it', async () => {
  const content = gzipSync(LOG);
  content.fill(0xff, content.length - 20_000, content.length - 10_000);
  const { leaves } = await walked('x.log.gz', content);
  expect(leaves[0]?.damaged).toContain('damaged');
  expect(leaves[0]?.text.length).toBeGreaterThan(20_000);
  expect(LOG.startsWith(leaves[0]?.text.slice(0, 20_000) ?? '-')).toBe(true);
});

test('members behind a damaged one are read, and the damage is told', async () => {
  const damaged = gzipSync(LOG);
  damaged.fill(0xff, damaged.length - 20_000, damaged.length - 10_000);
  const checksum = gzipSync('b\n');
  checksum[checksum.length - 8] = (checksum.at(-8) ?? 0) ^ 1;
  const { leaves } = await walked(
    'x.log.gz',
    Buffer.concat([gzipSync('a\n'), checksum, damaged, gzipSync('y\n'), gzipSync('z\n')]),
  );
  expect(leaves[0]?.damaged).toContain('checksum');
  expect(leaves[0]?.text.startsWith(`a\nb\n${LOG.slice(0, 20_000)}`)).toBe(true);
  expect(leaves[0]?.text.endsWith('y\nz\n')).toBe(true);
});

test('a checksum that does not fit is told', async () => {
  const content = gzipSync('a\n', { level: constants.Z_NO_COMPRESSION });
  content.writeUInt8(0x62, 15);
  const { leaves } = await walked('x.log.gz', content);
  expect(leaves).toMatchObject([{ text: 'b\n', damaged: expect.stringContaining('checksum') }]);
});

test('header fields of all kinds are passed over', async () => {
  const plain = gzipSync('a\n');
  const header = Buffer.from(plain.subarray(0, 10));
  header.writeUInt8(2 | 4 | 8 | 16, 3);
  const fields = Buffer.from('\u0003\0abcname.log\0a comment\0cc', 'latin1');
  const { leaves } = await walked('x.log.gz', Buffer.concat([header, fields, plain.subarray(10)]));
  expect(leaves).toMatchObject([{ text: 'a\n', damaged: null }]);
});
