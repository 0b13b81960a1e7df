/** Names of the IP protocols that clusters carry (IANA, Assigned Internet Protocol Numbers). */
const NAMES: ReadonlyMap<number, string> = new Map([
  [1, 'icmp'],
  [2, 'igmp'],
  [4, 'ipip'],
  [6, 'tcp'],
  [17, 'udp'],
  [41, 'ipv6'],
  [47, 'gre'],
  [50, 'esp'],
  [51, 'ah'],
  [58, 'icmpv6'],
  [89, 'ospf'],
  [112, 'vrrp'],
  [132, 'sctp'],
]);

/** The name of an IP protocol, or its number as text where it has none here. */
export function protocolName(number: number): string {
  return NAMES.get(number) ?? String(number);
}
