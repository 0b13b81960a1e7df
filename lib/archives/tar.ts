import { type Archive, ArchiveError, BombError, type Entry } from './archive';
import type { Budget } from './budget';
import { ByteReader } from './byte-reader';
import { linkWithin } from './link';
import { decodeName, entryPath } from './path';
import {
  parsePax,
  parseTarHeader,
  sparsePieces,
  TAR_BLOCK,
  type TarExtension,
  type TarHeader,
  type TarKind,
} from './tar-header';
import { expandSparse, MAP_PIECES_MAX, type SparseFile } from './tar-sparse';

const EXTENSION_BYTES_MAX = 1024 * 1024;
const EXTENSIONS_MAX = 64;

/** tar: v7, ustar, PAX (POSIX.1-2001) and GNU, several behind each other too. Read in one pass. */
export const tar: Archive = {
  name: 'tar',
  title: 'tar (.tar)',
  stream: false,
  needsSpool: false,
  matches: (head) => parseTarHeader(head.subarray(0, TAR_BLOCK)) !== null,
  async *entries(input, _name, budget): AsyncGenerator<Entry> {
    const reader = new ByteReader(input.open());
    try {
      for (;;) {
        const member = await nextMember(reader);
        if (member === null) return;
        budget.chargeEntry();
        const data = new MemberData(reader, member.header.size);
        if (member.header.kind !== 'folder') yield entryOf(member, data, budget);
        // Of a bomb the file being read is not the culprit: the archive must say so itself.
        if (data.damage instanceof BombError) throw data.damage;
        if (data.damage !== null) return;
        await data.skipRest();
      }
    } finally {
      await reader.close();
    }
  },
};

interface Member {
  readonly header: TarHeader;
  readonly sparse: SparseFile | null;
}

function entryOf({ header, sparse }: Member, data: MemberData, budget: Budget): Entry {
  return {
    path: entryPath(header.name),
    modified: header.modified,
    skipped: whySkipped(header),
    link: linkOf(header),
    size: sparse === null ? header.size : null,
    bytes: () => {
      if (sparse === null) return data.bytes();
      // Small on tape and endless unpacked: the file is measured like a compressed one.
      return expandSparse(
        new ByteReader(data.bytes()),
        sparse,
        budget.chargeMember(() => header.size),
      );
    },
  };
}

/** A hard link names a member from the root, a symbolic one from where it stands. */
function linkOf({ kind, name, linkName }: TarHeader): string | null {
  if (kind === 'hard link') return linkWithin('', linkName);
  return kind === 'symbolic link' ? linkWithin(name, linkName) : null;
}

function whySkipped({ kind, linkName }: TarHeader): string | null {
  const reasons: Partial<Record<TarKind, string>> = { device: 'device', fifo: 'named pipe' };
  if (kind === 'symbolic link' || kind === 'hard link') return `${kind} to ${entryPath(linkName)}`;
  return reasons[kind] ?? null;
}

/** Reads headers up to the next member; null at the end of the archive. */
async function nextMember(reader: ByteReader): Promise<Member | null> {
  let extension: TarExtension = {};
  for (let extensions = 0; extensions <= EXTENSIONS_MAX; extensions += 1) {
    const header = await nextHeader(reader);
    if (header === null) return null;
    if (!(header.size >= 0)) throw new ArchiveError(`the tar header at byte ${reader.position - TAR_BLOCK} is damaged`);
    if (header.kind === 'ignored') {
      await new MemberData(reader, header.size).skipRest();
    } else if (header.kind === 'pax' || header.kind === 'long name' || header.kind === 'long link') {
      extension = { ...extension, ...(await readExtension(reader, header)) };
    } else {
      const { sparse = header.sparse, ...told } = extension;
      const whole = sparse !== null && header.mapGoesOn ? await readSparseMap(reader, sparse) : sparse;
      const member = { header: asFolder({ ...header, ...told }), sparse: whole };
      if (!(member.header.size >= 0)) throw new ArchiveError('a tar header tells a size that makes no sense');
      return member;
    }
  }
  throw new ArchiveError(`more than ${EXTENSIONS_MAX} tar headers without a file`);
}

/** Old archives mark a folder only by the slash at its end: of the whole name, not of one cut at a hundred bytes. */
function asFolder(header: TarHeader): TarHeader {
  return header.kind === 'file' && header.name.endsWith('/') ? { ...header, kind: 'folder' } : header;
}

/** The next header; blocks of NULs end the archive, but another may follow (`tar -A`, `cat`). */
async function nextHeader(reader: ByteReader): Promise<TarHeader | null> {
  let ended = false;
  for (;;) {
    const block = await reader.take(TAR_BLOCK);
    if (block.length === 0) return null;
    if (block.every((byte) => byte === 0)) {
      ended = true;
      continue;
    }
    const header = parseTarHeader(block);
    if (header !== null || ended) return header;
    const at = reader.position - block.length;
    throw new ArchiveError(
      block.length < TAR_BLOCK
        ? 'the tar archive is cut short; the files before the cut were read'
        : `the tar header at byte ${at} is damaged; the files before it were read`,
    );
  }
}

async function readExtension(reader: ByteReader, header: TarHeader): Promise<TarExtension> {
  if (header.size > EXTENSION_BYTES_MAX) throw new ArchiveError('a tar header is larger than 1 MB');
  const data = await reader.take(header.size);
  const rest = new MemberData(reader, header.size, data.length);
  await rest.skipRest();
  if (header.kind === 'pax') return parsePax(data);
  const end = data.indexOf(0);
  const name = decodeName(end < 0 ? data : data.subarray(0, end));
  return header.kind === 'long name' ? { name } : { linkName: name };
}

/** The blocks of an old GNU map behind the header, 21 pieces in each. */
async function readSparseMap(reader: ByteReader, sparse: SparseFile): Promise<SparseFile> {
  const map = [...sparse.map];
  let block: Uint8Array;
  do {
    block = await reader.take(TAR_BLOCK);
    if (block.length < TAR_BLOCK) throw new ArchiveError('the tar archive is cut short inside a sparse file');
    // One piece beyond the most makes the map invalid; its blocks are passed over all the same.
    if (map.length <= 2 * MAP_PIECES_MAX) map.push(...sparsePieces(block, 0, 21));
  } while (block[504] === 1);
  return { ...sparse, map };
}

/** The data behind a header: read by whoever wants it, passed over by the archive. */
class MemberData {
  /** What was wrong with the archive here, told already by whoever read the member. */
  damage: ArchiveError | null = null;
  private left: number;
  private readonly padding: number;

  constructor(
    private readonly reader: ByteReader,
    size: number,
    taken = 0,
  ) {
    this.left = size - taken;
    this.padding = (TAR_BLOCK - (size % TAR_BLOCK)) % TAR_BLOCK;
  }

  async *bytes(): AsyncGenerator<Uint8Array> {
    while (this.left > 0) {
      const bytes = await this.next();
      this.left -= bytes.length;
      yield bytes;
    }
  }

  /** Passes over what is left and the padding; missing padding at the very end is no loss. */
  async skipRest(): Promise<void> {
    if (!(await this.reader.skip(this.left))) throw cutShort();
    this.left = 0;
    await this.reader.skip(this.padding);
  }

  private async next(): Promise<Uint8Array> {
    try {
      const bytes = await this.reader.some(this.left);
      if (bytes === null) throw cutShort();
      return bytes;
    } catch (error) {
      if (error instanceof ArchiveError) this.damage = error;
      throw error;
    }
  }
}

function cutShort(): ArchiveError {
  return new ArchiveError('the tar archive is cut short inside a file');
}
