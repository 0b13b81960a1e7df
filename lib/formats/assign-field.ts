import type { LogEvent } from '@/lib/events';
import { isAddress, parseCount, parseEndpoint, parseSmallCount } from './addresses';
import { parseDuration } from './durations';
import { cut } from './json-value';
import { plainText } from './plain-text';

/** Puts a value into its field; false when the field is taken or the value does not fit it. */
type Setter = (event: LogEvent, value: string) => boolean;

/**
 * Gives an event a `key=value` of a log line: as a typed field where the key is known and the field free, else as an
 * attribute. What an envelope or the file's place told before is never overwritten.
 */
export function assignField(event: LogEvent, key: string, raw: string): void {
  const value = plainText(raw);
  if (SETTERS.get(key)?.(event, value) === true) return;
  event.setAttribute(plainText(key), cut(value));
}

/** Sets the source address and port from `10.0.0.1:443`; false, and nothing set, when it is no endpoint. */
export function setSource(event: LogEvent, value: string): boolean {
  if (event.srcIp !== null) return false;
  const endpoint = parseEndpoint(value);
  if (endpoint === null) return false;
  event.srcIp = endpoint.ip;
  event.srcPort ??= endpoint.port;
  return true;
}

/** Sets an HTTP status; false when it is no number between 100 and 599. */
export function setStatus(event: LogEvent, value: string): boolean {
  const status = parseCount(value);
  if (event.status !== null || status === null || status < 100 || status > 599) return false;
  event.status = status;
  return true;
}

type TextProperty =
  | 'namespace'
  | 'pod'
  | 'container'
  | 'node'
  | 'component'
  | 'caller'
  | 'user'
  | 'userAgent'
  | 'reason'
  | 'image';

function text(property: TextProperty): Setter {
  return (event, value) => {
    if (event[property] !== null || value === '') return false;
    event[property] = value;
    return true;
  };
}

function count(property: 'pid' | 'bytes' | 'dstPort' | 'srcPort' | 'restart'): Setter {
  return (event, value) => {
    const number = property === 'bytes' ? parseCount(value) : parseSmallCount(value);
    if (event[property] !== null || number === null) return false;
    event[property] = number;
    return true;
  };
}

/** `namespace/name`, as klog's object references have it, or a bare name. */
function setPod(event: LogEvent, value: string): boolean {
  if (event.pod !== null || value === '' || value.length > 320) return false;
  const slash = value.indexOf('/');
  if (value.indexOf('/', slash + 1) !== -1 && slash !== -1) return false;
  event.pod = value.slice(slash + 1);
  if (slash > 0) event.namespace ??= value.slice(0, slash);
  return true;
}

const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'CONNECT']);

function setMethod(event: LogEvent, value: string): boolean {
  if (event.method !== null || !METHODS.has(value)) return false;
  event.method = value;
  return true;
}

/** The API server's `verb="LIST"`, which is a method where it is one and a verb otherwise. */
function setVerb(event: LogEvent, value: string): boolean {
  if (METHODS.has(value)) return setMethod(event, value);
  if (event.verb !== null || !/^[A-Za-z]{2,20}$/.test(value)) return false;
  event.verb = value.toLowerCase();
  return true;
}

function setPath(event: LogEvent, value: string): boolean {
  if (event.path !== null || !value.startsWith('/') || value.length > 8192) return false;
  event.path = value;
  return true;
}

/** `cart.go:12`; a file or a source that is no place in the code is what the record is about. */
function setPlaceInCode(event: LogEvent, value: string): boolean {
  if (event.caller !== null || value.length > 255 || !/^\S+:\d+$/.test(value)) return false;
  event.caller = value;
  return true;
}

function setDestination(event: LogEvent, value: string): boolean {
  if (event.dstIp !== null || !isAddress(value)) return false;
  event.dstIp = value;
  return true;
}

function setDuration(event: LogEvent, value: string): boolean {
  if (event.durationMs !== null) return false;
  event.durationMs = parseDuration(value);
  return event.durationMs !== null;
}

const SETTERS: ReadonlyMap<string, Setter> = new Map<string, Setter>([
  ...named(setPod, 'pod', 'pod_name', 'podName', 'podname', 'k8s.pod.name'),
  ...named(text('namespace'), 'namespace', 'pod_namespace', 'podNamespace', 'k8s.namespace.name'),
  ...named(text('container'), 'container', 'container_name', 'containerName', 'k8s.container.name'),
  ...named(text('node'), 'node', 'nodeName', 'node_name'),
  ...named(text('component'), 'component', 'service', 'app', 'subsys'),
  ...named(text('caller'), 'caller', 'logger'),
  ...named(setPlaceInCode, 'source', 'file'),
  ...named(text('user'), 'user', 'username', 'user_name'),
  ...named(text('userAgent'), 'userAgent', 'user_agent', 'user-agent', 'http.request.useragent'),
  ...named(text('reason'), 'reason'),
  ...named(text('image'), 'image'),
  ...named(count('pid'), 'pid'),
  ...named(count('restart'), 'restartCount'),
  ...named(count('bytes'), 'bytes', 'response_size', 'http.response.written'),
  ...named(count('srcPort'), 'src_port'),
  ...named(count('dstPort'), 'dst_port'),
  ...named(setMethod, 'method', 'http.request.method'),
  ...named(setVerb, 'verb'),
  ...named(setPath, 'path', 'uri', 'URI', 'url', 'http.request.uri'),
  ...named(setStatus, 'status', 'status_code', 'statusCode', 'resp', 'code', 'http.response.status'),
  ...named(setDuration, 'duration', 'latency', 'took', 'elapsed', 'http.response.duration'),
  ...named(setSource, 'srcIP', 'src_ip', 'remote', 'remote_addr', 'remoteAddr', 'client_ip', 'clientIP', 'client'),
  ...named(setSource, 'http.request.remoteaddr', 'peer', 'remote_ip'),
  ...named(setDestination, 'dst_ip', 'dstIP'),
]);

function named(setter: Setter, ...keys: readonly string[]): [string, Setter][] {
  return keys.map((key) => [key, setter]);
}
