import { isIP } from 'node:net';

const READING = new Set(['GET', 'HEAD']);
const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * @typedef {{ status: number, code: string, message: string }} Refusal
 */

/**
 * Decides whether a request may come in. A page of another site, open in the same browser, can send requests here, and by
 * making its own name point to this machine (DNS rebinding) could read the answers. So the name in the Host header must be
 * one of ours, and a request that changes something must come from a page of ours or from no page at all.
 * @param {{ host: string, extraHosts: string, origin?: string | null }} options the address listened on; more names,
 * comma-separated; the address by which a proxy makes us known
 * @returns {(request: { method?: string, headers: Record<string, string | string[] | undefined> }, options?: { isUpgrade?: boolean }) => Refusal | null}
 */
export function createGate({ host, extraHosts, origin = null }) {
  const extra = extraHosts
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .concat(origin === null ? [] : (hostnameOf(origin) ?? []))
    .filter(Boolean);
  const names = new Set([...LOOPBACK, host.includes(':') ? `[${host}]` : host.toLowerCase(), ...extra]);
  const anyAddress = host === '0.0.0.0' || host === '::';

  return (request, { isUpgrade = false } = {}) => {
    const own = request.headers.host;
    const name = hostnameOf(`http://${own}`);
    if (name === null || !(names.has(name) || (anyAddress && isAddress(name)))) {
      return refusal(
        'unknown_host',
        `Trackway does not answer to this name (${name ?? 'none'}). If it is one of this machine's names, add it to TRACKWAY_HOSTS.`,
      );
    }
    const changes = isUpgrade || !READING.has(request.method ?? '');
    if (!comesFromUs(request.headers, changes, own, new Set(extra))) {
      return refusal(
        'cross_site',
        'This request comes from a page of another site, and Trackway takes such requests from its own pages only.',
      );
    }
    return null;
  };
}

/** What browsers say about the page a request comes from; programs say nothing and are let in. */
function comesFromUs(headers, changes, own, extra) {
  const { origin } = headers;
  const site = headers['sec-fetch-site'];
  if (changes && origin !== undefined) {
    const from = URL.canParse(origin) ? new URL(origin) : null;
    // Behind a proxy the Host header may be ours and the page's own name only in the list.
    return from !== null && (from.host === own || extra.has(from.hostname));
  }
  if (site === undefined || site === 'same-origin' || site === 'none') return true;
  // A link from elsewhere may open a page, but nothing of ours is made part of theirs.
  return !changes && headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document';
}

function hostnameOf(url) {
  return URL.canParse(url) ? new URL(url).hostname.toLowerCase() : null;
}

/** A page cannot make a bare address its own name. */
function isAddress(name) {
  return isIP(name.replace(/^\[|\]$/g, '')) !== 0;
}

function refusal(code, message) {
  return { status: 403, code, message };
}
