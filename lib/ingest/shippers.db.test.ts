import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { makeToken } from '@/lib/auth/tokens';
import { closeStore } from '@/lib/store';
import { clearStore } from '@/lib/store/test-rows';
import { eventsOf } from './test-reading';
import { startReceiver, type TestReceiver } from './test-receiving';

/**
 * Shippers that cannot be had as packages, played by their rules: what each sends, what it takes for success, and what it sends
 * again. Each delivers its batches over a line that loses every second answer, so that what it sends again was stored already.
 */
interface Shipper {
  readonly name: string;
  /** With TOKEN for that of the stream. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  body(from: number, to: number): string;
  succeeded(status: number, body: string): boolean;
  /** Fields of its events. */
  readonly event: Readonly<Record<string, unknown>>;
  readonly gzip?: boolean;
  /** It never sends anything again. */
  readonly once?: boolean;
}

const BATCHES = 6;
const BATCH = 20;

function each<Value>(from: number, to: number, make: (index: number) => Value): Value[] {
  return Array.from({ length: to - from }, (_, index) => make(from + index));
}

const container = (index: number) => ({
  log: `request ${index} done`,
  stream: 'stdout',
  kubernetes: { namespace_name: 'shop', pod_name: 'cart-0', container_name: 'cart', host: 'node-1' },
});

const falco = (index: number) => ({
  output: `Notice A shell was spawned ${index}`,
  priority: 'Notice',
  rule: 'Terminal shell in container',
  time: '2026-11-20T10:00:00.000000000Z',
  output_fields: { 'k8s.ns.name': 'shop', 'k8s.pod.name': 'cart-0', 'user.name': 'root' },
});

const audit = (index: number) => ({
  ...{
    kind: 'Event',
    apiVersion: 'audit.k8s.io/v1',
    level: 'Metadata',
    auditID: `a-${index}`,
    stage: 'ResponseComplete',
  },
  ...{ requestURI: `/api/v1/pods/${index}`, verb: 'delete', user: { username: 'jane' }, responseStatus: { code: 200 } },
  objectRef: { resource: 'pods', namespace: 'shop', name: `cart-${index}`, apiVersion: 'v1' },
  ...{ requestReceivedTimestamp: '2026-11-20T10:00:00.000000Z', stageTimestamp: '2026-11-20T10:00:00.1Z' },
});

const pod = { namespace: 'shop', pod: 'cart-0' };
const between = (least: number, most: number) => (status: number) => status >= least && status <= most;

const SHIPPERS: readonly Shipper[] = [
  {
    name: 'Fluent Bit, http, json',
    path: '/api/ingest/json',
    headers: { 'content-type': 'application/json', 'user-agent': 'Fluent-Bit' },
    body: (from, to) =>
      JSON.stringify(each(from, to, (index) => ({ date: 1763632800.25 + index, ...container(index) }))),
    succeeded: between(200, 205),
    event: { ...pod, container: 'cart', node: 'node-1', stream: 'stdout', type: 1 },
    gzip: true,
  },
  {
    name: 'Fluent Bit, http, json_stream',
    path: '/in/TOKEN',
    headers: { 'content-type': 'application/json' },
    body: (from, to) =>
      each(from, to, (index) => JSON.stringify({ date: 1763632800.25, ...container(index) })).join(''),
    succeeded: between(200, 205),
    event: pod,
  },
  {
    name: 'Fluent Bit, es',
    path: '/_bulk',
    headers: { 'content-type': 'application/x-ndjson' },
    body: (from, to) =>
      each(from, to, (index) => `{"create":{"_index":"fluent-bit"}}\n${JSON.stringify(container(index))}\n`).join(''),
    // It looks no further than into the first bytes of an answer.
    succeeded: (status, body) => status === 200 && body.slice(0, 40).includes('"errors":false,"items":['),
    event: pod,
  },
  {
    name: 'Vector, http, NDJSON',
    path: '/api/ingest/json',
    headers: { 'content-type': 'application/x-ndjson' },
    body: (from, to) =>
      each(from, to, (index) => JSON.stringify({ message: `request ${index} done`, ...container(index) })).join('\n'),
    succeeded: between(200, 299),
    event: pod,
    gzip: true,
  },
  {
    name: 'Vector, elasticsearch',
    path: '/elastic/_bulk?pipeline=none&timeout=60s',
    headers: { 'content-type': 'application/x-ndjson' },
    body: (from, to) =>
      each(
        from,
        to,
        (index) => `{"create":{"_index":"vector","_type":""}}\n${JSON.stringify(container(index))}\n`,
      ).join(''),
    succeeded: (status, body) => between(200, 299)(status) && !body.includes('"errors":true'),
    event: pod,
    gzip: true,
  },
  {
    name: 'Promtail, JSON',
    path: '/loki/api/v1/push',
    headers: { 'content-type': 'application/json', 'user-agent': 'promtail/2.9' },
    body: (from, to) =>
      JSON.stringify({
        streams: [
          {
            stream: { namespace: 'shop', pod: 'cart-0', container: 'cart', node_name: 'node-1', stream: 'stdout' },
            values: each(from, to, (index) => [
              `17636328000000${String(index).padStart(5, '0')}`,
              `request ${index} done`,
            ]),
          },
        ],
      }),
    succeeded: between(200, 299),
    event: { ...pod, container: 'cart', node: 'node-1', stream: 'stdout' },
  },
  {
    name: 'kube-apiserver, audit webhook',
    path: '/api/ingest/audit?timeout=30s',
    headers: { 'content-type': 'application/json' },
    body: (from, to) =>
      JSON.stringify({ kind: 'EventList', apiVersion: 'audit.k8s.io/v1', metadata: {}, items: each(from, to, audit) }),
    succeeded: between(200, 206),
    event: {
      type: 4,
      format: 'kubernetes-audit',
      verb: 'delete',
      resource: 'pods',
      namespace: 'shop',
      user_name: 'jane',
    },
  },
  {
    name: 'Falco, http_output',
    path: '/in/TOKEN/',
    headers: { 'content-type': 'application/json', 'user-agent': 'falcosecurity/falco' },
    body: (from) => JSON.stringify(falco(from)),
    // It looks at no status.
    succeeded: () => true,
    event: { type: 2, format: 'falco', ...pod, user_name: 'root' },
    once: true,
  },
  {
    name: 'Falcosidekick, webhook',
    path: '/api/ingest/json',
    headers: { 'content-type': 'application/json' },
    body: (from) =>
      JSON.stringify({ uuid: `u-${from}`, ...falco(from), source: 'syscall', tags: ['shell'], hostname: 'node-1' }),
    succeeded: (status) => [200, 201, 202, 204].includes(status),
    event: { type: 2, format: 'falco', ...pod },
    once: true,
  },
  {
    name: 'Splunk OpenTelemetry collector',
    path: '/services/collector',
    headers: { authorization: 'Splunk token' },
    body: (from, to) =>
      each(from, to, (index) =>
        JSON.stringify({
          time: 1763632800.5,
          host: 'node-1',
          event: `request ${index} done`,
          fields: { 'k8s.namespace.name': 'shop', 'k8s.pod.name': 'cart-0' },
        }),
      ).join('\n'),
    succeeded: (status, body) => status === 200 && body === '{"text":"Success","code":0}',
    event: { ...pod, node: 'node-1' },
    gzip: true,
  },
  {
    name: 'systemd-journal-upload',
    path: '/in/TOKEN/upload',
    headers: { 'content-type': 'application/vnd.fdo.journal', accept: 'text/plain' },
    body: (from, to) =>
      each(from, to, (index) => {
        const head = `__CURSOR=s=${index}\n__REALTIME_TIMESTAMP=176363280000000${index % 10}\n_HOSTNAME=node-1\nPRIORITY=6\n`;
        return `${head}_SYSTEMD_UNIT=kubelet.service\nSYSLOG_IDENTIFIER=kubelet\nMESSAGE=request ${index} done\n\n`;
      }).join(''),
    succeeded: between(200, 299),
    event: { type: 2, node: 'node-1', unit: 'kubelet.service', component: 'kubelet' },
  },
];

let receiver: TestReceiver;
let token: string;

beforeEach(async () => {
  await clearStore();
  receiver = await startReceiver();
  const { id } = receiver.stream;
  token = (await makeToken({ name: 'shipper', scope: 'ingest', sourceId: id, days: null }, 'somebody')).secret;
});

afterEach(() => receiver.close());
afterAll(closeStore);

async function deliver(shipper: Shipper, body: string): Promise<boolean> {
  const bytes = shipper.gzip === true ? gzipSync(body) : Buffer.from(body);
  const headers = { ...shipper.headers, ...(shipper.gzip === true ? { 'content-encoding': 'gzip' } : {}) };
  const path = shipper.path.replace('TOKEN', token);
  const answer = await fetch(receiver.url + path, { method: 'POST', headers, body: new Uint8Array(bytes) });
  return shipper.succeeded(answer.status, await answer.text());
}

describe.each(SHIPPERS)('$name', (shipper) => {
  test('each record is stored once, with its fields', async () => {
    const step = shipper.once === true ? 1 : BATCH;
    for (let batch = 0; batch < BATCHES; batch += 1) {
      const body = shipper.body(batch * step, (batch + 1) * step);
      expect(await deliver(shipper, body)).toBe(true);
      // The answer was lost: it sends the same again.
      if (batch % 2 === 0 && shipper.once !== true) expect(await deliver(shipper, body)).toBe(true);
    }
    const events = await eventsOf(receiver.stream.id);
    expect(events).toHaveLength(BATCHES * step);
    for (const event of events) expect(event).toMatchObject(shipper.event);
    const said = new Set(events.map(({ message, path }) => /\d+/.exec(String(path ?? message))?.[0]));
    if (shipper.event.format !== 'kubernetes-audit') expect(said.size).toBe(BATCHES * step);
  });
});
