import { env } from '@/lib/env';

/**
 * Whether people must sign in: wherever more than this machine can reach Trackway, and where `TRACKWAY_ACCOUNTS` says so.
 * Without accounts there is one person, who may do everything.
 */
export function accountsOn(): boolean {
  return env().TRACKWAY_ACCOUNTS === 'on' || !isLoopback(env().HOST);
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
