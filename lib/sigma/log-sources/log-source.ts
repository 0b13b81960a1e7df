import type { LogType } from '@/lib/events';

/** What stands in Trackway for a field of Sigma. Plain data. */
export interface FieldTarget {
  /** A field of the query language. */
  readonly field: string;
  /**
   * The part of a path with a query that is meant; left out: all of it. `query-or-all` is what rules for web servers call the
   * query: most of them look for paths in it.
   */
  readonly part?: 'before-question-mark' | 'query-or-all';
  /** What stands before a value, with wildcards. */
  readonly prefix?: string;
  /** Whether it holds the name of a file without the folders that rules give before it. */
  readonly isBaseName?: true;
  /** Whether its values are several, with commas between. */
  readonly isList?: true;
  /** Values that are told in another way, as queries; keys in lower case. */
  readonly values?: Readonly<Record<string, string>>;
}

/** Whether a target is the value of its field as it stands, and no part or one of several. */
export function isWhole({ part, prefix, isBaseName, isList }: FieldTarget): boolean {
  return part === undefined && prefix === undefined && isBaseName !== true && isList !== true;
}

/** One field, or several of which an event has one; a field's name alone is a target. */
export type FieldTargets = string | FieldTarget | readonly (string | FieldTarget)[];

/** Of each key: its value, `*` for any or none; left out = none. */
export interface SourcePattern {
  readonly category?: string;
  readonly product?: string;
  readonly service?: string;
}

/** How rules for a log source are understood here: one file each. Plain data. */
export interface LogSourceMapping {
  readonly name: string;
  readonly title: string;
  /** Which logs these are, in a sentence. */
  readonly about: string;
  /** What rules call it; of several mappings that fit, the first is taken. */
  readonly sources: readonly SourcePattern[];
  /** Types of the events, for whoever asks which rules a view is about. */
  readonly types: readonly LogType[];
  /** Which events these logs are, as a query. */
  readonly events: string;
  /** By the name in Sigma, of any case. */
  readonly fields: Readonly<Record<string, FieldTargets>>;
  /** Whether a field that is not named is one of the record's own, under its own name. */
  readonly ownFields: boolean;
  /** Whether those are attributes of every event, so that they are never looked for in the original. */
  readonly ownAttributes?: true;
  readonly examples: readonly MappingExample[];
}

/** A selection that finds one original record, and not another: a test and documentation at once. */
export interface MappingExample {
  /** The detection of a rule, as YAML. */
  readonly detection: string;
  readonly finds: string;
  readonly misses: string;
  /** The path of the file that the records stand in, where formats look at it. */
  readonly path?: string;
}
