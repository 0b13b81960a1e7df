import { decodeName } from './path';
import type { SparseFile } from './tar-sparse';

export const TAR_BLOCK = 512;

/** The kinds of tar member that matter here (POSIX.1-2001 and GNU tar). */
export type TarKind =
  | 'file'
  | 'folder'
  | 'pax'
  | 'long name'
  | 'long link'
  | 'ignored'
  | 'sparse'
  | 'hard link'
  | 'symbolic link'
  | 'device'
  | 'fifo';

export interface TarHeader {
  readonly name: string;
  readonly linkName: string;
  readonly kind: TarKind;
  /** Bytes of data behind the header, before padding. NaN when the field makes no sense. */
  readonly size: number;
  /** Microseconds since the epoch. */
  readonly modified: number | null;
  /** For old GNU sparse files: the map as far as the header holds it. */
  readonly sparse: SparseFile | null;
  /** For old GNU sparse files: further blocks of the map follow. */
  readonly mapGoesOn: boolean;
}

/** What extended headers say of the member after them. */
export interface TarExtension {
  name?: string;
  linkName?: string;
  size?: number;
  modified?: number | null;
  sparse?: SparseFile;
}

const KINDS: Readonly<Record<string, TarKind>> = {
  '1': 'hard link',
  '2': 'symbolic link',
  '3': 'device',
  '4': 'device',
  '5': 'folder',
  '6': 'fifo',
  D: 'folder',
  K: 'long link',
  L: 'long name',
  N: 'long name',
  S: 'sparse',
  V: 'ignored',
  X: 'pax',
  g: 'ignored',
  x: 'pax',
};

/** Reads a header block; null when its checksum says it is none. */
export function parseTarHeader(block: Uint8Array): TarHeader | null {
  if (block.length < TAR_BLOCK || !checksumFits(block)) return null;
  const letter = String.fromCharCode(block[156] ?? 0);
  const plain = text(block, 0, 100);
  // Only POSIX headers have a prefix; GNU ones keep times there.
  const posix = text(block, 257, 6) === 'ustar' && block[262] === 0;
  const prefix = posix ? text(block, 345, 155) : '';
  const name = prefix === '' ? plain : `${prefix}/${plain}`;
  const kind = KINDS[letter] ?? 'file';
  const seconds = numberAt(block, 136, 12);
  return {
    name,
    linkName: text(block, 157, 100),
    kind,
    // Links and folders may tell a size though no data follows.
    size: kind === 'hard link' || letter === '5' ? 0 : numberAt(block, 124, 12),
    modified: seconds > 0 ? seconds * 1_000_000 : null,
    sparse:
      kind === 'sparse'
        ? { map: sparsePieces(block, 386, 4), mapInData: false, realSize: numberAt(block, 483, 12) }
        : null,
    mapGoesOn: kind === 'sparse' && block[482] === 1,
  };
}

/** Pieces of an old GNU sparse map: offset and length of each, up to the first that is empty. */
export function sparsePieces(block: Uint8Array, from: number, most: number): number[] {
  const pieces: number[] = [];
  for (let at = from; at < from + most * 24; at += 24) {
    if (block[at] === 0) break;
    pieces.push(numberAt(block, at, 12), numberAt(block, at + 12, 12));
  }
  return pieces;
}

/** Reads the records of a PAX header (`length key=value\n`); stops at the first that makes no sense. */
export function parsePax(data: Uint8Array): TarExtension {
  const extension: TarExtension = {};
  let at = 0;
  while (at < data.length) {
    const space = data.indexOf(0x20, at);
    const length = space < 0 || space - at > 10 ? Number.NaN : Number(ascii(data, at, space));
    if (!(length > space - at + 1) || data[at + length - 1] !== 0x0a) break;
    const equals = data.indexOf(0x3d, space);
    if (equals < 0 || equals >= at + length) break;
    apply(extension, ascii(data, space + 1, equals), data.subarray(equals + 1, at + length - 1));
    at += length;
  }
  return extension;
}

function apply(extension: TarExtension, key: string, value: Uint8Array): void {
  if (key === 'path') extension.name = decodeName(value);
  else if (key === 'linkpath') extension.linkName = decodeName(value);
  else if (key === 'size') extension.size = wholeNumber(Number(decodeName(value)));
  else if (key === 'mtime') extension.modified = microseconds(Number(decodeName(value)));
  else if (key === 'GNU.sparse.name') extension.name = decodeName(value);
  else if (key.startsWith('GNU.sparse.')) extension.sparse = withSparse(extension.sparse, key, decodeName(value));
}

function withSparse(
  told: SparseFile = { map: [], mapInData: false, realSize: 0 },
  key: string,
  value: string,
): SparseFile {
  if (key === 'GNU.sparse.major') return { ...told, mapInData: value === '1' };
  if (key === 'GNU.sparse.size' || key === 'GNU.sparse.realsize') return { ...told, realSize: Number(value) };
  if (key === 'GNU.sparse.map') return { ...told, map: value.split(',').map(Number) };
  // Version 0.0 repeats these two for every piece.
  if (key !== 'GNU.sparse.offset' && key !== 'GNU.sparse.numbytes') return told;
  told.map.push(Number(value));
  return told;
}

function microseconds(seconds: number): number | null {
  const value = Math.round(seconds * 1_000_000);
  return Number.isSafeInteger(value) && value > 0 ? value : null;
}

/** The sum of all bytes with the checksum field as blanks; some old writers added signed bytes. */
function checksumFits(block: Uint8Array): boolean {
  let unsigned = 0;
  let signed = 0;
  for (let at = 0; at < TAR_BLOCK; at += 1) {
    const byte = at >= 148 && at < 156 ? 0x20 : (block[at] ?? 0);
    unsigned += byte;
    signed += byte > 127 ? byte - 256 : byte;
  }
  const told = numberAt(block, 148, 8);
  return unsigned > 8 * 0x20 && (told === unsigned || told === signed);
}

/** Octal digits between blanks, or base 256 when the first bit is set (GNU). */
function numberAt(block: Uint8Array, from: number, length: number): number {
  const first = block[from] ?? 0;
  if (first & 0x80) {
    let value = first & 0x7f;
    for (let at = from + 1; at < from + length; at += 1) value = value * 256 + (block[at] ?? 0);
    return wholeNumber(value);
  }
  const digits = ascii(block, from, from + length)
    .replaceAll('\0', ' ')
    .trim();
  if (digits === '') return 0;
  return /^[0-7]+/.test(digits) ? Number.parseInt(digits, 8) : Number.NaN;
}

function wholeNumber(value: number): number {
  return Number.isSafeInteger(value) && value >= 0 ? value : Number.NaN;
}

function text(block: Uint8Array, from: number, length: number): string {
  const end = block.indexOf(0, from);
  return decodeName(block.subarray(from, end < 0 ? from + length : Math.min(end, from + length)));
}

function ascii(bytes: Uint8Array, from: number, to: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset + from, to - from).toString('latin1');
}
