import { Readable } from 'node:stream';
import fc from 'fast-check';
import tarStream from 'tar-stream';
import { expect, test } from 'vitest';
import { tarHeader } from '@/lib/tar';
import { type ChosenFile, filesFingerprint, tarBlob } from './tar-blob';

function chosen(path: string, content: string | Uint8Array<ArrayBuffer>, lastModified = 1_700_000_000_000): ChosenFile {
  return { path, file: Object.assign(new Blob([content]), { lastModified }) };
}

async function unpack(blob: Blob): Promise<{ path: string; modified: number; content: Uint8Array }[]> {
  const members: { path: string; modified: number; content: Uint8Array }[] = [];
  const extract = tarStream.extract();
  Readable.from(Buffer.from(await blob.arrayBuffer())).pipe(extract);
  for await (const entry of extract) {
    const pieces: Buffer[] = [];
    for await (const piece of entry) pieces.push(piece as Buffer);
    members.push({
      path: entry.header.name,
      modified: entry.header.mtime?.getTime() ?? 0,
      content: new Uint8Array(Buffer.concat(pieces)),
    });
  }
  return members;
}

test('what goes in comes out, with its path and date', async () => {
  const files = [
    chosen('node/journal.log', 'Nov 23 10:00:00 node kubelet[1]: hello\n', 1_700_000_123_000),
    chosen('node/empty.log', ''),
    chosen('node/full-block.bin', new Uint8Array(1024).fill(7)),
  ];
  const members = await unpack(tarBlob(files));
  expect(members.map((member) => member.path)).toEqual(['node/empty.log', 'node/full-block.bin', 'node/journal.log']);
  expect(members[2]?.modified).toBe(1_700_000_123_000);
  expect(new TextDecoder().decode(members[2]?.content)).toBe('Nov 23 10:00:00 node kubelet[1]: hello\n');
  expect(members[1]?.content).toHaveLength(1024);
});

test('long names and names in any script survive', async () => {
  const paths = [
    `pods/${'a'.repeat(90)}_b/${'c'.repeat(120)}/0.log`,
    'журнал/日本語/ö.log',
    `${'x'.repeat(99)}y`,
    `${'x'.repeat(100)}y`,
  ];
  const members = await unpack(tarBlob(paths.map((path) => chosen(path, path))));
  expect(members.map((member) => member.path).sort()).toEqual([...paths].sort());
  for (const member of members) expect(new TextDecoder().decode(member.content)).toBe(member.path);
});

test('any names and contents come back', async () => {
  const name = fc
    .string({ unit: 'binary', minLength: 1, maxLength: 300 })
    .filter((text) => !text.includes('\0') && !/\p{Surrogate}/u.test(text));
  await fc.assert(
    fc.asyncProperty(
      fc.uniqueArray(fc.tuple(name, fc.uint8Array({ maxLength: 1500 })), { maxLength: 6, selector: ([path]) => path }),
      async (pairs) => {
        const members = await unpack(tarBlob(pairs.map(([path, content]) => chosen(path, new Uint8Array(content)))));
        const found = new Map(members.map((member) => [member.path, member.content]));
        expect(members).toHaveLength(pairs.length);
        for (const [path, content] of pairs) expect(found.get(path)).toEqual(new Uint8Array(content));
      },
    ),
    { numRuns: 20 },
  );
}, 30_000);

test('a file of 9 GiB has its size in base 256', () => {
  const [block] = tarHeader({ path: 'big.log', bytes: 9 * 1024 ** 3, modified: 0 });
  expect([...(block?.subarray(124, 136) ?? [])]).toEqual([0x80, 0, 0, 0, 0, 0, 0, 2, 0x40, 0, 0, 0]);
});

test('the same files give the same bytes and fingerprint in any order, other files do not', async () => {
  const files = [chosen('b', '2'), chosen('a', '1')];
  const turned = [...files].reverse();
  expect(await tarBlob(files).text()).toBe(await tarBlob(turned).text());
  expect(filesFingerprint(files)).toBe(filesFingerprint(turned));
  expect(filesFingerprint([chosen('b', '2'), chosen('a', '1', 5)])).not.toBe(filesFingerprint(files));
});
