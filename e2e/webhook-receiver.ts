import { createServer } from 'node:http';

/** What somebody sent: where to, and what. */
export interface Received {
  readonly path: string;
  readonly body: unknown;
}

/** The other side of webhooks: listens on this machine only, and keeps what it is sent. */
export interface WebhookReceiver {
  readonly address: string;
  readonly received: readonly Received[];
  stop(): Promise<void>;
}

export async function startWebhookReceiver(): Promise<WebhookReceiver> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      text += chunk;
    });
    request.on('end', () => {
      received.push({ path: request.url ?? '', body: JSON.parse(text) });
      response.end('ok');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const listening = server.address();
  if (listening === null || typeof listening === 'string') throw new Error('the receiver has no port');
  return {
    address: `http://127.0.0.1:${listening.port}`,
    received,
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error === undefined ? resolve() : reject(error)));
        server.closeAllConnections();
      }),
  };
}
