/** What the receivers' paths begin with; `lib/receivers` says what is behind each. */
const PREFIXES = [
  '/in/',
  '/v1/logs',
  '/otlp/',
  '/loki/',
  '/elastic',
  '/api/ingest',
  '/api/prom/push',
  '/services/collector',
  '/upload',
  '/_',
];
/** What Vector asks before it sends to Loki. */
const READY = '/ready';
const BULK = /^\/[^/]{1,255}\/_bulk\/?$/;

/**
 * Whether a request is for the receivers instead of the pages. Clients of Elasticsearch ask at the root what they speak to, and
 * unlike browsers want JSON.
 * @param {{ url?: string, headers: Record<string, string | string[] | undefined> }} request
 */
export function isForReceivers({ url = '/', headers }) {
  const path = url.split('?', 1)[0];
  if (path === '/') return wantsJson(String(headers.accept ?? ''));
  return path === READY || BULK.test(path) || PREFIXES.some((prefix) => isUnder(path, prefix));
}

function isUnder(path, prefix) {
  // Next has a name for its own files that begins alike.
  if (!path.startsWith(prefix) || path.startsWith('/_next')) return false;
  const next = path.charAt(prefix.length);
  return next === '' || next === '/' || prefix.endsWith('/') || prefix === '/_';
}

function wantsJson(accept) {
  return /\bjson\b/.test(accept) && !accept.includes('html');
}
