import { compressedFile } from './compressed-file';
import { hasBytes } from './has-bytes';

/** Zstandard (RFC 8878), of one frame or many; the window may have 128 MB. */
export const zstd = compressedFile({
  name: 'zstd',
  title: 'Zstandard (.zst, .tzst)',
  type: 'zstd',
  suffixes: { '.zst': '', '.zstd': '', '.tzst': '.tar' },
  matches: (head) => hasBytes(head, 0, [0x28, 0xb5, 0x2f, 0xfd]) || isSkippableFrame(head),
});

function isSkippableFrame(head: Uint8Array): boolean {
  return ((head[0] ?? 0) & 0xf0) === 0x50 && hasBytes(head, 1, [0x2a, 0x4d, 0x18]);
}
