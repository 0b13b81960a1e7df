import { NOT_MINE, type ObjectFormat } from './format';
import { readJsonRecord } from './json-record';
import { objectOf, textOf } from './json-value';

/** What Filebeat says of itself and of how it read. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  '@metadata',
  'agent',
  'ecs',
  'host',
  'input',
  'message',
  'stream',
  'systemd',
]);

/** Filebeat's documents: a line, the file that it stood in, and the machine. */
export const filebeat: ObjectFormat = {
  name: 'filebeat',
  title: 'Filebeat',
  about:
    'Documents of Filebeat and the Elastic Agent. The message is read like a line of the file that `log.file.path` names; fields that processors added stay.',
  source: 'https://www.elastic.co/guide/en/beats/filebeat/current/exported-fields-log.html',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    if (textOf(objectOf(object.agent)?.type) !== 'filebeat') return NOT_MINE;
    const content = textOf(object.message);
    if (content === null) return NOT_MINE;
    const host = objectOf(object.host);
    event.node = textOf(host?.name) ?? textOf(host?.hostname);
    event.stream = textOf(object.stream);
    event.unit = textOf(objectOf(object.systemd)?.unit);
    const { offset: _, ...log } = objectOf(object.log) ?? {};
    const rest = Object.entries(object).filter(([key]) => !OWN_KEYS.has(key));
    // Not to be written out where nothing is left: the message is what is inside.
    event.message = content;
    readJsonRecord({ ...Object.fromEntries(rest), log }, event, context);
    event.message = '';
    return content;
  },
  examples: [
    {
      text: '{"@timestamp":"2024-05-06T07:08:09.250Z","message":"level=warn msg=slow","log":{"offset":120,"file":{"path":"/var/log/containers/cart-0_shop_cart-3f.log"}},"stream":"stderr","input":{"type":"filestream"},"ecs":{"version":"1.12.0"},"host":{"name":"node-1"},"agent":{"type":"filebeat","version":"7.17.29","name":"node-1"}}',
      event: {
        time: 1_714_979_289_250_000,
        stream: 'stderr',
        node: 'node-1',
        attributes: { 'log.file.path': '/var/log/containers/cart-0_shop_cart-3f.log' },
      },
      content: 'level=warn msg=slow',
    },
    {
      text: '{"@timestamp":"2024-05-06T07:08:09Z","message":"Started kubelet","systemd":{"unit":"init.scope"},"log":{"level":"error"},"agent":{"type":"filebeat"}}',
      event: { severity: 'error', unit: 'init.scope' },
      content: 'Started kubelet',
    },
    { text: '{"@timestamp":"2024-05-06T07:08:09Z","agent":{"type":"metricbeat"},"message":"up"}', event: null },
    { text: '{"@timestamp":"2024-05-06T07:08:09Z","agent":{"type":"filebeat"}}', event: null },
  ],
};
