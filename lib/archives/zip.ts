import { crc32 } from 'node:zlib';
import { fromRandomAccessReaderPromise, getFileNameLowLevel, type Entry as ZipEntry, type ZipFile } from 'yauzl';
import { type Archive, ArchiveError, type Entry, LimitError } from './archive';
import type { Budget } from './budget';
import { ByteReader } from './byte-reader';
import { hasBytes } from './has-bytes';
import { inflate } from './inflate';
import { decodeName, entryPath } from './path';
import { openZipFile, type ZipReader } from './zip-reader';

const STORED = 0;
const DEFLATED = 8;
const METHODS: Readonly<Record<number, string>> = {
  9: 'Deflate64',
  12: 'bzip2',
  14: 'LZMA',
  93: 'Zstandard',
  95: 'xz',
  98: 'PPMd',
};
const OPTIONS = { lazyEntries: true, decodeStrings: false, autoClose: false } as const;

/** zip and zip64 (APPNOTE 6.3), members stored or deflated. Read through the directory at its end. */
export const zip: Archive = {
  name: 'zip',
  title: 'zip (.zip)',
  stream: false,
  needsSpool: true,
  matches: (head) =>
    hasBytes(head, 0, [0x50, 0x4b, 3, 4]) ||
    hasBytes(head, 0, [0x50, 0x4b, 5, 6]) ||
    hasBytes(head, 0, [0x50, 0x4b, 7, 8]),
  async *entries(input, _name, budget): AsyncGenerator<Entry> {
    if (input.spoolPath === null) throw new Error('a zip is read from a spool file only');
    const reader = await openZipFile(input.spoolPath);
    try {
      await refuseOverlaps(reader, budget);
      let done = 0;
      for await (const entry of directory(reader)) {
        done += entry.compressedSize;
        const before = done - entry.compressedSize;
        if (!isFolder(entry)) yield memberOf(reader, entry, budget, (packed) => input.progress(before + packed));
        input.progress(done);
      }
    } finally {
      await reader.end();
    }
  },
};

/** The directory at the end, in its own order. */
async function* directory(reader: ZipReader): AsyncGenerator<ZipEntry> {
  try {
    const file = await openDirectory(reader);
    for await (const entry of file.eachEntry()) yield entry;
  } catch (error) {
    throw inOurWords(error);
  }
}

function openDirectory(reader: ZipReader): Promise<ZipFile> {
  return fromRandomAccessReaderPromise(reader, reader.size, OPTIONS);
}

/** Members that share bytes are how a small zip unpacks to petabytes; no honest writer makes them. */
async function refuseOverlaps(reader: ZipReader, budget: Budget): Promise<void> {
  const ranges: [start: number, end: number][] = [];
  try {
    for await (const entry of directory(reader)) {
      budget.chargeEntry();
      const start = entry.relativeOffsetOfLocalHeader;
      ranges.push([start, start + 30 + entry.fileNameLength + entry.compressedSize]);
    }
  } catch (error) {
    // A damaged directory is told after the members before the damage were given.
    if (error instanceof LimitError || !(error instanceof ArchiveError)) throw error;
  }
  ranges.sort((a, b) => a[0] - b[0]);
  let end = 0;
  for (const range of ranges) {
    if (range[0] < end) throw new ArchiveError('members of the zip overlap, as in a bomb; it was not read');
    end = range[1];
  }
}

function memberOf(reader: ZipReader, entry: ZipEntry, budget: Budget, progress: (packed: number) => void): Entry {
  return {
    path: entryPath(nameOf(entry)),
    modified: modifiedOf(entry),
    skipped: whySkipped(entry),
    size: entry.uncompressedSize,
    bytes: () => memberBytes(reader, entry, budget, progress),
  };
}

async function* memberBytes(
  reader: ZipReader,
  entry: ZipEntry,
  budget: Budget,
  progress: (packed: number) => void,
): AsyncGenerator<Uint8Array> {
  let length = 0;
  let checksum = 0;
  // A damaged directory may tell more than there is.
  const packedSize = Math.min(entry.compressedSize, reader.size);
  const charge = budget.chargeMember(() => packedSize);
  const seen = (bytes: Uint8Array) => {
    charge(bytes.length);
    length += bytes.length;
    checksum = crc32(bytes, checksum);
    if (length > entry.uncompressedSize) throw new ArchiveError('the member is larger than the zip tells');
  };
  const packed = await packedBytes(reader, entry);
  const told = (bytes: Uint8Array) => {
    seen(bytes);
    progress(packed.position);
  };
  try {
    if (entry.compressionMethod === DEFLATED) yield* inflate(packed, told, entry.uncompressedSize);
    else yield* plain(packed, told);
  } finally {
    await packed.close();
  }
  if (length < entry.uncompressedSize) throw new ArchiveError('the member is cut short; what came before was read');
  if (checksum !== entry.crc32) throw new ArchiveError('the checksum does not fit the data; the zip was damaged');
}

async function* plain(packed: ByteReader, seen: (bytes: Uint8Array) => void): AsyncGenerator<Uint8Array> {
  for (let bytes = await packed.some(65_536); bytes !== null; bytes = await packed.some(65_536)) {
    seen(bytes);
    yield bytes;
  }
}

/** The member's bytes as they stand in the zip: behind its local header, whose length only the header tells. */
async function packedBytes(reader: ZipReader, entry: ZipEntry): Promise<ByteReader> {
  const at = entry.relativeOffsetOfLocalHeader;
  const header = await new ByteReader(reader.range(at, at + 30)).take(30);
  if (!hasBytes(header, 0, [0x50, 0x4b, 3, 4]) || header.length < 30) {
    throw new ArchiveError('the member is not where the zip says it is; the zip is damaged');
  }
  const lengths = new DataView(header.buffer, header.byteOffset, header.length);
  const start = at + 30 + lengths.getUint16(26, true) + lengths.getUint16(28, true);
  return new ByteReader(reader.range(start, start + entry.compressedSize));
}

/** Marked as UTF-8, or UTF-8 anyhow as most are; else code page 437, as the format has it. */
function nameOf(entry: ZipEntry): string {
  const told = getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
  const marked = (entry.generalPurposeBitFlag & 0x800) !== 0 || entry.extraFields.some(({ id }) => id === 0x7075);
  const name = marked || !isUtf8(entry.fileNameRaw) ? told : decodeName(entry.fileNameRaw);
  // Some writers on Windows put `\` between folders; elsewhere it is a letter like any other.
  return madeBy(entry) === 'unix' ? name : name.replaceAll('\\', '/');
}

function isUtf8(bytes: Uint8Array): boolean {
  return !decodeName(bytes).includes('\ufffd') && Buffer.from(decodeName(bytes)).equals(bytes);
}

function isFolder(entry: ZipEntry): boolean {
  return nameOf(entry).endsWith('/');
}

function madeBy(entry: ZipEntry): 'unix' | 'windows' {
  const system = entry.versionMadeBy >> 8;
  return system === 0 || system === 10 || system === 11 || system === 14 ? 'windows' : 'unix';
}

function whySkipped(entry: ZipEntry): string | null {
  const unixKind = madeBy(entry) === 'unix' ? (entry.externalFileAttributes >>> 28) & 0xf : 0;
  if (unixKind === 0xa) return 'symbolic link';
  if (entry.isEncrypted()) return 'encrypted: unpack it with its password first';
  const method = entry.compressionMethod;
  if (method === STORED || method === DEFLATED) return null;
  return `compressed with ${METHODS[method] ?? `method ${method}`}, which is not read inside zip: unpack it first`;
}

function modifiedOf(entry: ZipEntry): number | null {
  const time = entry.getLastModDate({ timezone: 'UTC' }).getTime();
  return Number.isFinite(time) && time > 0 && entry.lastModFileDate !== 0 ? time * 1000 : null;
}

function inOurWords(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof ArchiveError || 'syscall' in error) return error;
  if (/end of central directory record signature not found/i.test(error.message)) {
    return new ArchiveError('the zip is cut short or damaged: its directory at the end is missing');
  }
  return new ArchiveError(`the zip is damaged: ${error.message}`);
}
