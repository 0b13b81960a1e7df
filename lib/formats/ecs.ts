import { NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { isObject } from './json-value';

/** Elastic Common Schema, with nested or dotted keys. */
export const ecs: ObjectFormat = {
  name: 'ecs',
  title: 'Elastic Common Schema',
  about: 'Records with @timestamp and ECS field names; durations are nanoseconds.',
  source: 'https://www.elastic.co/guide/en/ecs/current/ecs-field-reference.html',
  type: null,
  reads: 'object',
  read(object, event, context) {
    if (typeof object['@timestamp'] !== 'string') return NOT_MINE;
    const versioned = object['ecs.version'] !== undefined || isObject(object.ecs);
    if (!versioned && object['log.level'] === undefined) return NOT_MINE;
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"@timestamp":"2024-05-06T07:08:09.25Z","log.level":"ERROR","message":"refused","ecs.version":"8.11","service.name":"cart","log.logger":"shop.Pay","source":{"ip":"192.0.2.7"},"event":{"duration":2500000}}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'error',
        component: 'cart',
        caller: 'shop.Pay',
        srcIp: '192.0.2.7',
        durationMs: 2.5,
      },
    },
    { text: '{"@timestamp":"2024-05-06T07:08:09Z","level":"info","message":"logstash"}', event: null },
  ],
};
