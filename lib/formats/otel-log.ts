import { type LogEvent, type Severity, severityFromWord } from '@/lib/events';
import { compactJson } from './compact-json';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { setJsonTime } from './json-time';
import { arrayOf, integerOf, isObject, objectOf } from './json-value';

/** SeverityNumber 1 to 24, four to a step (OpenTelemetry logs data model). */
const STEPS: readonly Severity[] = ['trace', 'debug', 'info', 'warning', 'error', 'critical'];

/** Lists and maps within each other; deeper ones stay as they came. */
const DEPTH_MAX = 16;

/** OpenTelemetry's log records: OTLP's JSON, or the data model's names as exporters print them. */
export const otelLog: ObjectFormat = {
  name: 'otel-log',
  title: 'OpenTelemetry logs',
  about:
    'Log records of the OpenTelemetry data model; the body is read by the next format. Of a batch in one object, the first record is read.',
  source: 'https://opentelemetry.io/docs/specs/otel/logs/data-model/',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const record = recordOf(object, event);
    if (record === null) return NOT_MINE;
    const lower = withLowerKeys(record);
    const number = integerOf(lower.severitynumber);
    const step = number !== null && number > 0 ? STEPS[Math.floor((number - 1) / 4)] : undefined;
    const word = lower.severitytext;
    event.severity = step ?? (typeof word === 'string' ? severityFromWord(word) : null);
    if (!setJsonTime(event, context, lower.timeunixnano) && !setJsonTime(event, context, lower.timestamp)) {
      setJsonTime(event, context, lower.observedtimeunixnano ?? lower.observedtimestamp);
    }
    const body = plainValue(lower.body);
    event.message = typeof body === 'string' ? body : body === undefined ? '' : compactJson(body);
    const { traceid, spanid, trace_id, span_id } = lower;
    const rest = {
      ...keyValues(lower.resource),
      ...keyValues(lower.attributes),
      traceId: traceid ?? trace_id,
      spanId: spanid ?? span_id,
    };
    readJsonRecord(rest, event, context);
    const { message } = event;
    const content = isObject(lower.body) && isObject(body) ? body : message;
    if (content === '') return READ;
    event.message = '';
    return content;
  },
  examples: [
    {
      text: '{"resourceLogs":[{"resource":{"attributes":[{"key":"service.name","value":{"stringValue":"cart"}},{"key":"k8s.pod.name","value":{"stringValue":"cart-0"}}]},"scopeLogs":[{"logRecords":[{"timeUnixNano":"1714979289250000000","severityNumber":17,"body":{"stringValue":"refused"},"attributes":[{"key":"http.response.status_code","value":{"intValue":"502"}}],"traceId":"0a1b"}]}]}]}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'error',
        component: 'cart',
        pod: 'cart-0',
        status: 502,
      },
      content: 'refused',
    },
    {
      text: '{"Timestamp":"2024-05-06T07:08:09.25Z","SeverityText":"WARN","Body":"slow","Attributes":{"http.route":"/pay"},"Resource":{"service.name":"cart"},"TraceId":"0a1b"}',
      event: { time: 1_714_979_289_250_000, severity: 'warning', path: '/pay', component: 'cart' },
      content: 'slow',
    },
    {
      text: '{"timeUnixNano":"1714979289250000000","body":{"kvlistValue":{"values":[{"key":"verb","value":{"stringValue":"get"}},{"key":"n","value":{"arrayValue":{"values":[{"intValue":"1"}]}}}]}}}',
      event: { time: 1_714_979_289_250_000 },
      content: '{"verb":"get","n":["1"]}',
    },
    { text: '{"body":"hello","attributes":{"a":1}}', event: null },
  ],
};

function recordOf(object: JsonObject, event: LogEvent): JsonObject | null {
  if (object.resourceLogs !== undefined) return firstRecord(object, event);
  const body = object.body ?? object.Body;
  const telling =
    object.severityText ?? object.SeverityText ?? object.severityNumber ?? object.SeverityNumber ?? object.timeUnixNano;
  return body === undefined || telling === undefined ? null : object;
}

/** The first record of an OTLP batch, with its resource beside it; the attribute tells how many there are. */
function firstRecord(object: JsonObject, event: LogEvent): JsonObject | null {
  let first: JsonObject | null = null;
  let count = 0;
  for (const element of arrayOf(object.resourceLogs)) {
    const group = objectOf(element);
    for (const scope of arrayOf(group?.scopeLogs)) {
      const records = arrayOf(objectOf(scope)?.logRecords);
      count += records.length;
      const record = objectOf(records[0]);
      if (first === null && record !== null) first = { ...record, resource: group?.resource };
    }
  }
  if (first !== null && count > 1) event.setAttribute('otlp.records', count);
  return first;
}

function withLowerKeys(record: JsonObject): JsonObject {
  const lower: Record<string, Json | undefined> = Object.create(null);
  for (const key of Object.keys(record)) lower[key.toLowerCase()] = record[key];
  return lower;
}

/** Attributes as an object, whether they come as one or as OTLP's list of keys and values. */
function keyValues(value: Json | undefined, depth = 0): JsonObject {
  const inner = objectOf(value)?.attributes ?? objectOf(value)?.Attributes ?? value;
  if (isObject(inner)) return inner;
  const found: Record<string, Json | undefined> = Object.create(null);
  for (const element of arrayOf(inner).slice(0, 128)) {
    const pair = objectOf(element);
    if (typeof pair?.key === 'string') found[pair.key] = plainValue(pair.value, depth);
  }
  return found;
}

/** OTLP's AnyValue: an object with one key that names the type. */
function plainValue(value: Json | undefined, depth = 0): Json | undefined {
  if (!isObject(value)) return value;
  for (const kind of ['stringValue', 'intValue', 'doubleValue', 'boolValue', 'bytesValue'] as const) {
    if (value[kind] !== undefined) return value[kind];
  }
  if (depth >= DEPTH_MAX) return compactJson(value);
  if (value.kvlistValue !== undefined) return keyValues(objectOf(value.kvlistValue)?.values, depth + 1);
  if (value.arrayValue === undefined) return value;
  return arrayOf(objectOf(value.arrayValue)?.values).map((element) => plainValue(element, depth + 1) ?? null);
}
