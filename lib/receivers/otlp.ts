import { REFUSAL_STATUS } from './answers';
import { plainRecord } from './json-records';
import { hexOfBase64, type OtlpExport, otlpOfJson, otlpOfProtobuf } from './otlp-messages';
import { type Answer, BadBody, type BatchReceiver, type ReceivedRecord, type ReceivedRequest } from './receiver';

const PATHS: ReadonlySet<string> = new Set(['/v1/logs', '/otlp/v1/logs']);
const PROTOBUF = 'application/x-protobuf';
const JSON_TYPE = 'application/json';
/** Of `google.rpc.Status`: field 2, a text. */
const MESSAGE_TAG = 0x12;
const MESSAGE_BYTES_MAX = 127;

/** OpenTelemetry's protocol over HTTP. */
export const otlp: BatchReceiver = {
  name: 'otlp',
  title: 'OpenTelemetry (OTLP/HTTP)',
  about:
    'Logs of OpenTelemetry collectors and SDKs, Grafana Alloy, Fluent Bit and Vector, as protobuf or JSON. Each record is kept as JSON with its resource; its body is read like a line of a file.',
  source: 'https://opentelemetry.io/docs/specs/otlp/#otlphttp',
  flow: 'batch',
  takes: ({ method, path }) => method === 'POST' && PATHS.has(path),
  read(body, request) {
    const records = isJson(request)
      ? recordsOf(parsed(body, readJson), false)
      : recordsOf(parsed(body, otlpOfProtobuf), true);
    return { records, answer: () => success(request) };
  },
  refused(request, why, message) {
    const status = why === 'gone' ? 404 : REFUSAL_STATUS[why];
    if (isJson(request)) return { status, type: JSON_TYPE, body: JSON.stringify({ message }) };
    return { status, type: PROTOBUF, body: statusMessage(message) };
  },
  examples: [
    {
      path: '/v1/logs',
      headers: { 'content-type': JSON_TYPE },
      body: '{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"cart"}}]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1714979289250000000","severityNumber":9,"body":{"stringValue":"ready"}},{"body":{"stringValue":"two"}}]}]}]}',
      records: [
        {
          text: '{"timeUnixNano":"1714979289250000000","severityNumber":9,"body":{"stringValue":"ready"},"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"cart"}}]}}',
        },
        {
          text: '{"body":{"stringValue":"two"},"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"cart"}}]}}',
        },
      ],
      answer: { status: 200, body: '{}' },
    },
    {
      path: '/otlp/v1/logs',
      headers: { 'content-type': PROTOBUF },
      // One record: the text "hi", time 1714979289250000000, trace id 0a0b.
      body: { base64: 'ChcSFRITCYDs5cST1MwXKgQKAmhpSgIKCw==' },
      records: [{ text: '{"timeUnixNano":"1714979289250000000","body":{"stringValue":"hi"},"traceId":"0a0b"}' }],
      answer: { status: 200, body: '' },
    },
    { path: '/v1/logs', headers: { 'content-type': JSON_TYPE }, body: '{}', records: [] },
    { path: '/v1/logs', headers: { 'content-type': JSON_TYPE }, body: '{"resourceLogs":', records: null },
    { path: '/v1/logs', headers: { 'content-type': PROTOBUF }, body: 'no protobuf', records: null },
  ],
};

function isJson({ headers }: ReceivedRequest): boolean {
  return String(headers['content-type'] ?? '').includes('json');
}

function readJson(body: Buffer): OtlpExport {
  return otlpOfJson(body.toString('utf8'));
}

function parsed(body: Buffer, read: (body: Buffer) => OtlpExport): OtlpExport {
  try {
    return read(body);
  } catch (error) {
    throw new BadBody(
      `the body is no export of logs: ${error instanceof Error ? error.message.slice(0, 200) : 'unknown'}`,
    );
  }
}

function recordsOf({ resourceLogs }: OtlpExport, hasBase64: boolean): ReceivedRecord[] {
  const records: ReceivedRecord[] = [];
  for (const { resource, scopeLogs } of resourceLogs ?? []) {
    for (const { scope, logRecords } of scopeLogs ?? []) {
      for (const record of logRecords ?? []) records.push(recordOf(record, { resource, scope }, hasBase64));
    }
  }
  return records;
}

function recordOf(record: unknown, around: object, hasBase64: boolean): ReceivedRecord {
  if (typeof record !== 'object' || record === null) return plainRecord(JSON.stringify(record));
  const ids = hasBase64
    ? { traceId: hexOfBase64(Reflect.get(record, 'traceId')), spanId: hexOfBase64(Reflect.get(record, 'spanId')) }
    : {};
  return plainRecord(JSON.stringify({ ...record, ...ids, ...around }));
}

function success(request: ReceivedRequest): Answer {
  if (isJson(request)) return { status: 200, type: JSON_TYPE, body: '{}' };
  return { status: 200, type: PROTOBUF, body: new Uint8Array(0) };
}

function statusMessage(message: string): Uint8Array {
  const text = Buffer.from(message).subarray(0, MESSAGE_BYTES_MAX);
  return Buffer.concat([Buffer.of(MESSAGE_TAG, text.length), text]);
}
