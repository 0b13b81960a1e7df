import type { Condition } from './condition';

/** A value as a rule's file gives it. */
export type RawValue = string | number | boolean | null;

export const LEVELS = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type Level = (typeof LEVELS)[number];

export const STATUSES = ['stable', 'test', 'experimental', 'deprecated', 'unsupported'] as const;
export type Status = (typeof STATUSES)[number];

/** What a rule, a correlation and a filter say of themselves. */
export interface RuleHead {
  readonly title: string;
  readonly id: string | null;
  /** By which others may refer to it instead of its id. */
  readonly name: string | null;
  readonly status: Status | null;
  readonly level: Level | null;
  readonly description: string | null;
  readonly author: string | null;
  readonly license: string | null;
  readonly date: string | null;
  readonly modified: string | null;
  readonly references: readonly string[];
  readonly tags: readonly string[];
  readonly falsePositives: readonly string[];
  /** Fields that whoever looks at a find wants to see, by their names in Sigma. */
  readonly fields: readonly string[];
  readonly related: readonly { readonly id: string; readonly type: string }[];
  /** Where it begins in its file, from 1. */
  readonly line: number;
}

/** Which logs a rule is about. At least one of the three is given. */
export interface LogSource {
  readonly category: string | null;
  readonly product: string | null;
  readonly service: string | null;
}

/** What is looked for under one name. */
export type Selection = SelectionGroup | DetectionItem;

export interface SelectionGroup {
  readonly kind: 'all' | 'any';
  readonly of: readonly Selection[];
}

/** `field|modifier: values`; without a field its values are keywords. */
export interface DetectionItem {
  readonly kind: 'item';
  readonly field: string | null;
  readonly modifiers: readonly string[];
  /** Empty for `field: []`. */
  readonly values: readonly RawValue[];
}

/** Selections by their names, and the conditions over them, of which one must hold. */
export interface Detection {
  readonly selections: ReadonlyMap<string, Selection>;
  readonly conditions: readonly Condition[];
}

export interface DetectionRule {
  readonly kind: 'rule';
  readonly head: RuleHead;
  readonly logSource: LogSource;
  readonly detection: Detection;
}

export const CORRELATION_TYPES = [
  'event_count',
  'value_count',
  'temporal',
  'temporal_ordered',
  'value_sum',
  'value_avg',
  'value_percentile',
  'value_median',
] as const;
export type CorrelationType = (typeof CORRELATION_TYPES)[number];

export const BOUND_NAMES = ['gt', 'gte', 'lt', 'lte', 'eq', 'neq'] as const;
export type BoundName = (typeof BOUND_NAMES)[number];

/** A bound that a figure must keep. */
export interface Bound {
  readonly is: BoundName;
  readonly value: number;
}

export interface CorrelationRule {
  readonly kind: 'correlation';
  readonly head: RuleHead;
  readonly type: CorrelationType;
  /** Ids or names of rules, or of correlations. */
  readonly rules: readonly string[];
  /** Names of fields or of aliases. */
  readonly groupBy: readonly string[];
  /** In microseconds. */
  readonly timespan: number;
  /** All of them must hold. */
  readonly bounds: readonly Bound[];
  /** A condition over the names of rules, of temporal correlations; null = the bounds count. */
  readonly condition: Condition | null;
  /** The fields whose values are counted or added up. */
  readonly fields: readonly string[];
  /** Of `value_percentile`: from 0 to 100. */
  readonly percentile: number | null;
  /** By alias and rule: the field of the rule's events. */
  readonly aliases: ReadonlyMap<string, ReadonlyMap<string, string>>;
  /** Whether the rules that it refers to raise findings by themselves as well. */
  readonly generate: boolean;
}

export interface FilterRule {
  readonly kind: 'filter';
  readonly head: RuleHead;
  readonly logSource: LogSource;
  /** Ids or names of the rules that it narrows; null = all of its log source. */
  readonly rules: readonly string[] | null;
  readonly detection: Detection;
}

export type SigmaDocument = DetectionRule | CorrelationRule | FilterRule;
