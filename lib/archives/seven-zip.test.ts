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

/** `xz --lzma2=preset=0,dict=128MiB` (XZ Utils) over a tar of a.log, in.xz (packed likewise) and z.log. */
const NESTED =
  '/Td6WFoAAATm1rRGAgAhAR4AAACbB1Fm4Cf/AMJdADCLiYczwgZ3cKxc1TqvAx+5dFK6I7wAH/H6Itf6lqnphup84pCDU+L+gpQ9eXBg2Crc9g' +
  'Di74JDA6Asd1DbQ+D0bRdMRysDbXlfteQMrVVoKzs5pGTLdTiSniundc8og9W7XoAc9X2tysE1xFba0U0AyaQAgXYzhki4iwvtZH2COrlSrn5b' +
  '9et0nvuA/DB1RtZP+Aj//E14yB2yJUlroOZDyDgd5rt+pqTAHlyBJI/6vfTOLG13LTPIsOAGPVu9CuAAAAAAA0wkHgtzzJwAAd4BgFAAALkY5F' +
  'exxGf7AgAAAAAEWVo=';

test('archives in archives that ask for much memory each do not get it all at once; their neighbours are read', async () => {
  for (let time = 0; time < 2; time += 1) {
    const { leaves, error } = await walked('x.tar.xz', Buffer.from(NESTED, 'base64'));
    expect(error).toBeNull();
    expect(leaves).toMatchObject([
      { path: 'a.log', text: 'first\n', damaged: null },
      { path: 'in', text: '', damaged: 'the xz data needs more memory to unpack than is allowed' },
      { path: 'z.log', text: 'last\n', damaged: null },
    ]);
  }
});

test.each(PACKED)('%s: what a decoder has looked at is not told as read before it is', async (_kind, packed) => {
  const told: number[] = [];
  // The walk looks at the first 600 bytes itself.
  const content = Buffer.concat(Array.from({ length: 50 }, () => packed));
  await walked('x.log', content, { onPacked: (bytes) => told.push(bytes) });
  expect(Math.max(0, ...told)).toBeLessThan(content.length);
});
