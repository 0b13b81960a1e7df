import { readCloudwatchGroup, readCloudwatchStream } from './cloudwatch-stream';
import { NOT_MINE, type ObjectFormat, Several } from './format';
import { arrayOf, isObject, joinedTexts, textOf } from './json-value';

/** A batch of a log stream as a subscription delivers it: to Firehose and S3, to Kinesis, to a function. */
export const cloudwatchSubscription: ObjectFormat = {
  name: 'cloudwatch-subscription',
  title: 'CloudWatch subscriptions',
  about: 'Batches that a subscription filter delivers, by Firehose or Kinesis: log group, stream and the events of it.',
  source: 'https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/SubscriptionFilters.html',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event) {
    if (object.messageType !== 'DATA_MESSAGE') return NOT_MINE;
    const events = arrayOf(object.logEvents).filter(isObject);
    if (events.length === 0) return NOT_MINE;
    const group = textOf(object.logGroup);
    const stream = textOf(object.logStream);
    if (group !== null) readCloudwatchGroup(group, event);
    if (stream !== null) readCloudwatchStream(stream, event);
    event.setAttribute('aws.account', textOf(object.owner)?.slice(0, 64));
    event.setAttribute('aws.log.filters', joinedTexts(object.subscriptionFilters));
    return new Several(events);
  },
  examples: [
    {
      text: '{"messageType":"DATA_MESSAGE","owner":"123456789012","logGroup":"/aws/eks/blue/cluster","logStream":"kube-scheduler-0a1b2c3d4e5f60718293a4b5c6d7e8f9","subscriptionFilters":["all"],"logEvents":[{"id":"1","timestamp":1714979289250,"message":"ready"},{"id":"2","timestamp":1714979289260,"message":"steady"}]}',
      event: { cluster: 'blue', component: 'kube-scheduler', type: 'control-plane' },
      contents: [
        '{"id":"1","timestamp":1714979289250,"message":"ready"}',
        '{"id":"2","timestamp":1714979289260,"message":"steady"}',
      ],
    },
    { text: '{"messageType":"CONTROL_MESSAGE","logEvents":[{"id":"","message":"checking"}]}', event: null },
    { text: '{"messageType":"DATA_MESSAGE","logEvents":[]}', event: null },
  ],
};
