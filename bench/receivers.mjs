import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { BUILD } from '../scripts/project.mjs';
import { generatedLogs } from './logs.mjs';
import { cpuSeconds, cpuSecondsOfFamily, peakMemory } from './processes.mjs';
import { measureTail } from './tail-latency.mjs';
import { startTrackway } from './trackway.mjs';

/** Records in a batch, and connections that send: as shippers do by themselves. */
const BATCH = 500;
const SENDERS = 4;
/** As programs push that log for themselves. */
const SMALL_BATCH = 5;
const SMALL_SENDERS = 32;
/** 2026-11-20T10:00:00Z in nanoseconds. */
const START = 1_795_168_800_000_000_000n;

const nanos = (index) => String(START + BigInt(index) * 1_000_000n);

/** What is pushed how: a path and a body of some lines, of which the first is line number `from`. */
const PROTOCOLS = [
  {
    name: 'NDJSON',
    path: '/api/ingest/json',
    body: (lines) => lines.map((line) => JSON.stringify({ log: line, date: 1_795_168_800 })).join('\n'),
  },
  {
    name: 'Loki, JSON',
    path: '/loki/api/v1/push',
    body: (lines, from) =>
      JSON.stringify({
        streams: [
          {
            stream: { namespace: 'shop', pod: 'cart-0' },
            values: lines.map((line, index) => [nanos(from + index), line]),
          },
        ],
      }),
  },
  {
    name: 'OTLP, JSON',
    path: '/v1/logs',
    body: (lines, from) =>
      JSON.stringify({
        resourceLogs: [
          {
            resource: { attributes: [{ key: 'k8s.pod.name', value: { stringValue: 'cart-0' } }] },
            scopeLogs: [
              {
                logRecords: lines.map((line, index) => ({
                  timeUnixNano: nanos(from + index),
                  severityNumber: 9,
                  body: { stringValue: line },
                })),
              },
            ],
          },
        ],
      }),
  },
  {
    name: 'Elasticsearch bulk',
    path: '/_bulk',
    body: (lines, from) =>
      lines
        .map((line, index) => `{"create":{}}\n${JSON.stringify({ message: line, number: from + index })}\n`)
        .join(''),
  },
  {
    name: 'Splunk HEC',
    path: '/services/collector',
    body: (lines, from) =>
      lines.map((line, index) => JSON.stringify({ time: 1_795_168_800 + (from + index) / 1000, event: line })).join(''),
  },
  {
    name: 'NDJSON, 5 a batch',
    path: '/api/ingest/json',
    batch: SMALL_BATCH,
    senders: SMALL_SENDERS,
    share: 10,
    body: (lines, from) => lines.map((line) => JSON.stringify({ log: line, small: from })).join('\n'),
  },
  {
    name: 'audit webhook',
    path: '/api/ingest/audit',
    kind: 'audit',
    body: (lines) => `{"kind":"EventList","apiVersion":"audit.k8s.io/v1","metadata":{},"items":[${lines.join()}]}`,
  },
];

/**
 * How fast each protocol is taken, over HTTP as senders would, until all is acknowledged.
 * @param {{ events: number, seed: string, environment: Record<string, string | undefined>, say: (message: string) => void }} options
 */
export async function measureReceivers({ events, seed, environment, say }) {
  const folder = join(BUILD, `bench-${process.pid}`);
  const trackway = await startTrackway({ folder, environment, readerOptions: [], say });
  try {
    const rows = [];
    for (const protocol of PROTOCOLS) {
      say(`Pushing: ${protocol.name}`);
      rows.push(await measureProtocol(trackway, protocol, { events, seed }));
    }
    say('Following');
    const tail = await measureTail(trackway.address);
    return { rows, tail, memory: peakMemory(trackway.pids.receiver) };
  } finally {
    await trackway.stop();
  }
}

async function measureProtocol({ address, pids }, protocol, { events, seed }) {
  const { name, path, kind = 'container', batch = BATCH, senders = SENDERS, share = 1, body } = protocol;
  const lines = await linesOf({ events: Math.max(batch, Math.floor(events / share)), kind, seed });
  const bodies = [];
  for (let from = 0; from < lines.length; from += batch)
    bodies.push(Buffer.from(body(lines.slice(from, from + batch), from)));
  const cpu = () => ({
    receiver: cpuSeconds(pids.receiver),
    web: cpuSeconds(pids.web),
    postgres: cpuSecondsOfFamily(pids.postgres),
  });
  const before = cpu();
  const began = performance.now();
  const agent = new Agent({ keepAlive: true, maxSockets: senders });
  const waits = [];
  const left = bodies[Symbol.iterator]();
  const send = async () => {
    for (const one of left) waits.push(await push(new URL(path, address), agent, one));
  };
  await Promise.all(Array.from({ length: senders }, send));
  agent.destroy();
  const seconds = (performance.now() - began) / 1000;
  const after = cpu();
  const perEvent = (process) => ((after[process] - before[process]) * 1e6) / lines.length;
  waits.sort((one, other) => one - other);
  return {
    name,
    events: lines.length,
    bytes: bodies.reduce((sum, { length }) => sum + length, 0),
    seconds,
    wait: waits[waits.length >> 1],
    micros: { receiver: perEvent('receiver'), web: perEvent('web'), postgres: perEvent('postgres') },
  };
}

async function linesOf({ events, kind, seed }) {
  const [log] = generatedLogs({ events, kinds: [kind], seed });
  const chunks = [];
  for await (const chunk of log.bytes()) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '');
}

/** Sends one batch until it is taken; answers how long its sender waited, in milliseconds. */
function push(url, agent, body) {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(
      url,
      { method: 'POST', agent, headers: { 'content-type': 'application/json', 'content-length': body.length } },
      (answer) => {
        answer.resume();
        answer.once('end', () => {
          if (answer.statusCode < 300) resolve(performance.now() - began);
          else if (answer.statusCode === 429 || answer.statusCode === 503)
            setTimeout(() => push(url, agent, body).then(resolve, reject), 100);
          else reject(new Error(`${url.pathname} answered ${answer.statusCode}`));
        });
      },
    );
    sent.once('error', reject);
    sent.end(body);
  });
}

/** The figures as a table for people. */
export function describeReceivers({ rows, tail, memory }) {
  const head =
    '| protocol | events | events/s | MB/s | wait of a batch, ms | CPU µs an event: receiver | web | PostgreSQL |\n|---|---:|---:|---:|---:|---:|---:|---:|';
  const lines = rows.map(
    ({ name, events, bytes, seconds, wait, micros }) =>
      `| ${[name, events, Math.round(events / seconds), (bytes / 1e6 / seconds).toFixed(1), Math.round(wait), ...['receiver', 'web', 'postgres'].map((process) => Math.round(micros[process]))].join(' | ')} |`,
  );
  const { pushes, median, p95, most } = tail;
  const seen = `From the answer that an event is stored until /api/tail shows it, ${pushes} pushes of one line: median ${Math.round(median)} ms, p95 ${Math.round(p95)} ms, at most ${Math.round(most)} ms.`;
  return [head, ...lines, '', seen, `The receiver held ${Math.round(memory / 1024 ** 2)} MB at most.`].join('\n');
}
