import { z } from 'zod';
import { epochMicros } from '@/lib/formats';
import { jsonAnswer, REFUSAL_STATUS } from './answers';
import { jsonTexts, lineRecords, plainRecord } from './json-records';
import { hintsOf } from './labels';
import { BadBody, type BatchReceiver, type ReceivedRecord, type ReceivedRequest, type Refusal } from './receiver';

const EVENT_PATH = /^\/services\/collector(?:\/event(?:\/1\.0)?)?\/?$/;
const RAW_PATH = /^\/services\/collector\/raw(?:\/1\.0)?\/?$/;

/** Splunk's own codes, which some clients look at instead of the status. */
const CODES: Readonly<Record<Refusal, number>> = {
  busy: 9,
  down: 9,
  'too-large': 6,
  bad: 6,
  encoding: 6,
  'no-token': 2,
  'wrong-token': 4,
  gone: 4,
};

const envelope = z.object({
  event: z.unknown(),
  time: z.union([z.number(), z.string()]).nullish(),
  host: z.string().nullish(),
  source: z.string().nullish(),
  sourcetype: z.string().nullish(),
  fields: z.record(z.string(), z.unknown()).nullish(),
});

/** Splunk's HTTP event collector. */
export const splunkHec: BatchReceiver = {
  name: 'splunk',
  title: 'Splunk HTTP Event Collector',
  about:
    "Events as Fluent Bit, Vector, the OpenTelemetry collector and docker's splunk driver send them: JSON objects one behind the other, or raw lines. What is in `event` is read; host, source and fields tell where it comes from.",
  source: 'https://docs.splunk.com/Documentation/Splunk/latest/Data/FormateventsforHTTPEventCollector',
  flow: 'batch',
  takes: ({ method, path }) => method === 'POST' && (EVENT_PATH.test(path) || RAW_PATH.test(path)),
  read(body, request) {
    const records = RAW_PATH.test(request.path) ? rawRecords(body, request) : jsonTexts(body).map(eventRecord);
    if (records.length === 0) throw new BadBody('No data');
    return { records, answer: () => jsonAnswer(200, { text: 'Success', code: 0 }) };
  },
  refused(_request, why, text) {
    const status = why === 'busy' ? 503 : why === 'gone' || why === 'wrong-token' ? 403 : REFUSAL_STATUS[why];
    return jsonAnswer(status, { text, code: text === 'No data' ? 5 : CODES[why] });
  },
  examples: [
    {
      path: '/services/collector/event/1.0',
      body: '{"time":1714979289.25,"host":"node-1","sourcetype":"kube","event":"one","fields":{"pod":"cart-0"}}{"event":{"a":1}}\n{"event"',
      records: [
        {
          text: 'one',
          hints: {
            time: 1_714_979_289_250_000,
            severity: null,
            stream: null,
            place: { node: 'node-1', pod: 'cart-0' },
            attributes: { sourcetype: 'kube' },
          },
        },
        { text: '{"a":1}' },
        { text: '{"event"' },
      ],
      answer: { status: 200, body: '{"text":"Success","code":0}' },
    },
    {
      path: '/services/collector/raw',
      body: 'one\ntwo\n',
      records: [{ text: 'one' }, { text: 'two' }],
    },
    { path: '/services/collector', body: '', records: null },
  ],
};

function eventRecord(text: string): ReceivedRecord {
  const parsed = envelope.safeParse(jsonOf(text));
  if (!parsed.success || parsed.data.event === undefined) return plainRecord(text);
  const { event, time, ...rest } = parsed.data;
  return {
    text: typeof event === 'string' ? withoutEnd(event) : JSON.stringify(event),
    hints: hintsOf(labelsOf(rest), microsOf(time)),
    key: null,
  };
}

function labelsOf({ host, source, sourcetype, fields }: Omit<z.infer<typeof envelope>, 'event' | 'time'>) {
  return Object.entries({ ...fields, host, source, sourcetype });
}

function rawRecords(body: Buffer, { query }: ReceivedRequest): ReceivedRecord[] {
  const hints = hintsOf(
    ['host', 'source', 'sourcetype'].map((name): [string, unknown] => [name, query.get(name)]),
    microsOf(query.get('time')),
  );
  return lineRecords(body.toString('utf8')).map((record) => ({ ...record, hints }));
}

function microsOf(time: number | string | null | undefined): number | null {
  return time === null || time === undefined || time === '' ? null : epochMicros(Number(time));
}

function withoutEnd(text: string): string {
  return text.endsWith('\n') ? text.slice(0, -1) : text;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
