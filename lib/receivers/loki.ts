import { REFUSAL_STATUS, textAnswer } from './answers';
import { hintsOf } from './labels';
import { type LokiEntry, lokiOfJson, lokiOfSnappy } from './loki-messages';
import { BadBody, type BatchReceiver, type ReceivedRequest } from './receiver';

const PATHS: ReadonlySet<string> = new Set(['/loki/api/v1/push', '/api/prom/push']);
const UNPACKED_BYTES_MAX = 64 * 1024 * 1024;

/** Loki's push interface. */
export const loki: BatchReceiver = {
  name: 'loki',
  title: 'Loki push',
  about:
    'Lines as Promtail, Grafana Alloy, Fluent Bit, Vector and Falcosidekick push them, in JSON or in protobuf with snappy. Each line is read like that of a file; its labels tell where it comes from.',
  source: 'https://grafana.com/docs/loki/latest/reference/loki-http-api/#ingest-logs',
  flow: 'batch',
  takes: ({ method, path }) => method === 'POST' && PATHS.has(path),
  read(body, request) {
    const records = entriesOf(body, request).map(({ time, line, labels }) => {
      return { text: line.endsWith('\n') ? line.slice(0, -1) : line, hints: hintsOf(labels, time), key: null };
    });
    return { records, answer: () => textAnswer(204, '') };
  },
  refused: (_request, why, message) => textAnswer(why === 'gone' ? 404 : REFUSAL_STATUS[why], `${message}\n`),
  examples: [
    {
      path: '/loki/api/v1/push',
      headers: { 'content-type': 'application/json' },
      body: '{"streams":[{"stream":{"namespace":"shop","pod":"cart-0","level":"warn","team":"blue"},"values":[["1714979289250000999","slow",{"trace_id":"0a1b"}],["1714979290000000000","fine\\n"]]}]}',
      records: [
        {
          text: 'slow',
          hints: {
            time: 1_714_979_289_250_000,
            severity: 'warning',
            stream: null,
            place: { namespace: 'shop', pod: 'cart-0' },
            attributes: { team: 'blue', trace_id: '0a1b' },
          },
        },
        { text: 'fine' },
      ],
      answer: { status: 204, body: '' },
    },
    {
      path: '/api/prom/push',
      headers: { 'content-type': 'application/json' },
      body: '{"streams":[{"labels":"{a=\\"b\\\\n\\"}","entries":[{"ts":"2024-05-06T07:08:09.25Z","line":"old"}]}]}',
      records: [
        {
          text: 'old',
          hints: { time: 1_714_979_289_250_000, severity: null, stream: null, place: {}, attributes: { a: 'b\n' } },
        },
      ],
    },
    {
      path: '/loki/api/v1/push',
      headers: { 'content-type': 'application/json' },
      body: '{"streams":3}',
      records: null,
    },
    { path: '/loki/api/v1/push', body: 'no snappy', records: null },
  ],
};

function entriesOf(body: Buffer, { headers }: ReceivedRequest): LokiEntry[] {
  const isJson = String(headers['content-type'] ?? '').includes('json');
  try {
    return isJson ? lokiOfJson(body.toString('utf8')) : lokiOfSnappy(body, UNPACKED_BYTES_MAX);
  } catch (error) {
    throw new BadBody(
      `the body is no push of Loki: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`,
    );
  }
}
