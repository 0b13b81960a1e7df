import type { LogEvent } from '@/lib/events';
import { type Json, type JsonObject, NOT_MINE, type ObjectFormat, READ } from './format';
import { setJsonTime } from './json-time';
import { addressOf, cut, integerOf, joinedTexts, objectOf, textOf } from './json-value';
import { readTetragonArguments } from './tetragon-arguments';

/**
 * Kinds of events (api/v1/tetragon/events.proto, GetEventsResponse): what each says happened. The last ones are of versions
 * before 1.0 and of the enterprise edition.
 */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['process_exec', 'exec'],
  ['process_exit', 'exit'],
  ['process_kprobe', 'kprobe'],
  ['process_tracepoint', 'tracepoint'],
  ['process_loader', 'load'],
  ['process_uprobe', 'uprobe'],
  ['process_usdt', 'usdt'],
  ['process_lsm', 'lsm'],
  ['process_throttle', 'throttle'],
  ['process_connect', 'connect'],
  ['process_listen', 'listen'],
  ['process_accept', 'accept'],
  ['process_close', 'close'],
  ['process_dns', 'dns'],
  ['process_http', 'http'],
  ['process_tls', 'tls'],
  ['process_udp', 'udp'],
  ['rate_limit_info', 'rate limit'],
  ['test', 'test'],
]);
const UNSET = 4_294_967_295;
/** What keeps or kills the process that it met. */
const STOPPING = /^KPROBE_ACTION_(?:SIGKILL|OVERRIDE|NOTIFYENFORCER)$/;

export const tetragon: ObjectFormat = {
  name: 'tetragon',
  title: 'Tetragon events',
  about: 'Processes that start and end, and what a tracing policy caught of them: files, sockets, capabilities.',
  source: 'https://tetragon.io/docs/reference/grpc-api/, api/v1/tetragon/events.proto',
  type: 'node',
  reads: 'object',
  read(object, event, context) {
    const kind = kindOf(object);
    const body = kind === null ? null : objectOf(object[kind]);
    if (kind === null || body === null) return NOT_MINE;
    if (!(kind.startsWith('process_') || object.node_name !== undefined)) return NOT_MINE;
    const process = objectOf(body.process);
    if (process === null && kind.startsWith('process_') && kind !== 'process_throttle') return NOT_MINE;
    if (!setJsonTime(event, context, object.time)) setJsonTime(event, context, process?.start_time);
    event.type = 'node';
    event.component = 'tetragon';
    event.severity = 'info';
    event.node = textOf(object.node_name) ?? event.node;
    event.cluster = textOf(object.cluster_name) ?? event.cluster;
    event.setAttribute('event', kind);
    if (process !== null) readProcess(process, event);
    readRelative(objectOf(body.parent), 'parent', event);
    const what = readKind(body, event);
    readSeverity(kind, body, event);
    event.message = cut(`${commandOf(process)} ${KINDS.get(kind) ?? kind}${what === '' ? '' : ` ${what}`}`.trim());
    return READ;
  },
  examples: [
    {
      text: '{"process_exec":{"process":{"exec_id":"bjE6MTox","pid":77,"uid":0,"cwd":"/","binary":"/usr/bin/curl","arguments":"-s https://host.example/","flags":"execve rootcwd clone","start_time":"2024-05-06T07:08:09.1Z","auid":4294967295,"pod":{"namespace":"shop","name":"cart-0","container":{"id":"containerd://0a1b","name":"web","image":{"id":"registry.example/web@sha256:0a","name":"registry.example/web:1"}},"workload":"cart","workload_kind":"StatefulSet"},"docker":"0a1b","parent_exec_id":"bjE6MTow","cap":{"permitted":["CAP_SYS_ADMIN"],"effective":["CAP_SYS_ADMIN"]}},"parent":{"exec_id":"bjE6MTow","pid":70,"uid":0,"binary":"/bin/bash","arguments":"-i"}},"node_name":"node-1","cluster_name":"lab","time":"2024-05-06T07:08:09.123456789Z"}',
      event: {
        time: Date.UTC(2024, 4, 6, 7, 8, 9, 123) * 1000 + 456,
        type: 'node',
        severity: 'info',
        component: 'tetragon',
        cluster: 'lab',
        node: 'node-1',
        namespace: 'shop',
        pod: 'cart-0',
        container: 'web',
        image: 'registry.example/web:1',
        user: 'root',
        pid: 77,
        message: '/usr/bin/curl -s https://host.example/ exec',
        attributes: {
          event: 'process_exec',
          'process.binary': '/usr/bin/curl',
          'process.arguments': '-s https://host.example/',
          command: '/usr/bin/curl -s https://host.example/',
          'process.cwd': '/',
          'process.flags': 'execve rootcwd clone',
          'process.uid': 0,
          'process.exec_id': 'bjE6MTox',
          'process.parent_exec_id': 'bjE6MTow',
          'process.cap.effective': 'CAP_SYS_ADMIN',
          'container.id': '0a1b',
          'pod.workload': 'cart',
          'pod.workload_kind': 'StatefulSet',
          'parent.binary': '/bin/bash',
          'parent.arguments': '-i',
          'parent.command': '/bin/bash -i',
          'parent.pid': 70,
        },
      },
    },
    {
      text: '{"process_kprobe":{"process":{"pid":7,"binary":"/bin/cat","arguments":"/etc/shadow"},"function_name":"security_file_permission","args":[{"file_arg":{"path":"/etc/shadow","permission":"-rw-r-----"}},{"int_arg":4}],"action":"KPROBE_ACTION_SIGKILL","policy_name":"file-monitoring"},"node_name":"n","time":"2024-05-06T07:08:09Z"}',
      event: {
        severity: 'warning',
        decision: 'forbid',
        name: '/etc/shadow',
        message: '/bin/cat /etc/shadow kprobe security_file_permission /etc/shadow 4 KPROBE_ACTION_SIGKILL',
      },
    },
    {
      text: '{"process_kprobe":{"process":{"pid":7,"binary":"/bin/nc"},"function_name":"tcp_connect","args":[{"sock_arg":{"family":"AF_INET","type":"SOCK_STREAM","protocol":"IPPROTO_TCP","saddr":"10.0.0.7","daddr":"198.51.100.9","sport":40100,"dport":4444}}]},"time":"2024-05-06T07:08:09Z"}',
      event: { srcIp: '10.0.0.7', srcPort: 40100, dstIp: '198.51.100.9', dstPort: 4444, protocol: 'tcp' },
    },
    {
      text: '{"process_connect":{"process":{"pid":7,"binary":"/bin/nc"},"source_ip":"10.0.0.7","source_port":40100,"destination_ip":"198.51.100.9","destination_port":443,"protocol":"TCP"},"node_name":"n","time":"2024-05-06T07:08:09Z"}',
      event: {
        srcIp: '10.0.0.7',
        dstIp: '198.51.100.9',
        dstPort: 443,
        protocol: 'tcp',
        message: '/bin/nc connect 198.51.100.9:443',
      },
    },
    {
      text: '{"process_exit":{"process":{"pid":7,"binary":"/bin/nc"},"signal":"SIGSEGV","status":139},"time":"2024-05-06T07:08:09Z"}',
      event: { message: '/bin/nc exit SIGSEGV 139', severity: 'notice' },
    },
    { text: '{"process_exec":"none"}', event: null },
    { text: '{"process_exec":{"name":"no process"}}', event: null },
    { text: '{"test":{"a":1}}', event: null },
  ],
};

function kindOf(object: JsonObject): string | null {
  let looked = 0;
  for (const key in object) {
    if (KINDS.has(key)) return key;
    // It is among the first keys, and a large foreign object is no concern.
    if (++looked === 12) return null;
  }
  return null;
}

function readProcess(process: JsonObject, event: LogEvent): void {
  event.pid = integerOf(process.pid) ?? event.pid;
  const uid = integerOf(process.uid);
  const auid = integerOf(process.auid);
  event.setAttribute('process.binary', shortOf(process.binary));
  event.setAttribute('process.arguments', shortOf(process.arguments));
  event.setAttribute('command', shortOf(commandOf(process)));
  event.setAttribute('process.cwd', shortOf(process.cwd));
  event.setAttribute('process.flags', shortOf(process.flags));
  event.setAttribute('process.uid', uid);
  if (auid !== null && auid !== UNSET) event.setAttribute('process.auid', auid);
  event.setAttribute('process.exec_id', shortOf(process.exec_id));
  event.setAttribute('process.parent_exec_id', shortOf(process.parent_exec_id));
  event.setAttribute('process.cap.effective', joinedTexts(objectOf(process.cap)?.effective));
  event.user = textOf(objectOf(process.user)?.name) ?? (uid === 0 ? 'root' : uid === null ? null : String(uid));
  readPod(objectOf(process.pod), event);
  event.setAttribute('container.id', shortOf(process.docker));
}

function readPod(pod: JsonObject | null, event: LogEvent): void {
  if (pod === null) return;
  event.namespace = textOf(pod.namespace) ?? event.namespace;
  event.pod = textOf(pod.name) ?? event.pod;
  const container = objectOf(pod.container);
  event.container = textOf(container?.name) ?? event.container;
  const image = objectOf(container?.image);
  event.image = textOf(image?.name) ?? textOf(image?.id) ?? event.image;
  event.setAttribute('pod.workload', shortOf(pod.workload));
  event.setAttribute('pod.workload_kind', shortOf(pod.workload_kind));
}

function readRelative(relative: JsonObject | null, name: string, event: LogEvent): void {
  if (relative === null) return;
  event.setAttribute(`${name}.binary`, shortOf(relative.binary));
  event.setAttribute(`${name}.arguments`, shortOf(relative.arguments));
  event.setAttribute(`${name}.command`, shortOf(commandOf(relative)));
  event.setAttribute(`${name}.pid`, integerOf(relative.pid));
}

/** What is told of this kind only; answers it in a few words. */
function readKind(body: JsonObject, event: LogEvent): string {
  const words: string[] = [];
  const add = (key: string): void => {
    const value = body[key];
    const text = typeof value === 'number' ? value : shortOf(value);
    if (text === null) return;
    event.setAttribute(key, text);
    words.push(String(text));
  };
  for (const key of ['subsys', 'event', 'function_name', 'symbol', 'provider', 'name', 'path', 'signal', 'status'])
    add(key);
  readSockets(body, words, event);
  words.push(...readTetragonArguments(body.args, '', event));
  words.push(...readTetragonArguments(body.data, 'data.', event));
  const returned = objectOf(body.return);
  if (returned !== null) readTetragonArguments([returned], 'return.', event);
  const action = textOf(body.action);
  event.setAttribute('policy_name', shortOf(body.policy_name));
  event.setAttribute('message', shortOf(body.message));
  event.setAttribute('tags', joinedTexts(body.tags));
  event.setAttribute('action', action);
  if (action !== null && STOPPING.test(action)) {
    event.decision = 'forbid';
    words.push(action);
  }
  return words.join(' ');
}

/** Connections as versions before 1.0 tell them. */
function readSockets(body: JsonObject, words: string[], event: LogEvent): void {
  const protocol = textOf(body.protocol);
  if (body.destination_ip === undefined && body.source_ip === undefined && body.ip === undefined) return;
  event.srcIp = addressOf(body.source_ip) ?? event.srcIp;
  event.srcPort = portOf(body.source_port) ?? event.srcPort;
  event.dstIp = addressOf(body.destination_ip) ?? addressOf(body.ip) ?? event.dstIp;
  event.dstPort = portOf(body.destination_port) ?? portOf(body.port) ?? event.dstPort;
  if (protocol !== null) event.protocol = cut(protocol.toLowerCase());
  if (event.dstIp !== null) words.push(event.dstPort === null ? event.dstIp : `${event.dstIp}:${event.dstPort}`);
  const stats = objectOf(body.stats);
  const sent = integerOf(stats?.bytes_sent);
  const received = integerOf(stats?.bytes_received);
  event.setAttribute('bytes_sent', sent);
  event.setAttribute('bytes_received', received);
  if (sent !== null || received !== null) event.bytes = (sent ?? 0) + (received ?? 0);
}

function portOf(value: Json | undefined): number | null {
  const port = integerOf(value);
  return port !== null && port >= 0 && port <= 65_535 ? port : null;
}

/** A policy that catches something means it to be seen; one that acts even more. */
function readSeverity(kind: string, body: JsonObject, event: LogEvent): void {
  if (event.decision === 'forbid') event.severity = 'warning';
  else if (kind === 'process_exit' && textOf(body.signal) !== null) event.severity = 'notice';
  else if (textOf(body.policy_name) !== null || kind === 'process_throttle') event.severity = 'notice';
}

function commandOf(process: JsonObject | null): string {
  const binary = textOf(process?.binary) ?? '';
  const words = textOf(process?.arguments);
  return words === null ? binary : `${binary} ${cut(words)}`;
}

function shortOf(value: Json | undefined): string | null {
  const text = textOf(value);
  return text === null ? null : cut(text);
}
