import type { Attribute, LogType, Severity } from '@/lib/events';

/** An event as the predicate sees it. */
export interface QueryableEvent {
  readonly type: LogType;
  readonly severity: Severity | null;
  /** Microseconds since 1970-01-01T00:00:00Z. */
  readonly time: number | null;
  readonly message: string;
  /** The original record, for bare words and phrases. */
  readonly text: string;
  /**
   * The value of a catalogue field by its name, and of `line`, `lines`, `id`, `file` (the path), `source` (its name) and
   * `source.id`; null when the record does not say.
   */
  field(name: string): string | number | null;
  attribute(name: string): Attribute | null;
  /**
   * Whether any event beside which it is stored has such an attribute: if none has, the name is a path into the JSON of the
   * original. Left out: all names are attributes' names.
   */
  knowsAttribute?(name: string): boolean;
}
