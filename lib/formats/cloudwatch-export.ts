import type { LogEvent } from '@/lib/events';
import { componentOfStream, readCloudwatchStream } from './cloudwatch-stream';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SPACE = 32;
const UPPER_T = 84;
const UPPER_Z = 90;
/** Of the times that an export writes: `2024-05-06T07:08:09.250Z`. */
const TIME_LENGTH = 24;

/** Openings of content that no logger writes behind a time of its own: klog, logfmt with a time, a VPC flow. */
const KLOG = /^[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{6} /;
const FLOW = /^\d \d{12} eni-[0-9a-f]/;

const scanner = new TimestampScanner();

export const cloudwatchExport: TextFormat = {
  name: 'cloudwatch-export',
  title: 'CloudWatch export to S3',
  about:
    'Messages of a log stream behind their time in milliseconds, as an export task writes them. The stream is a folder of the path.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/S3Export.html',
  type: null,
  envelope: true,
  reads: 'text',
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-05-06T07:08:09.250Z I0506 07:08:09.250000      11 run.go:7] "Ready"',
      event: { time: 1_714_979_289_250_000 },
      content: 'I0506 07:08:09.250000      11 run.go:7] "Ready"',
    },
    {
      text: '2024-05-06T07:08:09.250Z {"kind":"Event","apiVersion":"audit.k8s.io/v1"}',
      event: { time: 1_714_979_289_250_000 },
      content: '{"kind":"Event","apiVersion":"audit.k8s.io/v1"}',
    },
    {
      text: '2024-05-06T07:08:09.250Z time="2024-05-06T07:08:09Z" level=info msg="access granted"',
      event: { time: 1_714_979_289_250_000 },
      content: 'time="2024-05-06T07:08:09Z" level=info msg="access granted"',
    },
    { text: '2024-05-06T07:08:09.250Z INFO ready', event: null },
    { text: '2024-05-06T07:08:09.250123Z I0506 07:08:09.250000      11 run.go:7] "Ready"', event: null },
    { text: '2024-05-06 07:08:09.250Z {"msg":"ready"}', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (text.charCodeAt(10) !== UPPER_T || text.charCodeAt(TIME_LENGTH - 1) !== UPPER_Z) return NOT_MINE;
  if (text.length > TIME_LENGTH && text.charCodeAt(TIME_LENGTH) !== SPACE) return NOT_MINE;
  if (!scanner.scanDateTime(text, 0) || scanner.end !== TIME_LENGTH) return NOT_MINE;
  const { micros } = scanner;
  const stream = streamOfPath(context.path);
  if (stream === null && !isTelling(text.slice(TIME_LENGTH + 1, TIME_LENGTH + 80))) return NOT_MINE;
  context.clock.setFull(event, micros);
  if (stream !== null) readCloudwatchStream(stream, event);
  return text.slice(TIME_LENGTH + 1);
}

/** An export is `<prefix>/<task>/<stream>/000000.gz`. */
function streamOfPath(path: string): string | null {
  const folders = path.slice(-1024).split('/');
  const stream = folders.at(-2) ?? '';
  return componentOfStream(stream) === null ? null : stream;
}

function isTelling(content: string): boolean {
  return content.startsWith('{"') || content.startsWith('time="') || KLOG.test(content) || FLOW.test(content);
}
