import type { LogType } from '@/lib/events';
import type { Confidence, FindingLevel } from '@/lib/interface';
import type { ExampleEvent, NextQuestion, StepNeeds } from '@/lib/library';

/** What every rule of Trackway's own says of itself. Plain data; one file, one line in `built-in-rules.ts`. */
interface Head {
  /** Unique, kebab-case; never changed, as stored findings bear it. */
  readonly name: string;
  readonly title: string;
  /** What may have happened where it finds something, and how it decides, with its thresholds and where they come from. */
  readonly about: string;
  readonly level: FindingLevel;
  readonly confidence: Confidence;
  readonly types: readonly LogType[];
  /** Ids of ATT&CK version 18; none for a fault. */
  readonly techniques: readonly string[];
  /** Ids of Microsoft's threat matrix for Kubernetes, as MS-TA9006. */
  readonly matrix: readonly string[];
  readonly falsePositives: string;
  /** Where to go on from what was found. */
  readonly next: readonly NextQuestion[];
  /** Fields that it needs beside events of one of its types; what it needs of the audit log its query tells. */
  readonly needs?: Pick<StepNeeds, 'fields'>;
  /** Off until somebody turns it on: for what is usual in many clusters. */
  readonly off?: true;
}

/** A rule over events, in the query language. */
export interface BuiltInRule extends Head {
  readonly kind: 'rule';
  /** No steps behind a `|`. It names its types itself, so that it means the same wherever it is pasted. */
  readonly q: string;
  /** The fields of what a finding is about, one to four: events with the same values, near each other, are one finding. */
  readonly by: readonly string[];
  /** Raises nothing by itself, only through correlations over it. */
  readonly silent?: true;
  /** Events that it must find, and events that look like them. At least one of each. */
  readonly hits: readonly ExampleEvent[];
  readonly misses: readonly ExampleEvent[];
}

/** Many of what a rule finds, or of several rules one after the other, by the same actor within a time. */
export interface BuiltInCorrelation extends Head {
  readonly kind: 'correlation';
  /** As Sigma calls them (specification 2.1, Correlation Rules). */
  readonly type: 'event_count' | 'value_count' | 'temporal' | 'temporal_ordered';
  /** Names of built-in rules. */
  readonly rules: readonly string[];
  /** Fields of the query language. */
  readonly by: readonly string[];
  readonly withinSeconds: number;
  /** Of a count: the least that raises. */
  readonly atLeast?: number;
  /** Of `value_count`: the field whose values are counted. */
  readonly field?: string;
  /** Events with their times in seconds; each list by itself raises, or does not. */
  readonly hits: readonly (readonly TimedExample[])[];
  readonly misses: readonly (readonly TimedExample[])[];
}

export interface TimedExample extends ExampleEvent {
  readonly at: number;
}
