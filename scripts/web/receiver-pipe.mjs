import { request as send } from 'node:http';

const RETRY_SECONDS = '2';
/** What concerns one connection only (RFC 9110, section 7.6.1). */
const OF_A_CONNECTION = [
  'connection',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/**
 * Hands requests to the receiver process through its socket, both bodies as they come: whoever is slow slows the other down.
 * @param {string} socketPath
 * @returns {(request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void}
 */
export function createReceiverPipe(socketPath) {
  return (request, response) => {
    const headers = withoutConnection(request.headers);
    if (request.headers['transfer-encoding'] !== undefined) headers['transfer-encoding'] = 'chunked';
    // Whoever waits for it was told to go on by this process already.
    delete headers.expect;
    const onward = send({ socketPath, method: request.method, path: request.url, headers });
    onward.once('response', (answer) => {
      const ends = answer.headers.connection === 'close' ? { connection: 'close' } : {};
      response.writeHead(answer.statusCode ?? 502, { ...withoutConnection(answer.headers), ...ends });
      answer.pipe(response);
    });
    onward.on('error', (error) => {
      // A receiver that cuts the connection, or dies, means the sender: it comes again with what it has.
      if (error.syscall === 'connect' && !isDeaf(request)) refuse(request, response);
      else response.destroy();
    });
    // A sender that goes away must not leave a body that seems to be whole.
    request.once('aborted', () => onward.destroy());
    response.once('close', () => onward.destroy());
    request.pipe(onward);
  };
}

/** rsyslog, which alone has no name, drops what is answered with a refusal, and keeps what is not answered. */
function isDeaf(request) {
  return request.headers['user-agent'] === undefined;
}

function refuse(request, response) {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  request.unpipe();
  response.writeHead(503, { 'content-type': 'application/json', 'retry-after': RETRY_SECONDS, connection: 'close' });
  response.end(JSON.stringify({ error: { code: 'unavailable', message: 'the receiver is not running; try again' } }));
}

function withoutConnection(headers) {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_A_CONNECTION.includes(name)));
}
