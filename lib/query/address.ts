/** An address as a number of 32 or 128 bits. */
export interface Address {
  readonly bits: 32 | 128;
  readonly value: bigint;
}

/** A block of addresses in CIDR notation; a lone address is a block of one. */
export interface Network extends Address {
  readonly prefix: number;
}

/** The spellings that Postgres may cast to inet without failing; `parseAddress` takes exactly these. */
export const IPV4_SOURCE =
  '^(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])([.](25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])){3}$';
const GROUP = '[0-9a-fA-F]{1,4}';
export const IPV6_SOURCE = `^(${[
  `(${GROUP}:){7}${GROUP}`,
  `(${GROUP}:){1,7}:`,
  ...[6, 5, 4, 3, 2, 1].map((before) => `(${GROUP}:){1,${before}}(:${GROUP}){1,${7 - before}}`),
  `:((:${GROUP}){1,7}|:)`,
].join('|')})$`;

const IPV4 = new RegExp(IPV4_SOURCE);
const IPV6 = new RegExp(IPV6_SOURCE);

/** Reads an IPv4 or IPv6 address (without a zone or an embedded IPv4); null for anything else. */
export function parseAddress(text: string): Address | null {
  if (text.length > 39) return null;
  if (IPV4.test(text)) return { bits: 32, value: fromParts(text.split('.').map(Number), 8n) };
  if (!IPV6.test(text)) return null;
  const [before = '', after] = text.split('::');
  const head = groups(before);
  const tail = after === undefined ? [] : groups(after);
  const zeros = Array.from({ length: 8 - head.length - tail.length }, () => 0);
  return { bits: 128, value: fromParts([...head, ...zeros, ...tail], 16n) };
}

/** Reads `10.0.0.0/8`, or an address; null for anything else. */
export function parseNetwork(text: string): Network | null {
  const [base = '', prefixText, more] = text.split('/');
  const address = parseAddress(base);
  if (address === null || more !== undefined) return null;
  if (prefixText === undefined) return { ...address, prefix: address.bits };
  if (!/^\d{1,3}$/.test(prefixText) || Number(prefixText) > address.bits) return null;
  return { ...address, prefix: Number(prefixText) };
}

export function networkContains(network: Network, address: Address): boolean {
  if (network.bits !== address.bits) return false;
  const shift = BigInt(network.bits - network.prefix);
  return network.value >> shift === address.value >> shift;
}

function groups(text: string): number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}

function fromParts(parts: readonly number[], bitsEach: bigint): bigint {
  return parts.reduce((value, part) => (value << bitsEach) | BigInt(part), 0n);
}
