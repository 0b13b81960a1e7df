import { severityFromWord } from '@/lib/events';
import { epochMicros } from '@/lib/formats';
import { type Identity, identify } from '@/lib/layouts';
import type { Hints } from './receiver';

type PlaceName = Exclude<keyof Identity, 'restart'>;

/** What shippers call the place that a line comes from; the same names stand for the same in labels, fields and attributes. */
const PLACES: readonly (readonly [PlaceName, string])[] = [
  ['cluster', 'cluster cluster_name k8s_cluster_name k8s.cluster.name'],
  ['node', 'node node_name nodename k8s_node_name k8s.node.name __journal__hostname host hostname'],
  ['namespace', 'namespace namespace_name kubernetes_namespace_name k8s_namespace_name k8s.namespace.name'],
  ['pod', 'pod pod_name kubernetes_pod_name k8s_pod_name k8s.pod.name'],
  ['container', 'container container_name kubernetes_container_name k8s_container_name k8s.container.name'],
  ['unit', 'unit systemd_unit _systemd_unit __journal__systemd_unit'],
  ['component', 'app component service service_name app_kubernetes_io_name service.name'],
];
const PLACE_OF: ReadonlyMap<string, PlaceName> = new Map(
  PLACES.flatMap(([place, names]) => names.split(' ').map((name): [string, PlaceName] => [name, place])),
);
const PATHS: ReadonlySet<string> = new Set(['filename', '__path__', 'log.file.path', 'log_file_path', 'source']);
const LEVELS: ReadonlySet<string> = new Set(['level', 'detected_level', 'severity', 'loglevel']);
const STREAMS: ReadonlySet<string> = new Set(['stream', 'log.iostream']);

const LABELS_MAX = 128;
const NAME_CHARACTERS_MAX = 256;
const VALUE_CHARACTERS_MAX = 1024;

type Value = string | number | boolean;

/**
 * Hints from what a shipper put beside a line: names that tell the place, the level or the path of its file are understood, the
 * others are kept as attributes. `time` in microseconds.
 */
export function hintsOf(labels: Iterable<readonly [string, unknown]>, time: number | null): Hints {
  const gathered: Gathered = { place: {}, attributes: Object.create(null), severity: null, stream: null, path: null };
  let count = 0;
  for (const [name, given] of labels) {
    const value = scalarOf(given);
    if (value === null || name === '' || name.length > NAME_CHARACTERS_MAX || count >= LABELS_MAX) continue;
    count += 1;
    gather(gathered, name, value);
  }
  const { place, path, ...rest } = gathered;
  return { ...rest, time, place: path === null ? place : { ...told(path), ...place } };
}

interface Gathered {
  readonly place: Partial<Identity>;
  readonly attributes: Record<string, Value>;
  severity: Hints['severity'];
  stream: string | null;
  path: string | null;
}

function scalarOf(given: unknown): Value | null {
  if (typeof given === 'string') return given === '' ? null : given.slice(0, VALUE_CHARACTERS_MAX);
  return typeof given === 'number' || typeof given === 'boolean' ? given : null;
}

function gather(into: Gathered, name: string, value: Value): void {
  const key = name.toLowerCase();
  const known = PLACE_OF.get(key);
  if (known !== undefined) into.place[known] ??= String(value);
  else if (LEVELS.has(key)) into.severity ??= severityFromWord(String(value));
  else if (STREAMS.has(key) && (value === 'stdout' || value === 'stderr')) into.stream ??= value;
  else {
    if (PATHS.has(key) && String(value).includes('/')) into.path ??= String(value);
    into.attributes[name] = value;
  }
}

/** What the path of the file from which a shipper read a line tells. */
function told(path: string): Partial<Identity> {
  return Object.fromEntries(Object.entries(identify(path.replace(/^\/+/, ''))).filter(([, value]) => value !== null));
}

/** Microseconds of a number of nanoseconds since the epoch, as text, since a double cannot hold it; null when it is no time of our days. */
export function microsOfNanos(text: string): number | null {
  if (!/^\d{1,20}$/.test(text)) return null;
  const micros = Number(BigInt(text) / 1000n);
  return epochMicros(micros) === micros ? micros : null;
}
