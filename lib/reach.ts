/** What says who can reach Trackway. */
interface Reach {
  readonly HOST: string;
  readonly TRACKWAY_ORIGIN?: string | undefined;
  readonly TRACKWAY_ACCOUNTS: 'on' | 'off';
}

/**
 * Whether whoever comes must say who they are: wherever more than this machine can reach Trackway, by itself or through a proxy,
 * and where `TRACKWAY_ACCOUNTS` says so.
 */
export function asksWho({ HOST, TRACKWAY_ORIGIN, TRACKWAY_ACCOUNTS }: Reach): boolean {
  return TRACKWAY_ACCOUNTS === 'on' || !isLoopback(HOST) || !isLoopback(hostnameOf(TRACKWAY_ORIGIN) ?? HOST);
}

/** Whether an address to listen on is one that only this machine reaches. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

function hostnameOf(origin: string | undefined): string | null {
  return origin === undefined ? null : new URL(origin).hostname.replace(/^\[|\]$/g, '');
}
