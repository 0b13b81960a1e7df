/** DNS response codes by number (RFC 1035, section 4.1.1; RFC 2136, section 2.2). */
const NAMES = [
  'NOERROR',
  'FORMERR',
  'SERVFAIL',
  'NXDOMAIN',
  'NOTIMP',
  'REFUSED',
  'YXDOMAIN',
  'YXRRSET',
  'NXRRSET',
  'NOTAUTH',
  'NOTZONE',
] as const;

/** The name of a response code, or `RCODE` and its number where it has none. */
export function dnsCodeName(code: number): string {
  return NAMES[code] ?? `RCODE${code}`;
}
