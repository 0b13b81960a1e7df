import type { ColumnValue } from '@/lib/columns';

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;
/** Unique local, link-local, multicast, loopback, unspecified (RFC 4193, 4291). */
const IPV6_INSIDE = /^(f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|ff[0-9a-f]{2}:|::1?$)/;

/** What is not outside, as a query's list of blocks (RFC 1122, 1918, 6598, 3927, 2544, 5771, 4193, 4291). */
export const INSIDE_BLOCKS =
  '(0.0.0.0/8 or 10.0.0.0/8 or 100.64.0.0/10 or 127.0.0.0/8 or 169.254.0.0/16 or 172.16.0.0/12 or 192.168.0.0/16 or 198.18.0.0/15 or 224.0.0.0/3 or fc00::/7 or fe80::/10 or ff00::/8 or ::/127)';

/** Whether an address is on the internet: not private, of carriers, link-local, loopback, multicast or reserved. */
export function isOutside(address: ColumnValue): boolean {
  const text = String(address).toLowerCase();
  if (text.includes(':')) return !IPV6_INSIDE.test(text);
  const parts = IPV4.exec(text);
  return parts !== null && !isInsideIpv4(Number(parts[1]), Number(parts[2]));
}

function isInsideIpv4(first: number, second: number): boolean {
  switch (first) {
    case 0:
    case 10:
    case 127:
      return true;
    case 100:
      return second >= 64 && second <= 127;
    case 169:
      return second === 254;
    case 172:
      return second >= 16 && second <= 31;
    case 192:
      return second === 168;
    case 198:
      return second === 18 || second === 19;
    default:
      return first >= 224;
  }
}

/** Whether a text that names one end of a flow is an address; names of pods have letters. */
export function isAddressText(text: string): boolean {
  return text.includes(':') || /^[\d.]+$/.test(text);
}
