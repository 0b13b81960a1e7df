import { z } from 'zod';
import { logTypeSchema } from './common';
import { confidenceSchema, levelSchema } from './findings';

/** Where a rule comes from: it is part of Trackway, or people brought it. */
export const RULE_ORIGINS = ['built-in', 'own'] as const;
/** What a rule is: a query over events, a correlation of what other rules find, or a filter that narrows others. */
export const RULE_KINDS = ['rule', 'correlation', 'filter'] as const;
/** How far a rule has looked at what was stored before it was turned on. */
export const LOOK_BACK_STATES = ['none', 'waiting', 'running', 'done', 'cancelled', 'failed'] as const;

export const ruleOrigin = z.enum(RULE_ORIGINS);
export const ruleKind = z.enum(RULE_KINDS);
export type RuleOrigin = z.infer<typeof ruleOrigin>;
export type RuleKind = z.infer<typeof ruleKind>;

/** Why a rule cannot be run at all, by kind and by the name of what is in the way. */
export const ruleRefusal = z.object({ kind: z.string(), about: z.string(), message: z.string() });
export type RuleRefusal = z.infer<typeof ruleRefusal>;

/**
 * `searched` of `of` stored events; once it was cancelled or failed, what rules that were turned on later looked through counts too.
 * `failure` says what it could not look through, and why, be it of what was stored or of what came since; null = nothing.
 */
const lookBack = z.object({
  state: z.enum(LOOK_BACK_STATES),
  searched: z.number(),
  of: z.number(),
  failure: z.string().nullable(),
});
export type LookBack = z.infer<typeof lookBack>;

/** What a list shows of a rule. */
export const ruleAnswer = z.object({
  /** The name of a built-in rule, the UUID of another. */
  id: z.string(),
  origin: ruleOrigin,
  kind: ruleKind,
  title: z.string(),
  level: levelSchema,
  confidence: confidenceSchema,
  /** What Sigma says: stable, test, experimental, deprecated, unsupported. Null for a rule that does not say. */
  status: z.string().nullable(),
  types: z.array(logTypeSchema),
  /** Of ATT&CK version 18. */
  tactics: z.array(z.string()),
  techniques: z.array(z.string()),
  /** Of Microsoft's threat matrix for Kubernetes: MS-TA9006. */
  matrix: z.array(z.string()),
  author: z.string().nullable(),
  license: z.string().nullable(),
  /** The file that it was in, within an archive with its path. */
  file: z.string().nullable(),
  on: z.boolean(),
  /** None for a rule that can be run. */
  refusals: z.array(ruleRefusal),
  /** What the data that is there lacks for the rule, a sentence each: a rule with any finds nothing, whatever happened. */
  missing: z.array(z.string()),
  /** What hides a part of what it looks for, a sentence each: a rule with any may still find something. */
  limits: z.array(z.string()),
  /** Findings that it has raised and that are there. */
  findings: z.number(),
  lookBack,
  changedAt: z.string(),
  changedBy: z.string(),
});
export type RuleAnswer = z.infer<typeof ruleAnswer>;

/** All that is known of one. */
export const ruleDetail = ruleAnswer.extend({
  /** Sigma's own id. */
  sigmaId: z.string().nullable(),
  about: z.string(),
  falsePositives: z.array(z.string()),
  references: z.array(z.string()),
  tags: z.array(z.string()),
  /** The rule as it was written: YAML, or a query for a built-in one. */
  text: z.string(),
  /** What it became, in the query language; null where it is no query, was refused or is too long to be opened. */
  q: z.string().nullable(),
  /** The query in words. */
  words: z.string().nullable(),
  /** Events that this query finds too are left out; empty = none. */
  exclude: z.string(),
  /** The fields that make up what a finding is about: events with the same values are one finding. */
  by: z.array(z.string()),
  /** Rules that a correlation refers to, correlations over this rule, filters that narrow it. */
  related: z.array(z.object({ id: z.string(), title: z.string(), as: z.enum(['part', 'correlation', 'filter']) })),
  /** Questions to go on with. */
  next: z.array(z.object({ title: z.string(), q: z.string() })),
});
export type RuleDetail = z.infer<typeof ruleDetail>;

export const rulesParameters = z.object({
  origin: ruleOrigin.optional(),
  /** `on`, `off`, `refused` or `blind` (on, but the data lacks what it needs). */
  state: z.enum(['on', 'off', 'refused', 'blind']).optional(),
  level: levelSchema.optional(),
  /** Part of title, file, author, id, tag or technique, in any case. */
  contains: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(5000).default(1000),
});
export type RulesParameters = z.infer<typeof rulesParameters>;

/** The worst and then by title. `total` passes the filter; `counts` are of all rules. */
export const rulesAnswer = z.object({
  rules: z.array(ruleAnswer),
  total: z.number(),
  counts: z.object({
    all: z.number(),
    on: z.number(),
    off: z.number(),
    refused: z.number(),
    blind: z.number(),
  }),
});
export type RulesAnswer = z.infer<typeof rulesAnswer>;

/** What is said of a rule that was handed in. */
const readRule = z.object({
  /** Null for one that was only checked. */
  id: z.string().nullable(),
  file: z.string().nullable(),
  title: z.string(),
  kind: ruleKind,
  outcome: z.enum(['added', 'changed', 'unchanged', 'checked']),
  types: z.array(logTypeSchema),
  q: z.string().nullable(),
  words: z.string().nullable(),
  refusals: z.array(ruleRefusal),
  line: z.number(),
});
export type ReadRule = z.infer<typeof readRule>;

/**
 * The answer to rules that were handed in, stored or only checked. A document that is no rule is a problem and leaves the others.
 * New rules are off.
 */
export const readRulesAnswer = z.object({
  rules: z.array(readRule),
  problems: z.array(z.object({ file: z.string().nullable(), line: z.number().nullable(), message: z.string() })),
  /** Files of an archive that are no rules by their names: counted, not read. */
  passedOver: z.number(),
});
export type ReadRulesAnswer = z.infer<typeof readRulesAnswer>;

/** Bytes that can be handed in at once: a checkout of SigmaHQ with all that is not a rule has some ten megabytes. */
export const RULES_BYTES_MAX = 128 * 1024 ** 2;

/** The name of the file whose bytes are the body: YAML, or a zip, tar or tar.gz of such. */
export const rulesUploadParameters = z.object({ name: z.string().max(1000).optional() });

/** Changes any of these. `text` only of a rule of one's own; turning a rule on looks back, unless `lookBack` is false. */
export const rulePatch = z
  .object({
    on: z.boolean().optional(),
    text: z.string().max(4_000_000).optional(),
    exclude: z.string().max(20_000).optional(),
    lookBack: z.boolean().optional(),
  })
  .refine(
    ({ on, text, exclude, lookBack: back }) => [on, text, exclude, back].some((part) => part !== undefined),
    'give `on`, `text`, `exclude` or `lookBack`',
  );
export type RulePatch = z.infer<typeof rulePatch>;

/** Turns many on or off at once: those named, or all that pass a filter as in the list. */
export const rulesPatch = z.object({
  on: z.boolean(),
  ids: z.array(z.string().max(100)).max(5000),
});
export type RulesPatch = z.infer<typeof rulesPatch>;
export const rulesPatchAnswer = z.object({ changed: z.number() });

/** Tries a rule on what is stored, without raising anything. */
export const ruleTrialParameters = z.object({
  from: z.string().max(64).optional(),
  to: z.string().max(64).optional(),
  source: z.string().max(2_000).optional(),
});
export const ruleTrialAnswer = z.object({
  /** Events that it finds, without those that are excluded. Exact. */
  events: z.number(),
  /** The findings that these would be; `exact` is false where there are too many to be told apart. */
  findings: z.number(),
  exact: z.boolean(),
  /** What findings would be about, the most events first: values in the order of `by`. */
  by: z.array(z.string()),
  subjects: z.array(z.object({ values: z.array(z.string()), events: z.number() })),
  /** Milliseconds. */
  took: z.number(),
});
export type RuleTrialAnswer = z.infer<typeof ruleTrialAnswer>;

export const ruleDeletedAnswer = z.object({ deletedFindings: z.number() });
