/** `lib/auth/client-address.ts` and `app/admit.ts` read these; what a client sends under the names goes. */
const ADDRESS = 'x-trackway-address';
const PATH = 'x-trackway-path';

/**
 * Tells the application where a request came from and what it is for.
 * @param {import('node:http').IncomingMessage} request
 * @param {{ behindProxy: boolean }} options `behindProxy`: the last hop is a proxy of ours, and says where it comes from
 */
export function setOwnHeaders(request, { behindProxy }) {
  const { headers, socket, url } = request;
  // What a proxy received before it is the client's own word: only the last entry is the proxy's.
  const forwarded = behindProxy
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : '';
  headers[ADDRESS] = forwarded || socket.remoteAddress || 'unknown';
  headers[PATH] = url ?? '/';
}
