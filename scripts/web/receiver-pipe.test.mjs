import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { createReceiverPipe } from './receiver-pipe.mjs';

const folder = mkdtempSync(join(tmpdir(), 'trackway-pipe-'));
const socketPath = join(folder, 'receiver.sock');
const web = createServer(createReceiverPipe(socketPath));
let receiver;

beforeAll(async () => {
  web.listen(0, '127.0.0.1');
  await once(web, 'listening');
});

afterEach(async () => {
  receiver?.closeAllConnections();
  if (receiver) await new Promise((resolve) => receiver.close(resolve));
  receiver = undefined;
});

afterAll(() => {
  web.closeAllConnections();
  web.close();
  rmSync(folder, { recursive: true });
});

async function receive(handle) {
  receiver = createServer(handle).listen(socketPath);
  await once(receiver, 'listening');
}

function send(headers = {}) {
  return request({ port: web.address().port, method: 'POST', path: '/v1/logs?a=1', headers });
}

async function answerOf(sent) {
  const [answer] = await once(sent, 'response');
  const chunks = [];
  for await (const chunk of answer) chunks.push(chunk);
  return { status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks).toString() };
}

test('bodies go through in both directions as they come', async () => {
  await receive(async (incoming, outgoing) => {
    outgoing.writeHead(202, { 'x-path': incoming.url, 'x-type': incoming.headers['content-type'] });
    for await (const chunk of incoming) outgoing.write(`<${chunk}>`);
    outgoing.end();
  });
  const sent = send({ 'content-type': 'a/b' });
  sent.write('one');
  const [answer] = await once(sent, 'response');
  // The answer to the first piece is here before the second is sent.
  expect(String((await once(answer, 'data'))[0])).toBe('<one>');
  sent.end('two');
  expect(String((await once(answer, 'data'))[0])).toBe('<two>');
  expect(answer.headers).toMatchObject({ 'x-path': '/v1/logs?a=1', 'x-type': 'a/b' });
});

test('a body of known length keeps it, and whoever waits to be told to go on is', async () => {
  await receive((incoming, outgoing) => {
    incoming.resume();
    outgoing.end(incoming.headers['content-length']);
  });
  const sent = send({ 'content-length': '3', expect: '100-continue' });
  sent.flushHeaders();
  await once(sent, 'continue');
  sent.end('abc');
  expect(await answerOf(sent)).toMatchObject({ status: 200, body: '3' });
});

test('without a receiver the sender is told when to try again', async () => {
  const sent = send({ 'user-agent': 'Fluent-Bit' });
  sent.end('a');
  expect(await answerOf(sent)).toMatchObject({ status: 503, headers: { 'retry-after': '2' } });
});

test('without a receiver rsyslog is cut off, which would drop what is refused', async () => {
  const sent = send();
  sent.end('a');
  await expect(answerOf(sent)).rejects.toThrow('socket hang up');
});

test('a sender that the receiver cuts off is cut off', async () => {
  await receive((_incoming, outgoing) => outgoing.destroy());
  const sent = send({ 'user-agent': 'Fluent-Bit' });
  sent.end('a');
  await expect(answerOf(sent)).rejects.toThrow('socket hang up');
});

test('a sender that breaks off does not leave a whole body', async () => {
  const ended = new Promise((resolve) => {
    receive((incoming) => {
      incoming.resume();
      incoming.once('end', () => resolve('whole'));
      incoming.once('error', () => resolve('broken'));
    });
  });
  const sent = send();
  sent.on('error', () => undefined);
  sent.write('half');
  await once(receiver, 'request');
  sent.destroy();
  expect(await ended).toBe('broken');
});
