import { compressedFile } from './compressed-file';

const HEADER_BYTES = 13;
const SIZE_MAX = 2 ** 40;

/** The old format of LZMA Utils (lzma-file-format.txt of XZ Utils): 13 bytes of header without a magic number. */
export const lzma = compressedFile({
  name: 'lzma',
  title: 'LZMA (.lzma)',
  type: 'lzma',
  suffixes: { '.lzma': '', '.tlz': '.tar' },
  matches: isLzma,
});

/** The usual properties, a dictionary of 2^n or 2^n + 2^(n-1) bytes, a size that makes sense, and the first code byte. */
function isLzma(head: Uint8Array): boolean {
  if (head.length <= HEADER_BYTES || head[0] !== 0x5d || head[HEADER_BYTES] !== 0) return false;
  const fields = new DataView(head.buffer, head.byteOffset, HEADER_BYTES);
  const size = fields.getBigUint64(5, true);
  return isDictionarySize(fields.getUint32(1, true)) && (size === 2n ** 64n - 1n || size < BigInt(SIZE_MAX));
}

function isDictionarySize(bytes: number): boolean {
  const power = 2 ** Math.floor(Math.log2(bytes));
  return bytes >= 4096 && (bytes === power || bytes === power + power / 2 || bytes === 2 ** 32 - 1);
}
