import type { Archive } from './archive';
import { bzip2 } from './bzip2';
import { gzip } from './gzip';
import { lzma } from './lzma';
import { sevenZ } from './seven-z';
import { tar } from './tar';
import { xz } from './xz';
import { zip } from './zip';
import { zstd } from './zstd';

/** All kinds, those with the surest first bytes first; tar is told by a checksum only, lzma by a header that makes sense. */
export const ARCHIVES: readonly Archive[] = [gzip, zstd, xz, bzip2, zip, sevenZ, lzma, tar];

/** How many first bytes `matches` must see. */
export const HEAD_BYTES = 600;

const REFUSED: readonly (readonly [title: string, bytes: readonly number[]])[] = [
  ['RAR', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['lz4', [0x04, 0x22, 0x4d, 0x18]],
  ['lzip', [0x4c, 0x5a, 0x49, 0x50, 0x01]],
];

/** The archive that `head` opens; null when it is none. */
export function archiveOf(head: Uint8Array): Archive | null {
  return ARCHIVES.find((archive) => archive.matches(head)) ?? null;
}

/** Why an archive of a kind that is not read is passed over; null when it is none. */
export function whyRefused(head: Uint8Array): string | null {
  const refused = REFUSED.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte));
  return refused === undefined
    ? null
    : `${refused[0]} archives are not read: unpack it, and upload what was in it as a folder, a zip or a tar`;
}
