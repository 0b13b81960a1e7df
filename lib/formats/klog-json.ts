import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { readJsonRecord } from './json-record';
import { isObject } from './json-value';

/** Kubernetes components with `--logging-format=json`. */
export const klogJson: ObjectFormat = {
  name: 'klog-json',
  title: 'klog as JSON',
  about:
    'What Kubernetes components write with --logging-format=json: milliseconds, caller, message, verbosity or error.',
  source: 'https://kubernetes.io/docs/concepts/cluster-administration/system-logs/#json-log-format',
  type: null,
  reads: 'object',
  read(object, event, context) {
    if (typeof object.ts !== 'number' || typeof object.msg !== 'string' || object.level !== undefined) return NOT_MINE;
    if (typeof object.v !== 'number' && object.err === undefined && typeof object.caller !== 'string') return NOT_MINE;
    event.severity = object.err === undefined || typeof object.v === 'number' ? 'info' : 'error';
    readObjectReference(object, event);
    readJsonRecord(object, event, context);
    return READ;
  },
  examples: [
    {
      text: '{"ts":1714979289250.125,"caller":"kuberuntime/manager.go:812","msg":"Killing container","v":2,"pod":{"name":"cart-0","namespace":"shop"},"containerName":"cart"}',
      event: {
        time: 1_714_979_289_250_125,
        severity: 'info',
        message: 'Killing container',
        caller: 'kuberuntime/manager.go:812',
        namespace: 'shop',
        pod: 'cart-0',
        container: 'cart',
      },
    },
    {
      text: '{"ts":1714979289250.1,"caller":"a.go:1","msg":"Sync failed","err":"timeout"}',
      event: { severity: 'error' },
    },
    { text: '{"ts":1714979289.25,"level":"info","msg":"zap"}', event: null },
  ],
};

/** References are objects here: `"pod":{"name":…,"namespace":…}`. The namespace comes first, so that it is not lost. */
function readObjectReference(object: JsonObject, event: { namespace: string | null }): void {
  const pod = object.pod;
  if (isObject(pod) && typeof pod.namespace === 'string') event.namespace ??= pod.namespace;
}
