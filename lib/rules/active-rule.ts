import type { LogType } from '@/lib/events';
import type { Confidence, FindingLevel } from '@/lib/interface';
import type { Query } from '@/lib/query';
import type { CorrelationRule, DetectionRule, LogSourceMapping } from '@/lib/sigma';

/** What is said of a rule in the findings that it raises. */
interface ActiveHead {
  readonly id: string;
  readonly title: string;
  /** What may have happened, in words of whoever wrote it; empty where they said nothing. */
  readonly about: string;
  readonly level: FindingLevel;
  readonly confidence: Confidence;
  readonly types: readonly LogType[];
  readonly techniques: readonly string[];
  /** The fields of the query language of what a finding is about. */
  readonly by: readonly string[];
  readonly generation: number;
  /** Whether it also looks at what was stored before it was turned on. */
  readonly looksBack: boolean;
  /** Whether it raises findings by itself (Sigma correlation rules specification, Generate). */
  readonly raises: boolean;
}

/** A rule that is on and can be run: its query, without the events that people excluded. */
export interface ActiveRule extends ActiveHead {
  readonly kind: 'rule';
  readonly query: Query;
  /** The query as text; null when it is longer than a person's may be. */
  readonly text: string | null;
  readonly logSource: LogSourceMapping;
  /** As correlations know it: with the id and the name that they refer to it by. */
  readonly document: Pick<DetectionRule, 'head'>;
}

export interface ActiveCorrelation extends ActiveHead {
  readonly kind: 'correlation';
  readonly document: CorrelationRule;
}

/** All that is on and can be run. */
export interface ActiveRules {
  /** Changes whenever any of them does. */
  readonly state: string;
  readonly rules: readonly ActiveRule[];
  readonly correlations: readonly ActiveCorrelation[];
}
