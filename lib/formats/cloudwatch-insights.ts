import { readCloudwatchGroup, readCloudwatchStream } from './cloudwatch-stream';
import { type Json, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { isObject, textOf } from './json-value';

/** Times of Logs Insights are UTC and do not say so. */
const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?$/;

/** What stands beside the message: in rows of Insights, and in documents that AWS's function puts into OpenSearch. */
const TELLING = ['@timestamp', '@logStream', '@log', '@ptr', '@log_stream', '@log_group'] as const;

/** A row that CloudWatch Logs Insights found. */
export const cloudwatchInsights: ObjectFormat = {
  name: 'cloudwatch-insights',
  title: 'CloudWatch Logs Insights rows',
  about:
    'Results of queries as the console exports them, and documents that AWS’s own function sends to OpenSearch: the line is in `@message`.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CWL_AnalyzeLogData-discoverable-fields.html',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const message = object['@message'];
    if (message === undefined || (typeof message !== 'string' && !isObject(message))) return NOT_MINE;
    if (TELLING.every((name) => object[name] === undefined)) return NOT_MINE;
    if (!setJsonTime(event, context, inUtc(object['@timestamp'])))
      setJsonTime(event, context, inUtc(object['@ingestionTime']));
    const stream = textOf(object['@logStream']) ?? textOf(object['@log_stream']);
    const log = textOf(object['@log']) ?? textOf(object['@log_group']);
    if (stream !== null) readCloudwatchStream(stream, event);
    // `<account>:<group>`
    if (log !== null) readCloudwatchGroup(log.slice(log.indexOf(':') + 1), event);
    return typeof message === 'string' && message.endsWith('\n') ? message.slice(0, -1) : message;
  },
  examples: [
    {
      text: '{"@timestamp":"2024-05-06 07:08:09.250","@message":"ready","@logStream":"kube-scheduler-0a1b2c3d4e5f60718293a4b5c6d7e8f9","@log":"123456789012:/aws/eks/blue/cluster"}',
      event: {
        time: 1_714_979_289_250_000,
        timeGuess: 0,
        cluster: 'blue',
        component: 'kube-scheduler',
        type: 'control-plane',
      },
      content: 'ready',
    },
    {
      text: '{"@timestamp":"2024-05-06 07:08:09.250","@message":{"kind":"Event","verb":"get"}}',
      event: { time: 1_714_979_289_250_000 },
      content: '{"kind":"Event","verb":"get"}',
    },
    {
      text: '{"@id":"38","@timestamp":"2024-05-06T07:08:09.250Z","@message":"ready","@log_group":"/aws/eks/blue/cluster","@log_stream":"kube-scheduler-0a1b2c3d4e5f60718293a4b5c6d7e8f9","verb":"get"}',
      event: { time: 1_714_979_289_250_000, cluster: 'blue', component: 'kube-scheduler' },
      content: 'ready',
    },
    { text: '{"@message":"ready","level":"info"}', event: null },
    { text: '{"@timestamp":"2024-05-06T07:08:09Z","message":"ready"}', event: null },
  ],
};

function inUtc(value: Json | undefined): Json | undefined {
  return typeof value === 'string' && WITHOUT_ZONE.test(value) ? `${value}Z` : value;
}
