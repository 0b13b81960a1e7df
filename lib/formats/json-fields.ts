import type { LogEvent } from '@/lib/events';
import { parseCount, parseEndpoint } from './addresses';
import { setSource, setStatus } from './assign-field';
import { parseDuration } from './durations';

/** Puts a value into its field; false when the field is taken or the value does not fit it. */
type Setter = (event: LogEvent, value: string | number) => boolean;

/**
 * Gives a JSON record's value its typed field, if loggers are known to mean one by that key. Keys are dotted and in lower
 * case. What an envelope or the file's place told before is never overwritten.
 */
export function setJsonField(event: LogEvent, key: string, value: string | number | boolean): boolean {
  return typeof value === 'boolean' ? false : (FIELDS_BY_KEY.get(key)?.(event, value) ?? false);
}

type TextProperty =
  | 'cluster'
  | 'node'
  | 'namespace'
  | 'pod'
  | 'container'
  | 'component'
  | 'stream'
  | 'user'
  | 'verb'
  | 'reason'
  | 'userAgent'
  | 'host'
  | 'image'
  | 'caller'
  | 'direction';

const NAME_LENGTH_MAX = 1024;

function text(property: TextProperty): Setter {
  return (event, value) => {
    const name = String(value);
    if (event[property] !== null || name === '' || name === '-' || name.length > NAME_LENGTH_MAX) return false;
    event[property] = name;
    return true;
  };
}

function count(property: 'pid' | 'bytes' | 'packets' | 'srcPort' | 'dstPort' | 'restart'): Setter {
  return (event, value) => {
    const number = parseCount(String(value));
    if (event[property] !== null || number === null) return false;
    event[property] = number;
    return true;
  };
}

/** A duration whose key tells the unit, as milliseconds per unit. */
function duration(unit: number): Setter {
  return (event, value) => {
    const number = typeof value === 'number' ? value : Number.parseFloat(value);
    if (event.durationMs !== null || !Number.isFinite(number) || number < 0) return false;
    event.durationMs = Number((number * unit).toFixed(6));
    return true;
  };
}

const NANOSECONDS_FROM = 1_000_000;

/** A duration without a unit: Go's texts tell it; huge whole numbers are Go's nanoseconds, others milliseconds. */
function anyDuration(event: LogEvent, value: string | number): boolean {
  if (event.durationMs !== null) return false;
  if (typeof value === 'string') {
    event.durationMs = parseDuration(value);
    return event.durationMs !== null;
  }
  const inNanoseconds = Number.isInteger(value) && value >= NANOSECONDS_FROM;
  return duration(inNanoseconds ? 1e-6 : 1)(event, value);
}

function setMethod(event: LogEvent, value: string | number): boolean {
  if (event.method !== null || typeof value !== 'string' || !/^[A-Z]{3,10}$/.test(value)) return false;
  event.method = value;
  return true;
}

/** A path, or a URL that has host and path. */
function setPath(event: LogEvent, value: string | number): boolean {
  if (event.path !== null || typeof value !== 'string' || value.length > 8192) return false;
  if (value.startsWith('/')) {
    event.path = value;
    return true;
  }
  const match = /^[a-z]{2,8}:\/\/([^/?#]{1,255})([/?].*)?$/is.exec(value);
  if (match === null) return false;
  event.host ??= (match[1] ?? '').replace(/:\d{1,5}$/, '');
  event.path = match[2] ?? '/';
  return true;
}

/** A whole request line, as nginx logs it, or a path. */
function setRequest(event: LogEvent, value: string | number): boolean {
  const line = typeof value === 'string' ? /^([A-Z]{3,10}) (\S{1,8192})(?: HTTP\/[\d.]{1,3})?$/.exec(value) : null;
  if (line === null) return setPath(event, value);
  return setMethod(event, line[1] ?? '') && setPath(event, line[2] ?? '');
}

/** An address with or without port; of a chain of proxies, the first. */
function setClient(event: LogEvent, value: string | number): boolean {
  if (typeof value !== 'string') return false;
  const comma = value.indexOf(',');
  return setSource(event, comma < 0 ? value : value.slice(0, comma).trim());
}

function setDestination(event: LogEvent, value: string | number): boolean {
  const endpoint = typeof value === 'string' && event.dstIp === null ? parseEndpoint(value) : null;
  if (endpoint === null) return false;
  event.dstIp = endpoint.ip;
  event.dstPort ??= endpoint.port;
  return true;
}

/** A name, or `namespace/name`. */
function setPod(event: LogEvent, value: string | number): boolean {
  if (event.pod !== null || typeof value !== 'string' || !/^[a-z0-9.-]+(?:\/[a-z0-9.-]+)?$/.test(value)) return false;
  const slash = value.indexOf('/');
  event.pod = value.slice(slash + 1);
  if (slash > 0) event.namespace ??= value.slice(0, slash);
  return true;
}

function setProtocol(event: LogEvent, value: string | number): boolean {
  if (event.protocol !== null || typeof value !== 'string' || !/^[a-z][a-z0-9]{1,9}$/i.test(value)) return false;
  event.protocol = value.toLowerCase();
  return true;
}

const setStatusNumber: Setter = (event, value) => setStatus(event, String(value));

const KEYS: readonly (readonly [Setter, string])[] = [
  [setStatusNumber, 'status status_code statuscode http_status httpstatus response_code responsecode http.status'],
  [setStatusNumber, 'http.status_code http.response.status_code res.statuscode response.status response.status_code'],
  [setMethod, 'method http_method httpmethod request_method requestmethod http.method http.request.method req.method'],
  [setMethod, 'request.method'],
  [setPath, 'path uri url request_uri requesturi request_path url.path url.original http.target http.url http.path'],
  [setPath, 'http.route req.url request.uri request.url request.path'],
  [setRequest, 'request request_line requestline'],
  [text('host'), 'url.domain http.host request.host vhost authority server_name'],
  [
    text('user'),
    'user username user_name userid user_id user.name user.username user.id enduser.id principal usr.name',
  ],
  [text('userAgent'), 'user_agent useragent user-agent http.user_agent http.useragent http_user_agent'],
  [text('userAgent'), 'user_agent.original req.headers.user-agent'],
  [setClient, 'client_ip clientip client-ip client.ip client.address client remote_addr remoteaddr remote_ip remoteip'],
  [setClient, 'remote_address remoteaddress remote source_ip sourceip src_ip srcip source.ip source.address srcaddr'],
  [setClient, 'http.client_ip network.client.ip net.peer.ip req.remoteaddress request.remote_ip request.client_ip'],
  [
    setClient,
    'request.remote_addr ip ip_address ipaddress peer peer_address peer.address x_forwarded_for x-forwarded-for',
  ],
  [count('srcPort'), 'src_port srcport source_port source.port client_port client.port remote_port'],
  [setDestination, 'dst_ip dstip dest_ip destination_ip destination.ip destination.address dstaddr'],
  [count('dstPort'), 'dst_port dstport dest_port destination_port destination.port'],
  [setProtocol, 'proto network.transport network.protocol'],
  [text('direction'), 'network.direction'],
  [count('bytes'), 'bytes body_bytes_sent bytes_sent response_size resp_size response_bytes network.bytes'],
  [count('bytes'), 'http.response.body.bytes res.contentlength content_length'],
  [duration(1), 'duration_ms durationms latency_ms latencyms elapsed_ms elapsedms took_ms time_ms responsetime'],
  [duration(1), 'response_time_ms responsetimems request_time_ms'],
  [duration(1000), 'duration_s duration_sec duration_seconds latency_s latency_seconds elapsed_seconds request_time'],
  [duration(0.001), 'duration_us latency_us elapsed_us'],
  [duration(1e-6), 'duration_ns latency_ns elapsed_ns event.duration'],
  [anyDuration, 'duration latency elapsed took response_time'],
  [setPod, 'pod pod_name podname pod.name k8s.pod.name kubernetes.pod_name kubernetes.pod.name'],
  [
    text('namespace'),
    'namespace namespace_name pod_namespace pod.namespace k8s.namespace.name kubernetes.namespace_name',
  ],
  [text('namespace'), 'kubernetes.namespace kubernetes.namespace.name'],
  [
    text('container'),
    'container_name containername k8s.container.name kubernetes.container_name kubernetes.container.name',
  ],
  [text('node'), 'node node_name nodename node.name k8s.node.name kubernetes.host kubernetes.node.name'],
  [text('cluster'), 'cluster cluster_name cluster.name k8s.cluster.name orchestrator.cluster.name'],
  [text('image'), 'container.image.name kubernetes.container_image kubernetes.container.image'],
  [text('component'), 'service service.name service_name component app application app_name appname program'],
  [
    text('caller'),
    'caller logger logger_name loggername log.logger target category sourcecontext properties.sourcecontext code.filepath code.file.path',
  ],
  [count('pid'), 'pid process.pid process_id processid process'],
  [text('verb'), 'verb event.action'],
  [text('reason'), 'reason'],
  [text('stream'), 'stream log.iostream'],
];

const FIELDS_BY_KEY: ReadonlyMap<string, Setter> = new Map(
  KEYS.flatMap(([setter, keys]) => keys.split(' ').map((key): [string, Setter] => [key, setter])),
);
