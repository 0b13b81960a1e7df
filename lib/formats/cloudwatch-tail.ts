import type { LogEvent } from '@/lib/events';
import { isCloudwatchStream, readCloudwatchStream } from './cloudwatch-stream';
import { NOT_MINE, type Reading, type TextFormat } from './format';
import { DIGITS } from './openings';
import type { ReadContext } from './read-context';
import { TimestampScanner } from './timestamps';

const SPACE = 32;
const STREAM_LENGTH_MAX = 512;
const scanner = new TimestampScanner();

export const cloudwatchTail: TextFormat = {
  name: 'cloudwatch-tail',
  title: 'aws logs tail',
  about:
    'Lines of a CloudWatch log group as `aws logs tail` prints them: time, stream, message. The stream tells the component, or the pod.',
  source: 'https://docs.aws.amazon.com/cli/latest/reference/logs/tail.html (format detailed)',
  type: null,
  envelope: true,
  reads: 'text',
  opensWith: DIGITS,
  read,
  examples: [
    {
      text: '2024-05-06T07:08:09.250000+00:00 kube-scheduler-0a1b2c3d4e5f60718293a4b5c6d7e8f9 I0506 07:08:09.250000      11 run.go:7] "Ready"',
      event: { time: 1_714_979_289_250_000, component: 'kube-scheduler', type: 'control-plane' },
      content: 'I0506 07:08:09.250000      11 run.go:7] "Ready"',
    },
    {
      text: '2024-05-06T07:08:09+00:00 eni-0a1b2c3d-all 2 123456789010 eni-0a1b2c3d - - - - - - - 1714979289 1714979349 - NODATA',
      event: { time: 1_714_979_289_000_000, type: null },
      content: '2 123456789010 eni-0a1b2c3d - - - - - - - 1714979289 1714979349 - NODATA',
    },
    {
      text: `2024-05-06T07:08:09.250000+00:00 node-1.example-application.var.log.containers.cart-0_shop_cart-${'0a'.repeat(32)}.log ready`,
      event: { node: 'node-1.example', namespace: 'shop', pod: 'cart-0', container: 'cart', component: null },
      content: 'ready',
    },
    { text: '2024-05-06T07:08:09.250000+00:00 kube-scheduler starts', event: null },
    { text: '2024-05-06T07:08:09.250000 kube-scheduler-0a1b2c3d4e5f6071 no zone', event: null },
    { text: '2024-05-06T07:08:09.250000+00:00 authenticator-of-mine ready', event: null },
  ],
};

function read(text: string, event: LogEvent, context: ReadContext): Reading {
  if (!scanner.scanDateTime(text, 0) || !scanner.zoned || text.charCodeAt(scanner.end) !== SPACE) return NOT_MINE;
  const { end, micros } = scanner;
  const head = text.slice(end + 1, end + STREAM_LENGTH_MAX + 2);
  const space = head.indexOf(' ');
  const stream = space < 0 ? head : head.slice(0, space);
  if (!isCloudwatchStream(stream)) return NOT_MINE;
  context.clock.setFull(event, micros);
  readCloudwatchStream(stream, event);
  return text.slice(end + stream.length + 2);
}
