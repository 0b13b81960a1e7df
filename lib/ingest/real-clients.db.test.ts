import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect } from 'node:net';
import { Client as ElasticClient } from '@elastic/elasticsearch';
import { Client as OpenSearchClient } from '@opensearch-project/opensearch';
import { SeverityNumber } from '@opentelemetry/api-logs';
import { OTLPLogExporter as JsonExporter } from '@opentelemetry/exporter-logs-otlp-http';
import { OTLPLogExporter as ProtobufExporter } from '@opentelemetry/exporter-logs-otlp-proto';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchLogRecordProcessor, LoggerProvider, type LogRecordExporter } from '@opentelemetry/sdk-logs';
import pinoLoki from 'pino-loki';
import { Logger as SplunkLogger } from 'splunk-logging';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger, format } from 'winston';
import LokiTransport from 'winston-loki';
import { closeStore } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { listenForSyslog } from './syslog-server';
import { eventsOf } from './test-reading';
import { startReceiver, type TestReceiver } from './test-receiving';

const COUNT = 300;
/** 2026-11-20T10:00:00Z, in milliseconds. */
const TIME = Date.UTC(2026, 10, 20, 10);

let receiver: TestReceiver;

beforeEach(async () => {
  await clearStore();
  receiver = await startReceiver();
});

afterEach(() => receiver.close());
afterAll(closeStore);

/** Every message exactly once, with what all of them share. */
async function expectAll(shared: Readonly<Record<string, unknown>>) {
  const events = await eventsOf(receiver.stream.id);
  const expected = Array.from({ length: COUNT }, (_, index) => `message ${index}`);
  expect(events.map(({ message }) => message).sort()).toEqual(expected.sort());
  for (const event of events) expect(event).toMatchObject(shared);
}

/** A protocol without answers: what was sent is there after a while. */
async function allStored(count = COUNT): Promise<void> {
  const end = Date.now() + 20_000;
  while ((await eventsOf(receiver.stream.id)).length < count && Date.now() < end);
}

function eachIndex(visit: (index: number) => void): void {
  for (let index = 0; index < COUNT; index += 1) visit(index);
}

describe('OpenTelemetry', () => {
  const url = () => `${receiver.url}/v1/logs`;
  test.each<[string, () => LogRecordExporter]>([
    ['JSON', () => new JsonExporter({ url: url() })],
    ['protobuf', () => new ProtobufExporter({ url: url() })],
  ])('%s', async (_name, exporter) => {
    const provider = new LoggerProvider({
      resource: resourceFromAttributes({
        'service.name': 'cart',
        'k8s.namespace.name': 'shop',
        'k8s.pod.name': 'cart-0',
      }),
      processors: [new BatchLogRecordProcessor({ exporter: exporter(), maxExportBatchSize: 50 })],
    });
    const logger = provider.getLogger('test');
    eachIndex((index) => {
      const attributes = { order: index, nested: 'x' };
      logger.emit({
        timestamp: TIME + index,
        severityNumber: SeverityNumber.ERROR,
        body: `message ${index}`,
        attributes,
      });
    });
    await provider.shutdown();
    await expectAll({ format: 'otel-log', severity: 6, namespace: 'shop', pod: 'cart-0', component: 'cart', type: 1 });
  });

  test('an audit event in a body is an audit event', async () => {
    const provider = new LoggerProvider({
      processors: [new BatchLogRecordProcessor({ exporter: new ProtobufExporter({ url: url() }) })],
    });
    const body = {
      ...{ kind: 'Event', apiVersion: 'audit.k8s.io/v1', level: 'Metadata', auditID: 'a', stage: 'ResponseComplete' },
      ...{ verb: 'get', requestURI: '/api', user: { username: 'jane' }, stageTimestamp: '2026-11-20T10:00:00.1Z' },
      requestReceivedTimestamp: '2026-11-20T10:00:00Z',
    };
    provider.getLogger('test').emit({ timestamp: TIME, severityNumber: 9, body });
    provider.getLogger('test').emit({ timestamp: TIME, severityNumber: 9, body: JSON.stringify(body) });
    await provider.shutdown();
    const events = await eventsOf(receiver.stream.id);
    expect(events).toHaveLength(2);
    for (const event of events)
      expect(event).toMatchObject({ format: 'kubernetes-audit', user_name: 'jane', verb: 'get' });
  });
});

describe('Loki', () => {
  test('pino-loki', async () => {
    const stream = pinoLoki({
      host: receiver.url,
      batching: { interval: 1, maxBufferSize: 1000 },
      labels: { namespace: 'shop', app: 'cart' },
      silenceErrors: false,
    });
    eachIndex((index) =>
      stream.write(`${JSON.stringify({ level: 50, time: TIME + index, msg: `message ${index}` })}\n`),
    );
    stream.end();
    await once(stream, 'close');
    await expectAll({ namespace: 'shop', component: 'cart', severity: 6 });
  });

  test.each([true, false])('winston-loki, JSON: %s', async (json) => {
    const lines = format.printf(({ message }) => String(message));
    const transport = new LokiTransport({
      host: receiver.url,
      json,
      labels: { namespace: 'shop', pod: 'cart-0' },
      interval: 1,
      format: lines,
    });
    const logger = createLogger({ transports: [transport] });
    eachIndex((index) => logger.info(`message ${index}`));
    await transport.flush();
    logger.close();
    await expectAll({ namespace: 'shop', pod: 'cart-0', severity: 3 });
  });
});

describe('Elasticsearch', () => {
  const documents = Array.from({ length: COUNT }, (_, index) => ({
    '@timestamp': new Date(TIME + index).toISOString(),
    message: `message ${index}`,
    kubernetes: { namespace: 'shop', pod: { name: 'cart-0' }, container: { name: 'cart' } },
  }));
  const shared = { namespace: 'shop', pod: 'cart-0', container: 'cart', attributes: { _index: 'logs' } };

  test('the client of Elasticsearch', async () => {
    const client = new ElasticClient({ node: receiver.url, compression: true });
    expect(await client.ping()).toBe(true);
    const result = await client.helpers.bulk({
      datasource: documents,
      onDocument: () => ({ create: { _index: 'logs' } }),
      flushBytes: 20_000,
    });
    expect(result).toMatchObject({ total: COUNT, successful: COUNT, failed: 0 });
    await client.close();
    await expectAll(shared);
  });

  test('the client of OpenSearch, and a document that is created twice', async () => {
    const client = new OpenSearchClient({ node: receiver.url });
    const bulk = () =>
      client.helpers.bulk({
        datasource: documents,
        onDocument: (document) => ({ create: { _index: 'logs', _id: document.message } }),
        flushBytes: 20_000,
        retries: 0,
      });
    expect(await bulk()).toMatchObject({ total: COUNT, successful: COUNT, failed: 0 });
    documents.reverse();
    expect(await bulk()).toMatchObject({ total: COUNT, failed: COUNT });
    await client.close();
    await expectAll(shared);
  });
});

test('splunk-logging', async () => {
  const logger = new SplunkLogger({ token: 'any', url: receiver.url, maxBatchCount: COUNT });
  const sent = new Promise((resolve, reject) => {
    logger.error = reject;
    eachIndex((index) => {
      const metadata = { time: (TIME + index) / 1000, host: 'node-1', sourcetype: 'cart' };
      logger.send({ message: `message ${index}`, severity: 'error', metadata }, (error, answer) =>
        error === null ? resolve(answer) : reject(error),
      );
    });
  });
  expect(await sent).toMatchObject({ statusCode: 200 });
  await expectAll({ node: 'node-1', severity: 6 });
});

describe('syslog', () => {
  const line = (index: number) => `<28>1 2026-11-20T10:00:00.123Z node-1 kubelet 812 - - message ${index}`;

  test.each([
    ['newline', (index: number) => `${line(index)}\n`],
    ['octet-counted', (index: number) => `${line(index).length} ${line(index)}`],
  ])('over TCP, %s', async (_name, frame) => {
    const server = await listenForSyslog(receiver.intake, async () => receiver.stream, {
      host: '127.0.0.1',
      port: 0,
      allows: () => true,
    });
    const socket = connect(server.port, '127.0.0.1');
    eachIndex((index) => socket.write(frame(index)));
    socket.end();
    socket.resume();
    await once(socket, 'close');
    await allStored();
    await server.close();
    await expectAll({ node: 'node-1', component: 'kubelet', severity: 5 });
  });

  test('over UDP, without year or zone', async () => {
    const server = await listenForSyslog(receiver.intake, async () => receiver.stream, {
      host: '127.0.0.1',
      port: 0,
      allows: () => true,
    });
    const socket = createSocket('udp4');
    for (let index = 0; index < COUNT; index += 1) {
      const message = `<13>Nov 23 04:22:30 vm sshd[7]: message ${index}`;
      await new Promise((resolve) => socket.send(message, server.port, '127.0.0.1', resolve));
      // The system keeps some hundred datagrams for a process that is busy, and throws away the others.
      if (index % 50 === 49) await allStored(index + 1);
    }
    socket.close();
    await server.close();
    await expectAll({ node: 'vm', component: 'sshd', time_guess: 0 });
  });
});
