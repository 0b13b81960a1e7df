import { NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { arrayOf, cut, objectOf, textOf } from './json-value';

/** What CloudWatch sends to find out whether the destination of a subscription is there; it holds no log. */
export const cloudwatchControl: ObjectFormat = {
  name: 'cloudwatch-control',
  title: 'CloudWatch control messages',
  about: 'Messages by which a subscription tests its destination. They say nothing about the cluster.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  type: null,
  reads: 'object',
  read(object, event, context) {
    if (object.messageType !== 'CONTROL_MESSAGE') return NOT_MINE;
    const first = objectOf(arrayOf(object.logEvents)[0]);
    if (first === null && object.logGroup === undefined) return NOT_MINE;
    setJsonTime(event, context, first?.timestamp);
    event.severity = 'debug';
    event.message = cut(textOf(first?.message) ?? 'control message');
    return READ;
  },
  examples: [
    {
      text: '{"messageType":"CONTROL_MESSAGE","owner":"CloudwatchLogs","logGroup":"","logStream":"","subscriptionFilters":[],"logEvents":[{"id":"","timestamp":1714979289250,"message":"checking the destination"}]}',
      event: { time: 1_714_979_289_250_000, severity: 'debug', message: 'checking the destination' },
    },
    { text: '{"messageType":"CONTROL_MESSAGE","text":"press start"}', event: null },
  ],
};
