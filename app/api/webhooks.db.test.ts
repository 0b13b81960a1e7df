import { createServer } from 'node:http';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { sendDueMessages } from '@/lib/ingest';
import { webhookAnswer, webhooksAnswer, webhookTrialAnswer } from '@/lib/interface';
import { closeStore, pool, queueDeliveries } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { PATCH as patch, DELETE as remove } from './webhooks/[id]/route';
import { POST as trial } from './webhooks/[id]/trial/route';
import { POST as create, GET as list } from './webhooks/route';

type Handler = (request: Request, context: { params: Promise<{ id: string }> }) => Promise<Response>;

let received: { readonly path: string; readonly body: string }[] = [];
let status = 200;
const server = createServer((request, response) => {
  let body = '';
  request.on('data', (chunk) => {
    body += String(chunk);
  });
  request.on('end', () => {
    received.push({ path: request.url ?? '', body });
    response
      .writeHead(status, status === 302 ? { location: '/elsewhere' } : {})
      .end(status === 200 ? 'ok' : 'not today');
  });
});
const listening = new Promise<number>((resolve) => {
  server.listen(0, '127.0.0.1', () => {
    const address = server.address();
    resolve(typeof address === 'object' && address !== null ? address.port : 0);
  });
});

beforeEach(clearStore);
afterEach(() => {
  received = [];
  status = 200;
});
afterAll(async () => {
  server.close();
  await closeStore();
});

function call(handler: Handler, id = '', sent?: unknown): Promise<Response> {
  const init = sent === undefined ? {} : { method: 'POST', body: JSON.stringify(sent) };
  return handler(new Request('http://localhost/', init), { params: Promise.resolve({ id }) });
}

async function answer<Schema extends z.ZodType>(
  schema: Schema,
  response: Promise<Response>,
): Promise<z.output<Schema>> {
  return schema.parse(await (await response).json());
}

async function made(settings: object = {}) {
  const address = `http://127.0.0.1:${await listening}/services/secret`;
  return answer(webhookAnswer, call(create, '', { name: 'Ours', address, format: 'slack', on: true, ...settings }));
}

/** Findings of levels by their places in the list, queued as whoever saves them does. */
async function found(...levels: readonly number[]): Promise<void> {
  const ids: string[] = [];
  for (const [place, level] of levels.entries()) {
    const { rows } = await pool().query<{ id: string }>(
      `INSERT INTO finding (id, detector, key, type, "from", "to", level, confidence, title, reason, observed, unit, history, query, events, subject, techniques)
       VALUES (gen_random_uuid(), 'd', ARRAY[$1], 1, now(), now(), $2, 1, '<!channel> *Bad* & https://evil.example', 'r', 1, 'count', 0, 'q', 1, '{}', '{}')
       RETURNING id`,
      [String(place), level],
    );
    ids.push(rows[0]?.id ?? '');
  }
  const client = await pool().connect();
  try {
    await queueDeliveries(client, ids);
  } finally {
    client.release();
  }
}

const first = async () => (await answer(webhooksAnswer, call(list))).webhooks[0];
/** As if the pauses were over. */
const later = () =>
  pool().query(
    `UPDATE webhook SET last_at = last_at - interval '1 minute'; UPDATE webhook_delivery SET next_at = now()`,
  );

describe('webhooks', () => {
  it('show a part of their address only, and are off unless somebody says otherwise', async () => {
    const webhook = await made({ on: undefined });
    expect(webhook).toMatchObject({ on: false, level: 'high', waiting: 0, last: null });
    expect(webhook.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/servi…$/);
    await found(4);
    await sendDueMessages();
    expect(received).toEqual([]);
  });

  it('are told of new findings of their level in one message, once', async () => {
    await made();
    await found(4, 3, 1);
    expect(await first()).toMatchObject({ waiting: 2 });
    await sendDueMessages();
    expect(received).toHaveLength(1);
    const body = received[0]?.body ?? '';
    expect(JSON.parse(body)).toMatchObject({ text: expect.stringContaining('2 findings'), blocks: [{}, {}] });
    expect(body).toContain('&lt;!channel&gt;');
    expect(body).not.toMatch(/<|https:\/\/evil|\*Bad\*/);
    await later();
    await sendDueMessages();
    expect(received).toHaveLength(1);
    expect(await first()).toMatchObject({ waiting: 0, last: { delivered: true } });
  });

  it('are tried again where they did not take it, follow no redirect, and are given up after a day', async () => {
    await made({ format: 'json', level: 'low' });
    await found(2);
    status = 500;
    await sendDueMessages();
    await sendDueMessages();
    expect(received).toHaveLength(1);
    expect(await first()).toMatchObject({ waiting: 1, last: { delivered: false, message: 'status 500: not today' } });
    status = 302;
    await later();
    await sendDueMessages();
    expect(received.map(({ path }) => path)).toEqual(['/services/secret', '/services/secret']);
    await pool().query('UPDATE webhook_delivery SET attempts = 29');
    await later();
    await sendDueMessages();
    expect(await first()).toMatchObject({ waiting: 0 });
    expect(JSON.parse(received[0]?.body ?? '')).toMatchObject({ trackway: null, findings: [{ level: 'medium' }] });
  });

  it('are tried, changed and deleted', async () => {
    const { id } = await made({ on: false });
    expect(await answer(webhookTrialAnswer, call(trial, id))).toEqual({ delivered: true, message: 'status 200' });
    expect(await answer(webhookAnswer, call(patch, id, { level: 'low', on: true }))).toMatchObject({
      level: 'low',
      on: true,
    });
    await found(4);
    expect(await answer(webhookAnswer, call(patch, id, { on: false }))).toMatchObject({ waiting: 0 });
    expect((await call(remove, id)).status).toBe(200);
    expect((await call(remove, id)).status).toBe(404);
    expect((await call(trial, id)).status).toBe(404);
  });

  it('never go to an address of the link itself, however it is written', async () => {
    for (const host of ['169.254.169.254', '[fe80::1]', '[::ffff:169.254.169.254]', '0xa9fea9fe', '2852039166']) {
      const refused = await call(create, '', { name: 'x', address: `http://${host}/`, format: 'json' });
      expect(refused.status, host).toBe(400);
    }
    const elsewhere = await call(create, '', { name: 'x', address: 'ftp://example.com/', format: 'json' });
    expect(elsewhere.status).toBe(400);
  });
});
