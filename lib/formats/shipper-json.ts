import type { LogEvent } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { setJsonTime } from './json-time';
import { isObject, objectOf, textOf } from './json-value';
import { nameTellingWriter } from './telling-writer';

const BARE_KEYS: ReadonlySet<string> = new Set(['date', 'log', 'time', 'stream', '_p', 'logtag']);

/** A container's line with what the shipper knew about its pod: Fluent Bit, Fluentd, Filebeat, Vector. */
export const shipperJson: ObjectFormat = {
  name: 'shipper-json',
  title: 'Shipped container lines',
  about: 'Records of Fluent Bit, Fluentd, Filebeat or Vector: the line, and a `kubernetes` object with its pod.',
  source: 'https://docs.fluentbit.io/manual/pipeline/filters/kubernetes',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    const kubernetes = object.kubernetes ?? placeBeside(object);
    if (!isObject(kubernetes)) return NOT_MINE;
    const content = lineOf(object);
    if (content === null) return NOT_MINE;
    const time = [object.time, object['@timestamp'], object.timestamp, object.date];
    time.some((value) => setJsonTime(event, context, value));
    event.stream = textOf(object.stream) ?? event.stream;
    readPlace(kubernetes, event);
    return content.endsWith('\n') ? content.slice(0, -1) : content;
  },
  examples: [
    {
      text: '{"time":"2024-05-06T07:08:09.25Z","stream":"stderr","log":"{\\"level\\":\\"error\\"}\\n","kubernetes":{"pod_name":"cart-0","namespace_name":"shop","container_name":"cart","host":"node-1","container_image":"cart:1"}}',
      event: {
        time: 1_714_979_289_250_000,
        stream: 'stderr',
        namespace: 'shop',
        pod: 'cart-0',
        container: 'cart',
        node: 'node-1',
        image: 'cart:1',
      },
      content: '{"level":"error"}',
    },
    {
      text: '{"@timestamp":"2024-05-06T07:08:09Z","message":"ready","kubernetes":{"namespace":"shop","pod":{"name":"cart-0"},"container":{"name":"cart"},"node":{"name":"node-1"}}}',
      event: { namespace: 'shop', pod: 'cart-0', container: 'cart', node: 'node-1' },
      content: 'ready',
    },
    {
      text: '{"date":1714979289.25,"log":"GET / 200"}',
      event: { time: 1_714_979_289_250_000, pod: null },
      content: 'GET / 200',
    },
    {
      text: '{"time":"2024-05-06T07:08:09.25Z","stream":"stdout","namespace":"shop","pod":"cart-0","container":"cart","node":"node-1","log":"ready"}',
      event: { stream: 'stdout', namespace: 'shop', pod: 'cart-0', container: 'cart', node: 'node-1' },
      content: 'ready',
    },
    { text: '{"time":"2024-05-06T07:08:09.25Z","pod":"cart-0","msg":"ready"}', event: null },
    { text: '{"date":1714979289.25,"log":"GET / 200","status":200}', event: null },
    {
      text: '{"log":"ready","kubernetes":{"pod_name":"kube-scheduler-node-1","namespace_name":"kube-system","container_name":"kube-scheduler"}}',
      event: { component: 'kube-scheduler' },
      content: 'ready',
    },
    { text: '{"kubernetes":{"version":"1.31"},"name":"lab"}', event: null },
  ],
};

/**
 * Where a record without a `kubernetes` object says its pod: beside the line, as pipelines that flatten records leave it. A bare
 * record says nothing; null: it is another format's.
 */
function placeBeside(object: JsonObject): JsonObject | null {
  if (typeof object.log !== 'string') return null;
  const isFlat = (textOf(object.pod) ?? textOf(object.pod_name)) !== null;
  return isFlat ? object : isBare(object) ? {} : null;
}

/** Fluent Bit's own shape: `date` and `log`, and nothing but what parsers of container logs add. */
function isBare(object: JsonObject): boolean {
  if (typeof object.date !== 'string' && typeof object.date !== 'number') return false;
  return Object.keys(object).every((key) => BARE_KEYS.has(key));
}

function lineOf(object: JsonObject): string | null {
  if (typeof object.log === 'string') return object.log;
  return typeof object.message === 'string' ? object.message : null;
}

function readPlace(kubernetes: JsonObject, event: LogEvent): void {
  const name = (key: string) => textOf(objectOf(kubernetes[key])?.name) ?? textOf(kubernetes[key]);
  event.namespace =
    textOf(kubernetes.namespace_name) ??
    textOf(kubernetes.namespace) ??
    textOf(kubernetes.pod_namespace) ??
    event.namespace;
  event.pod = textOf(kubernetes.pod_name) ?? name('pod') ?? event.pod;
  event.container = textOf(kubernetes.container_name) ?? name('container') ?? event.container;
  event.node = textOf(kubernetes.host) ?? textOf(kubernetes.pod_node_name) ?? name('node') ?? event.node;
  event.image = textOf(kubernetes.container_image) ?? event.image;
  nameTellingWriter(event);
}
