import { createServer } from 'node:http';
import { join } from 'node:path';
import next from 'next';
import { ROOT } from './project.mjs';
import { listenProblem } from './start/listen-problem.mjs';
import { createGate } from './web/gate.mjs';
import { setOwnHeaders } from './web/own-headers.mjs';
import { withReadablePath } from './web/readable-path.mjs';
import { isForReceivers } from './web/receiver-paths.mjs';
import { createReceiverPipe } from './web/receiver-pipe.mjs';
import { securityHeaders } from './web/security-headers.mjs';

const host = process.env.HOST ?? '127.0.0.1';
const port = Number(process.env.PORT ?? 3000);
const dev = process.env.NODE_ENV === 'development';
const HEADERS_PATIENCE_MS = 30_000;
/** Longer than shippers keep idle connections (Go: 60 s): whoever closes first makes the next batch of the other fail. */
const KEEP_ALIVE_MS = 75_000;
/** Addresses hold queries: the longest one in any script takes nine characters for each of its 20,000. */
const HEADER_BYTES_MAX = 256 * 1024;
const LAST_ANSWERS_MS = 1000;

const app = next({ dev, dir: ROOT, hostname: host, port });
await app.prepare();
const handle = app.getRequestHandler();
const upgrade = app.getUpgradeHandler();
const origin = process.env.TRACKWAY_ORIGIN || null;
const gate = createGate({ host, extraHosts: process.env.TRACKWAY_HOSTS ?? '', origin });

const receive = createReceiverPipe(process.env.TRACKWAY_SOCKET ?? join('.data', 'receiver.sock'));

const server = createServer({ maxHeaderSize: HEADER_BYTES_MAX }, (request, response) => {
  request.url = withReadablePath(request.url ?? '/');
  const { headers, policy, nonce } = securityHeaders({ dev, path: request.url });
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  const refusal = gate(request);
  if (refusal) {
    refuse(response, refusal);
    return;
  }
  setOwnHeaders(request, { behindProxy: origin !== null });
  if (isForReceivers(request)) {
    receive(request, response);
    return;
  }
  // Next takes the nonce for its own scripts from the request; nothing that a client sends may stand here.
  request.headers['content-security-policy'] = policy;
  request.headers['x-nonce'] = nonce;
  handle(request, response);
});
server.on('upgrade', (request, socket, head) => {
  if (gate(request, { isUpgrade: true })) socket.destroy();
  else upgrade(request, socket, head);
});
// An upload may take hours; slow headers may not.
server.requestTimeout = 0;
server.headersTimeout = HEADERS_PATIENCE_MS;
server.keepAliveTimeout = KEEP_ALIVE_MS;

server.once('error', (error) => {
  process.send?.({ problem: listenProblem(error, host, port) });
  process.exitCode = 1;
  process.disconnect?.();
});
server.listen(port, host, () => {
  const { port: actual } = server.address();
  const shown = host.includes(':') ? `[${host}]` : host;
  process.send?.({ ready: true, port: actual, address: `http://${shown}:${actual}` });
});

process.on('SIGTERM', stop);

/** Open event streams never end on their own: whoever is still connected after a moment is cut off. */
function stop() {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), LAST_ANSWERS_MS).unref();
}

function refuse(response, { status, code, message }) {
  response.writeHead(status, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ error: { code, message } }));
}
