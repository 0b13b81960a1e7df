import { isOutside } from './addresses';

const IPV6_GROUPS = 3;

/** Whether an address is the machine's own: who comes from there comes through something that runs on it. */
export function isLoopback(address: string): boolean {
  return address === '::1' || /^(?:::ffff:)?127\./i.test(address);
}

/**
 * The network that an address counts as: within the cluster's networks a /16, as the pods of one workload lie on several nodes;
 * on the internet a /24; of IPv6 a /48.
 */
export function networkOf(address: string): string {
  const text = address.toLowerCase();
  if (text.includes(':') && !text.includes('.')) return `${text.split(':').slice(0, IPV6_GROUPS).join(':')}::/48`;
  const parts = text.slice(text.lastIndexOf(':') + 1).split('.');
  return isOutside(text) ? `${parts.slice(0, 3).join('.')}.0/24` : `${parts.slice(0, 2).join('.')}.0.0/16`;
}
