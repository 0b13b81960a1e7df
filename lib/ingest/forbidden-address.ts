import { BlockList, isIP } from 'node:net';

/**
 * Addresses of the link itself: there clouds give credentials to whoever asks from the machine
 * (https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/instancedata-data-retrieval.html), and no webhook is there.
 */
const FORBIDDEN = new BlockList();
FORBIDDEN.addSubnet('169.254.0.0', 16);
FORBIDDEN.addSubnet('fe80::', 10, 'ipv6');
FORBIDDEN.addAddress('fd00:ec2::254', 'ipv6');

/** Whether no message may go to an IP address, in any of its spellings. */
export function isForbidden(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return FORBIDDEN.check(address, family === 6 ? 'ipv6' : 'ipv4');
}

/** Why an address of a webhook is refused before any name is looked up; null when it is not. */
export function whyForbidden(address: string): string | null {
  const { hostname } = new URL(address);
  const host = hostname.replace(/^\[|\]$/g, '');
  return isForbidden(host) ? `no message may go to ${host}: it is an address of the link itself` : null;
}
