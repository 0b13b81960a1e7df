import { expect, test, vi } from 'vitest';
import { LINES, leavesOf, PACKED_LINES, PACKED_TAR_XZ, walked } from './test-archives';

// Workers and many runs take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const PACKED = Object.entries(PACKED_LINES).map(([kind, text]) => [kind, Buffer.from(text, 'base64')] as const);

test.each(PACKED)('%s: streams behind each other are one file', async (kind, content) => {
  const { leaves, error } = await walked(`x.log.${kind}`, Buffer.concat([content, content]));
  expect(error).toBeNull();
  expect(leaves).toMatchObject([{ text: LINES + LINES, damaged: null }]);
});

test.each(PACKED)('%s: cut short, it says so', async (_kind, content) => {
  const { leaves, error } = await walked('x.log', content.subarray(0, content.length - 12));
  expect(error).toBeNull();
  expect(leaves[0]?.damaged).toMatch(/cut short|damaged/);
  expect(LINES.startsWith(leaves[0]?.text ?? '-')).toBe(true);
});

test.each(PACKED)('%s: damaged, it says so', async (_kind, whole) => {
  const content = Buffer.from(whole);
  content.fill(0xff, content.length - 10);
  const { leaves } = await walked('x.log', content);
  expect(leaves[0]?.damaged).toEqual(expect.any(String));
});

test('tar.xz is one archive; its members have their own paths', async () => {
  const { leaves, error } = await walked('x.txz', Buffer.from(PACKED_TAR_XZ, 'base64'), { limits: { depth: 1 } });
  expect(error).toBeNull();
  expect(leaves).toEqual([{ path: 'logs/app.log', text: LINES, skipped: null, damaged: null }]);
});

test('aborting ends the worker and the walk', async () => {
  const abort = new AbortController();
  const content = Buffer.from(PACKED_LINES.xz, 'base64');
  const reason = new Error('the person left');
  const walk = async () => {
    for await (const leaf of leavesOf('x.log.xz', content, { signal: abort.signal })) {
      abort.abort(reason);
      for await (const _bytes of leaf.bytes()) expect.unreachable();
    }
  };
  await expect(walk()).rejects.toBe(reason);
});
