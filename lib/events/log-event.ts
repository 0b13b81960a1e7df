import type { LogType } from './log-type';
import type { Severity } from './severity';

/** What was guessed about a time; a bit each, added up in `LogEvent.timeGuess`. */
export const TIME_GUESS = {
  /** The record names no year. */
  year: 1,
  /** The record names no zone. */
  zone: 2,
  /** The record names no time at all: it has its predecessor's. */
  neighbour: 4,
} as const;

/** What can decide the type of an event: its format, what its path tells, the record before it, or a person. */
export type TypeOrigin = 'format' | 'path' | 'neighbour' | 'person';

/** A value of a field without a column of its own. Nested values are flattened to dotted names by the formats. */
export type Attribute = string | number | boolean;

/**
 * One log entry. A class with every property set once, so that all events share one hidden class: the readers make
 * millions of them. Null means "the record does not say".
 */
export class LogEvent {
  /** Microseconds since 1970-01-01T00:00:00Z; null when neither the record nor its neighbours tell. */
  time: number | null = null;
  timeGuess = 0;
  /** Null until a format or the file's place decides; the reader fills in `application` last. */
  type: LogType | null = null;
  severity: Severity | null = null;
  /** What a person reads first; terminal colours removed, NUL replaced. */
  message = '';
  /** Small fields without a column, by dotted name. Never whole request bodies: those stay in the original bytes. */
  attributes: Record<string, Attribute> | null = null;
  /** Why no format read it (format `plain` only). */
  unparsed: string | null = null;

  cluster: string | null = null;
  node: string | null = null;
  namespace: string | null = null;
  pod: string | null = null;
  container: string | null = null;
  component: string | null = null;
  unit: string | null = null;
  stream: string | null = null;

  user: string | null = null;
  verb: string | null = null;
  resource: string | null = null;
  subresource: string | null = null;
  apiGroup: string | null = null;
  name: string | null = null;
  decision: string | null = null;
  reason: string | null = null;
  status: number | null = null;
  userAgent: string | null = null;
  method: string | null = null;
  path: string | null = null;
  host: string | null = null;
  durationMs: number | null = null;

  srcIp: string | null = null;
  srcPort: number | null = null;
  srcNamespace: string | null = null;
  srcPod: string | null = null;
  dstIp: string | null = null;
  dstPort: number | null = null;
  dstNamespace: string | null = null;
  dstPod: string | null = null;
  protocol: string | null = null;
  verdict: string | null = null;
  direction: string | null = null;
  bytes: number | null = null;
  packets: number | null = null;

  image: string | null = null;
  caller: string | null = null;
  pid: number | null = null;
  restart: number | null = null;
  /** Null until it is stored: the store finds it by the message. */
  pattern: string | null = null;
  format: string | null = null;
  envelope: string | null = null;

  /** What decided the type; null = nothing did. Not stored with the event, but counted. */
  typeOrigin: TypeOrigin | null = null;
  /** Records of a file with the same key are one event, if their format joins them. Not stored. */
  joinKey: string | null = null;
  /** No further record joins this one. Not stored. */
  joinEnds = false;

  /** An event that says the same and shares nothing. */
  copy(): LogEvent {
    const copy = Object.assign(new LogEvent(), this);
    if (this.attributes !== null) copy.attributes = Object.assign(noAttributes(), this.attributes);
    return copy;
  }

  /** Sets an attribute; a value that says nothing (null, undefined, empty) is left out. */
  setAttribute(name: string, value: Attribute | null | undefined): void {
    if (value === null || value === undefined || value === '') return;
    this.attributes ??= noAttributes();
    this.attributes[name] = value;
  }
}

/**
 * Attributes are named by the log, so nothing may be inherited, `__proto__` least of all. `Object.create(null)` would do as
 * well, but the engine keeps such objects as hash tables, which take twice as long to fill and to write.
 */
function Attributes() {}
Attributes.prototype = Object.create(null);
const noAttributes = (): Record<string, Attribute> => Reflect.construct(Attributes, []);
