/** Where a socket leads, as far as it is told. */
export interface SocketAddress {
  readonly family: string;
  readonly ip: string | null;
  readonly port: number | null;
  /** Of a Unix socket; an abstract one begins with `@`. */
  readonly path: string | null;
}

/** Families as Linux numbers them (include/linux/socket.h). */
const FAMILIES: ReadonlyMap<number, string> = new Map([
  [0, 'unspec'],
  [1, 'unix'],
  [2, 'inet'],
  [3, 'ax25'],
  [10, 'inet6'],
  [16, 'netlink'],
  [17, 'packet'],
  [29, 'can'],
  [31, 'bluetooth'],
  [38, 'alg'],
  [40, 'vsock'],
]);
const BYTES_MAX = 256;

/**
 * Decodes the hexadecimal `struct sockaddr` of an audit record. The family is in the machine's order, mostly little-endian;
 * port and address are in the network's. Null when it is none.
 */
export function socketAddress(hex: string): SocketAddress | null {
  if (hex.length < 4 || hex.length % 2 !== 0 || !/^[0-9A-Fa-f]{4,512}$/.test(hex)) return null;
  const bytes = Buffer.from(hex.slice(0, BYTES_MAX * 2), 'hex');
  const number = bytes[0] === 0 ? bytes.readUInt16BE(0) : bytes.readUInt16LE(0);
  const family = FAMILIES.get(number) ?? String(number);
  const nothing = { family, ip: null, port: null, path: null };
  if (family === 'inet' && bytes.length >= 8) {
    return { ...nothing, ip: bytes.subarray(4, 8).join('.'), port: bytes.readUInt16BE(2) };
  }
  if (family === 'inet6' && bytes.length >= 24) {
    return { ...nothing, ip: version6(bytes.subarray(8, 24)), port: bytes.readUInt16BE(2) };
  }
  return family === 'unix' ? { ...nothing, path: unixPath(bytes) } : nothing;
}

/** RFC 5952: lower case, the longest run of zero groups shortened, an IPv4 address in its own notation when mapped. */
function version6(bytes: Buffer): string {
  const groups = Array.from({ length: 8 }, (_none, place) => bytes.readUInt16BE(place * 2));
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) {
    return `::ffff:${bytes.subarray(12).join('.')}`;
  }
  let longest = { from: 0, length: 0 };
  for (let from = 0; from < 8; from++) {
    let length = 0;
    while (groups[from + length] === 0) length++;
    if (length > longest.length) longest = { from, length };
  }
  const texts = groups.map((group) => group.toString(16));
  if (longest.length < 2) return texts.join(':');
  const head = texts.slice(0, longest.from).join(':');
  return `${head}::${texts.slice(longest.from + longest.length).join(':')}`;
}

function unixPath(bytes: Buffer): string | null {
  const abstract = bytes[2] === 0;
  const from = abstract ? 3 : 2;
  const end = bytes.indexOf(0, from);
  const path = bytes.toString('utf8', from, end === -1 ? undefined : end);
  if (path === '') return null;
  return abstract ? `@${path}` : path;
}
