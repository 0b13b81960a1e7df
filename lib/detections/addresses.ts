import type { ColumnValue } from '@/lib/columns';

const IPV4 = /^(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}$/;
/** Unique local, link-local, multicast, loopback, unspecified (RFC 4193, 4291). */
const IPV6_INSIDE = /^(f[cd][0-9a-f]{2}:|fe[89ab][0-9a-f]:|ff[0-9a-f]{2}:|::1?$)/;
const MAPPED = '::ffff:';

/** Whether an address is on the internet: not private, of carriers, link-local, loopback, multicast or reserved. */
export function isOutside(address: ColumnValue): boolean {
  const text = String(address).toLowerCase();
  const plain = text.startsWith(MAPPED) && text.includes('.') ? text.slice(MAPPED.length) : text;
  if (plain.includes(':')) return !IPV6_INSIDE.test(plain);
  const parts = IPV4.exec(plain);
  if (parts === null) return false;
  return !isInsideIpv4(Number(parts[1]), Number(parts[2]));
}

/** RFC 1918, 6598, 3927, 1122, 5771, 2544 and what is reserved above. */
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
