import type { LogEvent } from '@/lib/events';
import { type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { cut, integerOf, objectOf, textOf } from './json-value';
import { groupOfVersion, property, resourceOfKind } from './kubernetes-names';
import type { ReadContext } from './read-context';

const IMAGE_REASONS: ReadonlySet<string> = new Set(['Pulling', 'Pulled', 'Failed', 'BackOff', 'InspectFailed']);

/** What controllers tell about objects: `kubectl get events`, in both API groups and as early versions dumped it. */
export const kubernetesEvent: ObjectFormat = {
  name: 'kubernetes-event',
  title: 'Kubernetes events',
  about: 'Event objects: what happened to which object, how often, first and last time. The last time is the event’s.',
  source: 'https://kubernetes.io/docs/reference/kubernetes-api/cluster-resources/event-v1/',
  type: 'control-plane',
  reads: 'object',
  read(record, event, context) {
    const object = watched(record);
    const about = aboutOf(object);
    if (about === null) return NOT_MINE;
    event.type = 'control-plane';
    readTime(object, event, context);
    event.reason = textOf(property(object, 'reason'));
    const note = textOf(property(object, 'message')) ?? textOf(object.note);
    event.message = (note ?? event.reason ?? 'event without a message').trimEnd();
    event.image = imageOf(event.reason, event.message) ?? event.image;
    event.severity = textOf(property(object, 'type')) === 'Warning' ? 'warning' : 'info';
    readObject(about, object, event);
    readReporter(object, event);
    const series = objectOf(object.series);
    event.setAttribute(
      'count',
      integerOf(property(object, 'count')) ?? integerOf(object.deprecatedCount) ?? integerOf(series?.count),
    );
    event.setAttribute('action', textOf(property(object, 'action')));
    return READ;
  },
  examples: [
    {
      text: '{"apiVersion":"v1","kind":"Event","metadata":{"name":"cart-0.17","namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"cart-0","apiVersion":"v1","fieldPath":"spec.containers{cart}"},"reason":"BackOff","message":"Back-off restarting failed container","type":"Warning","count":7,"source":{"component":"kubelet","host":"node-1"},"firstTimestamp":"2024-05-06T07:00:00Z","lastTimestamp":"2024-05-06T07:08:09Z"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000,
        type: 'control-plane',
        severity: 'warning',
        reason: 'BackOff',
        message: 'Back-off restarting failed container',
        resource: 'pods',
        name: 'cart-0',
        namespace: 'shop',
        pod: 'cart-0',
        container: 'cart',
        node: 'node-1',
        component: 'kubelet',
      },
    },
    {
      text: '{"apiVersion":"events.k8s.io/v1","kind":"Event","eventTime":"2024-05-06T07:08:09.123456Z","regarding":{"kind":"Deployment","apiVersion":"apps/v1","name":"cart","namespace":"shop"},"reason":"ScalingReplicaSet","note":"Scaled up","type":"Normal","reportingController":"deployment-controller","deprecatedLastTimestamp":null}',
      event: { resource: 'deployments', apiGroup: 'apps', severity: 'info', component: 'deployment-controller' },
    },
    {
      text: '{"name":"cart-0.17","InvolvedObject":{"Kind":"Pod","Namespace":"shop","Name":"cart-0"},"Reason":"Pulled","Message":"Container image is there","Source":{"Component":"kubelet","Host":"node-1"},"FirstTimestamp":"2024-05-06T07:00:00Z","LastTimestamp":"2024-05-06T07:08:09Z","Count":2,"Type":"Normal"}',
      event: { reason: 'Pulled', pod: 'cart-0', node: 'node-1', time: Date.UTC(2024, 4, 6, 7, 8, 9) * 1000 },
    },
    {
      text: '{"namespace":"shop","lastTimestamp":"2024-05-06T09:08:09+02:00","reason":"FailedUpdate","message":"requeue in 20s","type":"Warning"}',
      event: { namespace: 'shop', reason: 'FailedUpdate', severity: 'warning', time: 1_714_979_289_000_000 },
    },
    { text: '{"apiVersion":"v1","kind":"Pod","metadata":{"name":"cart-0"}}', event: null },
    {
      text: '{"type":"MODIFIED","object":{"apiVersion":"v1","kind":"Event","metadata":{"namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"cart-0"},"reason":"Killing","message":"Stopping","type":"Normal","lastTimestamp":"2024-05-06T07:08:09Z"}}',
      event: { reason: 'Killing', pod: 'cart-0', severity: 'info', time: 1_714_979_289_000_000 },
    },
    {
      text: '{"apiVersion":"v1","kind":"Event","metadata":{"namespace":"shop"},"involvedObject":{"kind":"Pod","namespace":"shop","name":"cart-0"},"reason":"Pulling","message":"Pulling image \\"registry.example/cart:1.2\\"","type":"Normal","lastTimestamp":"2024-05-06T07:08:09Z"}',
      event: { reason: 'Pulling', pod: 'cart-0', image: 'registry.example/cart:1.2' },
    },
    { text: '{"kind":"Event","title":"launch party"}', event: null },
  ],
};

/** The event that a watch (`--output-watch-events`) or an exporter (`{"verb":…,"event":…}`) wrapped. */
function watched(record: JsonObject): JsonObject {
  if (typeof record.type !== 'string' && typeof record.verb !== 'string') return record;
  const inner = objectOf(record.object) ?? objectOf(record.event);
  return inner !== null && objectOf(property(inner, 'involvedObject')) !== null ? inner : record;
}

function aboutOf(object: JsonObject): JsonObject | null {
  const about = objectOf(property(object, 'involvedObject'));
  if (about !== null) return about;
  if (object.kind === 'Event') return objectOf(object.regarding);
  return isExcerpt(object) ? NOTHING : null;
}

/** Insights archives keep no more of an event than namespace, time, reason, message and type. */
function isExcerpt(object: JsonObject): boolean {
  if (typeof object.lastTimestamp !== 'string' || typeof object.reason !== 'string') return false;
  return object.type === 'Normal' || object.type === 'Warning';
}

const NOTHING: JsonObject = {};

/** The image that a kubelet pulled, failed to pull, or had already (k8s.io/kubernetes, pkg/kubelet/images/image_manager.go). */
function imageOf(reason: string | null, message: string): string | null {
  if (reason === null || !IMAGE_REASONS.has(reason)) return null;
  return /\bimage "([^"\s]{1,512})"/.exec(message.slice(0, 700))?.[1] ?? null;
}

/** The last time that it happened; controllers fill in one set of times or the other. */
function readTime(object: JsonObject, event: LogEvent, context: ReadContext): void {
  const series = objectOf(object.series);
  const metadata = objectOf(object.metadata) ?? object;
  const candidates = [
    property(object, 'lastTimestamp'),
    series?.lastObservedTime,
    object.deprecatedLastTimestamp,
    property(object, 'eventTime'),
    property(object, 'firstTimestamp'),
    object.deprecatedFirstTimestamp,
    property(metadata, 'creationTimestamp'),
  ];
  // Go's zero time stands for "not set".
  const known = candidates.find((value) => typeof value === 'string' && !value.startsWith('0001-'));
  setJsonTime(event, context, known);
  event.setAttribute('firstTimestamp', textOf(property(object, 'firstTimestamp')));
}

function readObject(about: JsonObject, object: JsonObject, event: LogEvent): void {
  const kind = textOf(property(about, 'kind'));
  event.name = textOf(property(about, 'name'));
  event.resource = kind === null ? null : resourceOfKind(kind);
  event.apiGroup = groupOfVersion(textOf(property(about, 'apiVersion')) ?? textOf(about.APIVersion));
  const namespace = textOf(property(about, 'namespace'));
  const home = objectOf(object.metadata) ?? object;
  event.namespace = namespace ?? (kind === 'Node' ? null : textOf(property(home, 'namespace')));
  if (kind === 'Pod') event.pod = event.name;
  if (kind === 'Node') event.node = event.name;
  const field = textOf(property(about, 'fieldPath'));
  if (field === null) return;
  const brace = field.indexOf('{');
  if (brace > 0 && field.endsWith('}')) event.container = field.slice(brace + 1, -1);
  event.setAttribute('fieldPath', cut(field));
}

function readReporter(object: JsonObject, event: LogEvent): void {
  const source = objectOf(property(object, 'source')) ?? objectOf(object.deprecatedSource);
  event.component =
    textOf(property(source, 'component')) ??
    textOf(object.reportingComponent) ??
    textOf(object.reportingController) ??
    event.component;
  event.node = textOf(property(source, 'host')) ?? event.node;
}
