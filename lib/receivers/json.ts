import { jsonAnswer, plainRefusal } from './answers';
import { jsonTexts, lineRecords, plainRecord } from './json-records';
import type { BatchReceiver } from './receiver';

const PATHS: ReadonlySet<string> = new Set(['', '/', '/api/ingest', '/api/ingest/json', '/api/ingest/text']);

/** Whatever is posted: JSON in any arrangement, or lines of text. */
export const json: BatchReceiver = {
  name: 'json',
  title: 'JSON, NDJSON or text over HTTP',
  about:
    'What Fluent Bit and Vector send with their http outputs, Falco and Falcosidekick, syslog-ng and curl: an array, objects one a line or one behind the other, or lines of text. The body decides, not its Content-Type.',
  source: 'https://docs.fluentbit.io/manual/pipeline/outputs/http',
  flow: 'batch',
  takes: ({ method, path }) => (method === 'POST' || method === 'PUT') && PATHS.has(path),
  read(body) {
    const first = firstByte(body);
    const isJson = first === '{' || first === '[';
    const records = isJson ? jsonTexts(body).map(plainRecord) : lineRecords(body.toString('utf8'));
    return { records, answer: () => jsonAnswer(200, { stored: records.length }) };
  },
  refused: (_request, why, message) => plainRefusal(why, message),
  examples: [
    {
      path: '/api/ingest/json',
      body: '[{"date":1714979289.25,"log":"GET / 200"},\n{"date":1714979290.25,"log":"GET /pay 500"}]',
      records: [
        { text: '{"date":1714979289.25,"log":"GET / 200"}' },
        { text: '{"date":1714979290.25,"log":"GET /pay 500"}' },
      ],
      answer: { status: 200, body: '{"stored":2}' },
    },
    {
      path: '/',
      body: '{"a":1}{"a":2}\n{"a":3',
      records: [{ text: '{"a":1}' }, { text: '{"a":2}' }, { text: '{"a":3' }],
    },
    { path: '/', body: 'one\r\n\ntwo', records: [{ text: 'one' }, { text: 'two' }] },
    {
      path: '/',
      body: '{"a":1}\nout of memory\n{"a":2}',
      records: [{ text: '{"a":1}' }, { text: 'out of memory' }, { text: '{"a":2}' }],
    },
    { path: '/', body: '[]', records: [] },
  ],
};

function firstByte(body: Buffer): string {
  return body
    .toString('latin1', 0, 1024)
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .charAt(0);
}
