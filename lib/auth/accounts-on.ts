import { env } from '@/lib/env';

/**
 * Whether people must sign in: wherever more than this machine can reach Trackway, by itself or through a proxy, and where
 * `TRACKWAY_ACCOUNTS` says so. Without accounts there is one person, who may do everything.
 */
export function accountsOn(): boolean {
  const { TRACKWAY_ACCOUNTS, HOST, TRACKWAY_ORIGIN } = env();
  return TRACKWAY_ACCOUNTS === 'on' || !isLoopback(HOST) || !isLoopback(hostnameOf(TRACKWAY_ORIGIN) ?? HOST);
}

function hostnameOf(origin: string | undefined): string | null {
  return origin === undefined ? null : new URL(origin).hostname.replace(/^\[|\]$/g, '');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
