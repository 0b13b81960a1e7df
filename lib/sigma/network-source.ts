/**
 * The expression of a block of IPv4 addresses, for fields whose values are texts that may be addresses; null when the text is
 * no such block. An address alone is a block of one.
 */
export function ipv4Source(network: string): string | null {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})(?:\/(\d{1,2}))?$/.exec(network);
  if (match === null) return null;
  const octets = match.slice(1, 5).map(Number);
  const bits = match[5] === undefined ? 32 : Number(match[5]);
  if (bits > 32 || octets.some((octet) => octet > 255)) return null;
  const parts = octets.map((octet, index) => {
    const own = Math.min(8, Math.max(0, bits - index * 8));
    const size = 2 ** (8 - own);
    const low = octet - (octet % size);
    return rangeSource(low, low + size - 1);
  });
  return `^${parts.join('\\.')}$`;
}

/** The numbers of a range, as alternatives; the ranges of whole octets have a short form. */
function rangeSource(low: number, high: number): string {
  if (low === high) return String(low);
  if (low === 0 && high === 255) return '(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])';
  return `(?:${Array.from({ length: high - low + 1 }, (_, index) => low + index).join('|')})`;
}
