import type { FilePart } from './seven-zip';

const SIZE_MAX = 2 ** 32 - 2;
/** What the compression needs of the flags: its options, and for LZMA whether an end is marked. */
const FLAGS_KEPT = 0b110;
const NAME = 'm';

interface ZipMember {
  readonly compressionMethod: number;
  readonly generalPurposeBitFlag: number;
  readonly versionNeededToExtract: number;
  readonly compressedSize: number;
  readonly uncompressedSize: number;
  readonly crc32: number;
}

export function fitsZipOfOne({ compressedSize, uncompressedSize }: ZipMember): boolean {
  return compressedSize <= SIZE_MAX && uncompressedSize <= SIZE_MAX;
}

/**
 * A zip that holds a single member of a larger one (APPNOTE 6.3, 4.3.6), as 7-Zip is to see it: nothing is copied, and
 * no name of the archive takes part in finding the member. `start` is where the member's packed bytes begin, `length`
 * how many there are.
 */
export function zipOfOne(member: ZipMember, start: number, length: number): FilePart {
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(member.versionNeededToExtract, 0);
  fields.writeUInt16LE(member.generalPurposeBitFlag & FLAGS_KEPT, 2);
  fields.writeUInt16LE(member.compressionMethod, 4);
  fields.writeUInt32LE(member.crc32, 10);
  fields.writeUInt32LE(length, 14);
  fields.writeUInt32LE(member.uncompressedSize, 18);
  fields.writeUInt16LE(NAME.length, 22);
  const before = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(NAME)]);
  const entry = Buffer.concat([Buffer.from('PK\u0001\u0002\u003f\u0000'), fields, Buffer.alloc(14), Buffer.from(NAME)]);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(1, 4);
  end.writeUInt16LE(1, 6);
  end.writeUInt32LE(entry.length, 8);
  end.writeUInt32LE(before.length + length, 12);
  return { before, start, length, after: Buffer.concat([entry, Buffer.from('PK\u0005\u0006'), end]) };
}
