/** A member of a tar: a regular file. */
export interface TarMember {
  /** Path with `/`, as it should stand in the archive. */
  readonly path: string;
  readonly bytes: number;
  /** When it was last written, milliseconds since the epoch. */
  readonly modified: number;
}

export const TAR_BLOCK = 512;
const NAME_BYTES = 100;
/** The largest size that eleven octal digits can say: 8 GiB less one. */
const OCTAL_SIZE_MAX = 8 ** 11 - 1;
const encoder = new TextEncoder();

/**
 * The header blocks of one member in POSIX.1-2001 (pax) format: a ustar header, before it an extended header where the name is
 * longer than 100 bytes or not ASCII; sizes of 8 GiB and more in GNU's base 256 (POSIX.1-1988 ustar; GNU tar manual, "Basic Tar Format").
 */
export function tarHeader(member: TarMember): Uint8Array<ArrayBuffer>[] {
  const name = encoder.encode(member.path);
  const plain = name.length <= NAME_BYTES && name.every((byte) => byte >= 0x20 && byte < 0x7f);
  if (plain) return [header(name, member.bytes, member.modified, '0')];
  const record = paxRecord('path', member.path);
  return [
    header(encoder.encode('PaxHeader'), record.length, member.modified, 'x'),
    record,
    tarPadding(record.length),
    // A reader that knows no pax gets the end of the path, the part that tells files apart.
    header(asciiTail(name), member.bytes, member.modified, '0'),
  ];
}

/** The zeros that fill the last block of `bytes` bytes of content. */
export function tarPadding(bytes: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array((TAR_BLOCK - (bytes % TAR_BLOCK)) % TAR_BLOCK);
}

function header(name: Uint8Array, bytes: number, modified: number, kind: '0' | 'x'): Uint8Array<ArrayBuffer> {
  const block = new Uint8Array(TAR_BLOCK);
  block.set(name, 0);
  block.set(octal(0o644, 8), 100);
  block.set(octal(0, 8), 108);
  block.set(octal(0, 8), 116);
  block.set(sizeField(bytes), 124);
  block.set(octal(Math.min(OCTAL_SIZE_MAX, Math.max(0, Math.floor(modified / 1000))), 12), 136);
  block.fill(0x20, 148, 156);
  block.set(encoder.encode(kind), 156);
  block.set(encoder.encode('ustar\u000000'), 257);
  const sum = block.reduce((total, byte) => total + byte, 0);
  // The checksum alone ends in NUL and space (POSIX).
  block.set(encoder.encode(`${sum.toString(8).padStart(6, '0')}\u0000 `), 148);
  return block;
}

function octal(value: number, width: number): Uint8Array {
  return encoder.encode(`${value.toString(8).padStart(width - 1, '0')}\u0000`);
}

function sizeField(bytes: number): Uint8Array {
  if (bytes <= OCTAL_SIZE_MAX) return octal(bytes, 12);
  const field = new Uint8Array(12);
  let rest = bytes;
  for (let at = field.length - 1; rest > 0; at -= 1) {
    field[at] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  field[0] = 0x80;
  return field;
}

/** `<length> <key>=<value>\n`, where the length counts itself. */
function paxRecord(key: string, value: string): Uint8Array<ArrayBuffer> {
  const body = encoder.encode(` ${key}=${value}\n`);
  let length = body.length;
  while (String(length).length + body.length !== length) length = String(length).length + body.length;
  const record = new Uint8Array(length);
  record.set(encoder.encode(String(length)), 0);
  record.set(body, length - body.length);
  return record;
}

function asciiTail(name: Uint8Array): Uint8Array {
  return name.slice(-NAME_BYTES).map((byte) => (byte >= 0x20 && byte < 0x7f ? byte : 0x5f));
}
