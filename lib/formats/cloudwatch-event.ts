import type { LogEvent } from '@/lib/events';
import { readCloudwatchGroup, readCloudwatchStream } from './cloudwatch-stream';
import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { textOf } from './json-value';

/** Keys that an event of CloudWatch Logs may have, whichever call or subscription gave it. */
const KEYS: ReadonlySet<string> = new Set([
  'id',
  'eventId',
  'timestamp',
  'message',
  'ingestionTime',
  'logStreamName',
  'logGroupName',
  'logStream',
  'logGroup',
  'owner',
  'extractedFields',
  'entity',
]);

/** One event of CloudWatch Logs, as the API or a subscription gives it. */
export const cloudwatchEvent: ObjectFormat = {
  name: 'cloudwatch-event',
  title: 'CloudWatch log events',
  about:
    'Elements of `aws logs get-log-events` and `filter-log-events`, and of `logEvents` in subscriptions: a time in milliseconds and a message.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_FilteredLogEvent.html',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    if (!isCloudwatchEvent(object) || typeof object.message !== 'string') return NOT_MINE;
    if (!setJsonTime(event, context, object.timestamp)) return NOT_MINE;
    readOrigin(object, event);
    return withoutLineBreak(object.message);
  },
  examples: [
    {
      text: '{"logStreamName":"kube-scheduler-0a1b2c3d4e5f60718293a4b5c6d7e8f9","timestamp":1714979289250,"message":"I0506 07:08:09.250000      11 run.go:7] \\"Ready\\"","ingestionTime":1714979290000,"eventId":"38"}',
      event: { time: 1_714_979_289_250_000, component: 'kube-scheduler', type: 'control-plane' },
      content: 'I0506 07:08:09.250000      11 run.go:7] "Ready"',
    },
    {
      text: '{"timestamp":1714979289250,"message":"ready\\n","ingestionTime":1714979290000}',
      event: { time: 1_714_979_289_250_000 },
      content: 'ready',
    },
    {
      text: '{"id":"383012341234","timestamp":1714979289250,"message":"ready"}',
      event: { time: 1_714_979_289_250_000 },
      content: 'ready',
    },
    { text: '{"timestamp":1714979289250,"message":"ready"}', event: null },
    { text: '{"id":"a7","timestamp":1714979289250,"message":"ready"}', event: null },
    { text: '{"id":"7","timestamp":1714979289250,"message":"ready","level":"info"}', event: null },
  ],
};

function isCloudwatchEvent(object: JsonObject): boolean {
  const { timestamp, id, eventId } = object;
  if (typeof timestamp !== 'number') return false;
  const named = typeof object.ingestionTime === 'number' || isNumber(eventId) || isNumber(id);
  if (!named) return false;
  for (const key in object) if (!KEYS.has(key)) return false;
  return true;
}

/** Ids of events are long numbers as text. */
function isNumber(id: JsonObject[string]): boolean {
  return typeof id === 'string' && /^\d{1,80}$/.test(id);
}

function readOrigin(object: JsonObject, event: LogEvent): void {
  const group = textOf(object.logGroupName) ?? textOf(object.logGroup);
  const stream = textOf(object.logStreamName) ?? textOf(object.logStream);
  if (group !== null) readCloudwatchGroup(group, event);
  if (stream !== null) readCloudwatchStream(stream, event);
}

function withoutLineBreak(message: string): string {
  return message.endsWith('\n') ? message.slice(0, -1) : message;
}
