import { crc32 } from 'node:zlib';
import { type Archive, ArchiveError, BombError, type Entry, LimitError } from './archive';
import { ByteReader } from './byte-reader';
import { inflate } from './inflate';
import { withoutSuffix } from './path';

const HAS_HEADER_CHECKSUM = 2;
const HAS_EXTRA = 4;
const HAS_NAME = 8;
const HAS_COMMENT = 16;
const TEXT_BYTES_MAX = 64 * 1024;
const HEADER_BYTES = 10;
const SEARCH_BYTES = 64 * 1024;

/** gzip (RFC 1952), of one member or many. */
export const gzip: Archive = {
  name: 'gzip',
  title: 'gzip (.gz, .tgz)',
  stream: true,
  needsSpool: false,
  matches: isGzip,
  async *entries(input, name, budget): AsyncGenerator<Entry> {
    budget.chargeEntry();
    const reader = new ByteReader(input.open());
    try {
      const writtenAt = await readHeader(reader);
      yield {
        path: withoutSuffix(name, { '.gz': '', '.gzip': '', '.tgz': '.tar', '.taz': '.tar' }),
        modified: writtenAt === 0 ? null : writtenAt * 1_000_000,
        skipped: null,
        size: null,
        bytes: () =>
          members(
            reader,
            budget.chargeMember(() => input.size ?? reader.position),
          ),
      };
    } finally {
      await reader.close();
    }
  },
};

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/** All members as one, those behind a damaged one too; the reader stands behind the header of the first. */
async function* members(reader: ByteReader, charge: (count: number) => void): AsyncGenerator<Uint8Array> {
  let damage: ArchiveError | null = null;
  for (;;) {
    try {
      yield* member(reader, charge);
    } catch (error) {
      if (!(error instanceof ArchiveError) || error instanceof BombError || error instanceof LimitError) throw error;
      damage ??= error;
    }
    if (damage !== null ? await laterMember(reader) : await anotherMember(reader)) continue;
    if (damage !== null) throw damage;
    return;
  }
}

async function* member(reader: ByteReader, charge: (count: number) => void): AsyncGenerator<Uint8Array> {
  let checksum = 0;
  let length = 0;
  const end = yield* inflate(reader, (bytes) => {
    charge(bytes.length);
    checksum = crc32(bytes, checksum);
    length += bytes.length;
  });
  const trailer = await reader.take(8);
  if (end === 'at the end' || trailer.length < 8) {
    throw new ArchiveError('the gzip file is cut short; what came before the cut was read');
  }
  const told = new DataView(trailer.buffer);
  if (told.getUint32(0, true) !== checksum || told.getUint32(4, true) !== length % 2 ** 32) {
    throw new ArchiveError('the gzip checksum does not fit the data; it was damaged after it was written');
  }
}

/** Looks for a member behind damage; only for a header whose every byte makes sense, since anything may be there. */
async function laterMember(reader: ByteReader): Promise<boolean> {
  for (;;) {
    const bytes = await reader.take(SEARCH_BYTES);
    if (bytes.length < HEADER_BYTES) return false;
    const at = headerIn(bytes);
    if (at >= 0) {
      reader.putBack(bytes.subarray(at));
      await readHeader(reader);
      return true;
    }
    if (bytes.length < SEARCH_BYTES) return false;
    // A header may stand across the end.
    reader.putBack(bytes.subarray(bytes.length - HEADER_BYTES + 1));
  }
}

function headerIn(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(0x1f); at >= 0; at = bytes.indexOf(0x1f, at + 1)) {
    const [, , , flags = 255, , , , , level = 255, system = 254] = bytes.subarray(at, at + HEADER_BYTES);
    const known = flags < 32 && (level === 0 || level === 2 || level === 4) && (system <= 13 || system === 255);
    if (isGzip(bytes.subarray(at, at + 3)) && known) return at;
  }
  return -1;
}

async function anotherMember(reader: ByteReader): Promise<boolean> {
  const next = await reader.take(3);
  if (isGzip(next)) {
    reader.putBack(next);
    await readHeader(reader);
    return true;
  }
  reader.putBack(next);
  // Tapes and block devices pad with NULs; that is no damage.
  for (let bytes = await reader.some(64 * 1024); bytes !== null; bytes = await reader.some(64 * 1024)) {
    if (bytes.some((byte) => byte !== 0)) {
      throw new ArchiveError('something that is not gzip follows the gzip data; the data before it was read');
    }
  }
  return false;
}

/** Passes over a member's header; when it was written, in seconds since the epoch (0: not told). */
async function readHeader(reader: ByteReader): Promise<number> {
  const header = await reader.take(10);
  const flags = header[3];
  if (header.length < 10 || flags === undefined) throw new ArchiveError('the gzip file is cut short in its header');
  if (flags & HAS_EXTRA) {
    const size = await reader.take(2);
    await reader.skip((size[0] ?? 0) + 256 * (size[1] ?? 0));
  }
  if (flags & HAS_NAME) await skipText(reader);
  if (flags & HAS_COMMENT) await skipText(reader);
  if (flags & HAS_HEADER_CHECKSUM) await reader.skip(2);
  return new DataView(header.buffer).getUint32(4, true);
}

async function skipText(reader: ByteReader): Promise<void> {
  for (let length = 0; length < TEXT_BYTES_MAX; length += 1) {
    const byte = await reader.some(1);
    if (byte === null || byte[0] === 0) return;
  }
  throw new ArchiveError('the gzip header is damaged: its file name has no end');
}
