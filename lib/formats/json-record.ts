import type { LogEvent, Severity } from '@/lib/events';
import { compactJson } from './compact-json';
import type { Json, JsonObject } from './format';
import { setJsonField } from './json-fields';
import { jsonSeverity } from './json-severity';
import { setJsonTime } from './json-time';
import { cut, isObject } from './json-value';
import type { ReadContext } from './read-context';

const ATTRIBUTES_MAX = 64;
const DEPTH_MAX = 6;

/** Keys of the same meaning, the most telling first. Dotted and in lower case. */
const TIMES = ranks(
  '@timestamp timestamp time ts @t datetime date_time eventtime event_time event.created timemillis asctime logged_at log_time',
  'instant.epochsecond timestamp.seconds time_iso8601 time_local msec created_at date t',
);
const NANOS: ReadonlyMap<string, string> = new Map([
  ['instant.epochsecond', 'instant.nanoofsecond'],
  ['timestamp.seconds', 'timestamp.nanos'],
]);
const LEVELS = ranks(
  'level severity log.level lvl loglevel log_level levelname level_name severitytext severity_text @l severity.text',
  'error_severity levelno priority fields.level @fields.lvl @fields.level',
);
const MESSAGES = ranks(
  'message msg @m short_message log.message fields.message @fields.msg @fields.message rendered_message renderedmessage',
  '@mt messagetemplate text event body log description error.message err.message exception.message error err exception',
);

/** The best value for a meaning so far. */
interface Candidate {
  key: string;
  rank: number;
  value: Json;
}

/**
 * Reads a record of any JSON logger: time, level and message by their usual keys in any case, what the field catalogue knows
 * to typed fields, the other scalars to dotted attributes, arrays to attributes as compact JSON.
 */
export function readJsonRecord(object: JsonObject, event: LogEvent, context: ReadContext): void {
  const scalars: [string, string | number | boolean][] = [];
  flatten(object, '', 0, scalars);
  const time = best(scalars, TIMES);
  if (time !== null && setJsonTime(event, context, withNanos(time, scalars))) drop(scalars, time.key);
  const level = best(scalars, LEVELS);
  const severity = level === null ? null : jsonSeverity(level.key.toLowerCase(), level.value, object);
  if (severity !== null && level !== null) {
    event.severity ??= severity;
    drop(scalars, level.key);
  }
  const message = best(scalars, MESSAGES);
  if (event.message === '' && message !== null) {
    event.message = String(message.value);
    drop(scalars, message.key);
  }
  for (const [key, value] of scalars) assign(event, key, value);
  event.severity ??= severityOfStatus(event.status);
  if (event.message === '') event.message = requestLine(event) ?? compactJson(object);
}

function assign(event: LogEvent, key: string, value: string | number | boolean): void {
  if (setJsonField(event, key.toLowerCase(), value)) return;
  event.setAttribute(key, typeof value === 'string' ? cut(value) : value);
}

/** Scalars before objects at every level, so that the budget goes to what stands near the top: time, level, message. */
function flatten(
  object: JsonObject,
  prefix: string,
  depth: number,
  scalars: [string, string | number | boolean][],
): void {
  const nested: string[] = [];
  for (const key of Object.keys(object)) {
    if (scalars.length >= ATTRIBUTES_MAX) return;
    const value = object[key];
    if (value === null || value === undefined || value === '') continue;
    if (typeof value !== 'object') scalars.push([prefix + key, value]);
    else if (isObject(value) && depth < DEPTH_MAX) nested.push(key);
    else scalars.push([prefix + key, compactJson(value)]);
  }
  for (const key of nested) {
    const value = object[key];
    if (isObject(value)) flatten(value, `${prefix}${key}.`, depth + 1, scalars);
  }
}

function best(
  scalars: readonly [string, string | number | boolean][],
  order: ReadonlyMap<string, number>,
): Candidate | null {
  let found: Candidate | null = null;
  for (const [key, value] of scalars) {
    const rank = order.get(key.toLowerCase());
    if (rank !== undefined && (found === null || rank < found.rank)) found = { key, rank, value };
  }
  return found;
}

/** Seconds whose fraction stands beside them: log4j's `instant`, protobuf's `timestamp`. */
function withNanos(time: Candidate, scalars: [string, string | number | boolean][]): Json {
  const beside = NANOS.get(time.key.toLowerCase());
  const nanos = beside === undefined ? undefined : scalars.find(([key]) => key.toLowerCase() === beside);
  if (nanos === undefined || typeof nanos[1] !== 'number' || typeof time.value !== 'number') return time.value;
  drop(scalars, nanos[0]);
  return time.value + nanos[1] / 1e9;
}

function drop(scalars: [string, string | number | boolean][], key: string): void {
  const at = scalars.findIndex(([name]) => name === key);
  if (at >= 0) scalars.splice(at, 1);
}

/** An access record without a level: the server's faults are errors, the client's warnings. */
function severityOfStatus(status: number | null): Severity | null {
  if (status === null) return null;
  if (status >= 500) return 'error';
  return status >= 400 ? 'warning' : 'info';
}

function requestLine(event: LogEvent): string | null {
  if (event.method === null || event.path === null) return null;
  return `${event.method} ${cut(event.path)}${event.status === null ? '' : ` ${event.status}`}`;
}

function ranks(...lists: readonly string[]): ReadonlyMap<string, number> {
  return new Map(lists.flatMap((list) => list.split(' ')).map((key, rank) => [key, rank]));
}
