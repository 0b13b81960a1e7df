import type { LogType } from '@/lib/events';
import type { Confidence, FindingLevel, RuleKind, RuleOrigin, RuleRefusal } from '@/lib/interface';
import type { NextQuestion, StepNeeds } from '@/lib/library';
import type { Query } from '@/lib/query';
import type { CorrelationRule, DetectionRule, LogSourceMapping, SigmaDocument } from '@/lib/sigma';

/** What a rule says of itself, whoever wrote it. */
export interface RuleFacts {
  readonly title: string;
  readonly about: string;
  readonly level: FindingLevel;
  readonly confidence: Confidence;
  readonly status: string | null;
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
  readonly matrix: readonly string[];
  readonly author: string | null;
  readonly license: string | null;
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly next: readonly NextQuestion[];
}

/** A rule as it can be run. */
export interface RunQuery {
  /** Without what people excluded. */
  readonly query: Query;
  /** Null when it is longer than a person's query may be. */
  readonly text: string | null;
  readonly logSource: LogSourceMapping;
  readonly document: Pick<DetectionRule, 'head'>;
}

/** A rule among all others: what it is, and whether and how it runs. */
export interface KnownRule {
  readonly id: string;
  readonly origin: RuleOrigin;
  readonly kind: RuleKind;
  readonly facts: RuleFacts;
  readonly types: readonly LogType[];
  /** The fields of what its findings are about. */
  readonly by: readonly string[];
  readonly needs: Pick<StepNeeds, 'fields'> | null;
  /** None for a rule that can be run. */
  readonly refusals: readonly RuleRefusal[];
  /** Of a rule that can be run. */
  readonly run: RunQuery | null;
  /** Of a correlation, whether or not it can be run. */
  readonly correlation: CorrelationRule | null;
  /** Sigma's document; null for a built-in rule and for a text that is none. */
  readonly document: SigmaDocument | null;
  /** Whether it raises findings by itself, when it is on. */
  readonly raises: boolean;
  /** Ids of rules that it refers to: parts of a correlation, rules that a filter narrows. */
  readonly refersTo: readonly string[];
}
