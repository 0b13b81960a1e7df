/** Control bits of TCP from the lowest on (RFC 9293, section 3.1). */
const NAMES = ['FIN', 'SYN', 'RST', 'PSH', 'ACK', 'URG', 'ECE', 'CWR'] as const;

/** Names of the bits that are set, the ones that open a connection first: `SYN,ACK`; null when none is. */
export function tcpFlagNames(bits: number): string | null {
  const names = NAMES.filter((_name, place) => Math.floor(bits / 2 ** place) % 2 === 1);
  const opening = names.filter((name) => name === 'SYN');
  return names.length === 0 ? null : [...opening, ...names.filter((name) => name !== 'SYN')].join(',');
}
