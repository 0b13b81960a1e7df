import { type LogEvent, type LogType, severityFromWord } from '@/lib/events';
import { parseDuration } from './durations';
import { type JsonObject, NOT_MINE, type ObjectFormat } from './format';
import { resourceFieldsOf } from './google-resource';
import { setJsonField } from './json-fields';
import { setJsonTime } from './json-time';
import { addressOf, cut, integerOf, objectOf, textOf } from './json-value';
import { nameTellingWriter } from './telling-writer';

const ATTRIBUTES_MAX = 24;
/** GKE keeps the annotations of an audit event in the labels of its entry. */
const DECISION = 'authorization.k8s.io/decision';
/** Types that a kind of resource implies, unless the payload knows better. */
const TYPES: ReadonlyMap<string, LogType> = new Map<string, LogType>([
  ['k8s_node', 'node'],
  ['k8s_cluster', 'control-plane'],
  ['gke_cluster', 'control-plane'],
  ['gke_nodepool', 'control-plane'],
  // Load balancers in front of Services and Ingresses, and what a subnetwork lets through.
  ['http_load_balancer', 'network'],
  ['internal_http_lb_rule', 'network'],
  ['l4_proxy_rule', 'network'],
  ['gce_subnetwork', 'network'],
  ['dns_query', 'network'],
]);
/** Keys of a payload that tell its severity; the entry's own is then the agent's guess by the stream. */
const LEVELS = ['level', 'lvl', 'loglevel', 'log.level', 'levelname', 'severity', 'PRIORITY'] as const;

/** The envelope of Google Cloud's Logging: exports, sinks and `gcloud logging read`, in JSON or YAML. */
export const googleLogEntry: ObjectFormat = {
  name: 'google-log-entry',
  title: 'Google Cloud log entries',
  about:
    'LogEntry of Cloud Logging around what a container, a node or the control plane of GKE wrote; the resource’s labels tell the place.',
  source: 'https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry',
  type: null,
  envelope: true,
  reads: 'object',
  read(object, event, context) {
    if (!isLogEntry(object)) return NOT_MINE;
    const payload = payloadOf(object);
    if (payload === null) return NOT_MINE;
    if (!setJsonTime(event, context, object.timestamp)) setJsonTime(event, context, object.receiveTimestamp);
    readSeverity(object, payload, event);
    readPlace(object, event);
    readLabels(object.labels, event);
    readRequest(objectOf(object.httpRequest), event);
    readSource(objectOf(object.sourceLocation), event);
    event.setAttribute('insertId', textOf(object.insertId)?.slice(0, 128));
    event.setAttribute('trace', textOf(object.trace)?.slice(0, 256));
    event.setAttribute('operation.id', textOf(objectOf(object.operation)?.id)?.slice(0, 256));
    return payload;
  },
  examples: [
    {
      text: '{"insertId":"0a1b","logName":"projects/lab-1/logs/stderr","resource":{"type":"k8s_container","labels":{"project_id":"lab-1","location":"example-1a","cluster_name":"blue","namespace_name":"shop","pod_name":"cart-0","container_name":"cart"}},"labels":{"compute.googleapis.com/resource_name":"gke-blue-pool-0a1b"},"severity":"ERROR","textPayload":"refused\\n","timestamp":"2024-05-06T07:08:09.25Z","receiveTimestamp":"2024-05-06T07:08:11Z"}',
      event: {
        time: 1_714_979_289_250_000,
        severity: 'error',
        cluster: 'blue',
        node: 'gke-blue-pool-0a1b',
        namespace: 'shop',
        pod: 'cart-0',
        container: 'cart',
        stream: 'stderr',
      },
      content: 'refused',
    },
    {
      text: '{"logName":"projects/lab-1/logs/container.googleapis.com%2Fapiserver","resource":{"type":"k8s_control_plane_component","labels":{"cluster_name":"blue","component_name":"apiserver"}},"jsonPayload":{"message":"ready"},"sourceLocation":{"file":"run.go","line":"7"},"timestamp":"2024-05-06T07:08:09Z"}',
      event: {
        cluster: 'blue',
        component: 'kube-apiserver',
        type: 'control-plane',
        severity: null,
        caller: 'run.go:7',
      },
      content: 'ready',
    },
    {
      text: '{"logName":"projects/lab-1/logs/stdout","resource":{"type":"k8s_container","labels":{}},"jsonPayload":{"message":"slow","level":"warn"},"severity":"INFO","timestamp":"2024-05-06T07:08:09Z"}',
      event: { severity: null, stream: 'stdout' },
      content: '{"message":"slow","level":"warn"}',
    },
    {
      text: '{"insertId":"0a1b","logName":"projects/lab-1/logs/requests","resource":{"type":"http_load_balancer","labels":{}},"httpRequest":{"requestMethod":"GET","requestUrl":"https://shop.example/","status":502,"remoteIp":"192.0.2.7"},"jsonPayload":{"statusDetails":"failed_to_connect_to_backend"},"timestamp":"2024-05-06T07:08:09Z"}',
      event: { type: 'network', srcIp: '192.0.2.7', status: 502 },
      content: '{"statusDetails":"failed_to_connect_to_backend"}',
    },
    { text: '{"logName":"mine","textPayload":"hello"}', event: null },
    { text: '{"resource":{"type":"k8s_container"},"logName":"projects/lab-1/logs/stdout"}', event: null },
  ],
};

/** `projects/<id>/logs/<log>`, or what an export that left the name out must have: an id and a resource, or a call. */
function isLogEntry(object: JsonObject): boolean {
  const { logName, resource, protoPayload } = object;
  if (typeof logName === 'string') {
    return /^(?:projects|organizations|folders|billingAccounts)\/[^/]{1,128}\/logs\//.test(logName);
  }
  if (typeof objectOf(protoPayload)?.methodName === 'string') return true;
  return logName === undefined && typeof objectOf(resource)?.type === 'string' && object.insertId !== undefined;
}

function payloadOf(object: JsonObject): string | JsonObject | null {
  if (typeof object.textPayload === 'string') return withoutLineBreak(object.textPayload);
  const json = objectOf(object.jsonPayload);
  if (json !== null) return lineOf(json) ?? json;
  return objectOf(object.protoPayload);
}

/** The line itself where the payload holds nothing else: an agent wraps a line that it could not parse. */
function lineOf(payload: JsonObject): string | null {
  const { message } = payload;
  if (typeof message !== 'string') return null;
  for (const key in payload) if (key !== 'message') return null;
  return withoutLineBreak(message);
}

function withoutLineBreak(line: string): string {
  return line.endsWith('\n') ? line.slice(0, -1) : line;
}

function readSeverity(object: JsonObject, payload: string | JsonObject, event: LogEvent): void {
  const word = textOf(object.severity);
  if (word === null || word === 'DEFAULT') return;
  if (typeof payload === 'object' && LEVELS.some((name) => payload[name] !== undefined)) return;
  event.severity = severityFromWord(word);
}

function readPlace(object: JsonObject, event: LogEvent): void {
  const resource = objectOf(object.resource);
  const log = textOf(object.logName);
  const labels = objectOf(resource?.labels);
  if (labels !== null) resourceFieldsOf(labels, event);
  const kind = textOf(resource?.type);
  event.type = TYPES.get(kind ?? '') ?? event.type;
  event.setAttribute('resource.type', kind?.slice(0, 128));
  if (log !== null) {
    event.setAttribute('logName', cut(log));
    const name = log.slice(log.lastIndexOf('/') + 1);
    if (name === 'stdout' || name === 'stderr') event.stream = name;
  }
  nameTellingWriter(event);
}

function readLabels(value: JsonObject[string], event: LogEvent): void {
  const labels = objectOf(value);
  if (labels === null) return;
  const host = textOf(labels['compute.googleapis.com/resource_name']) ?? textOf(labels['k8s.io/node_name']);
  event.node ??= host;
  event.decision = textOf(labels[DECISION]);
  let count = 0;
  for (const name of Object.keys(labels)) {
    count += 1;
    if (count > ATTRIBUTES_MAX) return;
    const text = labels[name];
    if (typeof text === 'string' && name !== DECISION) event.setAttribute(`labels.${name}`, cut(text));
  }
}

/** HttpRequest: sizes are texts, the latency is `0.25s`. */
function readRequest(request: JsonObject | null, event: LogEvent): void {
  if (request === null) return;
  const method = textOf(request.requestMethod);
  const url = textOf(request.requestUrl);
  const agent = textOf(request.userAgent);
  if (method !== null) setJsonField(event, 'method', method);
  if (url !== null) setJsonField(event, 'url', url);
  if (agent !== null) setJsonField(event, 'user_agent', agent);
  const status = integerOf(request.status);
  if (status !== null) setJsonField(event, 'status', status);
  event.srcIp ??= addressOf(request.remoteIp);
  event.dstIp ??= addressOf(request.serverIp);
  event.bytes ??= integerOf(request.responseSize);
  const latency = textOf(request.latency);
  if (latency !== null) event.durationMs ??= parseDuration(latency);
}

/** Where in its program the entry was written; the agent takes it out of klog's header. */
function readSource(location: JsonObject | null, event: LogEvent): void {
  const file = textOf(location?.file);
  if (file === null) return;
  const line = integerOf(location?.line);
  event.caller = cut(line === null ? file : `${file}:${line}`);
}
