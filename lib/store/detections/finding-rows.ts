import type { Finding } from '@/lib/detections';
import { DETECTORS } from '@/lib/detections';
import { logTypeCode, logTypeFromCode } from '@/lib/events';
import type { FindingAnswer, FindingUnit, Verdict } from '@/lib/interface';
import { CONFIDENCES, FINDING_LEVELS } from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { RULE_PREFIX } from '@/lib/rules';
import { isoFromMicros, isoFromText, micros } from '../times';

/** Levels and confidences are stored by their place in the list. */
export const levelCode = (level: Finding['level']): number => FINDING_LEVELS.indexOf(level);
const confidenceCode = (confidence: Finding['confidence']): number => CONFIDENCES.indexOf(confidence);

/** What a finding says, as parameters in the order of `CLAIMS`. */
export function claimsOf(finding: Finding): unknown[] {
  return [
    ...[logTypeCode(finding.type), isoFromMicros(finding.from), isoFromMicros(finding.to)],
    ...[levelCode(finding.level), confidenceCode(finding.confidence), finding.title, finding.reason],
    ...[finding.observed, finding.expected, finding.unit ?? 'count', finding.history, finding.query, finding.events],
    ...[JSON.stringify(finding.subject), [...finding.techniques]],
  ];
}

/** The columns of what a finding says, with their types. */
export const CLAIMS = [
  ['type', 'smallint'],
  ['"from"', 'timestamptz'],
  ['"to"', 'timestamptz'],
  ['level', 'smallint'],
  ['confidence', 'smallint'],
  ['title', 'text'],
  ['reason', 'text'],
  ['observed', 'float8'],
  ['expected', 'float8'],
  ['unit', 'text'],
  ['history', 'float8'],
  ['query', 'text'],
  ['events', 'int8'],
  ['subject', 'jsonb'],
  ['techniques', 'text[]'],
] as const;

/** A row of `FINDING_ROWS`. */
export interface FindingRow {
  readonly id: string;
  readonly detector: string;
  readonly type: number;
  readonly from: string;
  readonly to: string;
  readonly level: number;
  readonly confidence: number;
  readonly title: string;
  readonly reason: string;
  readonly observed: number;
  readonly expected: number | null;
  readonly unit: FindingUnit;
  readonly history: number;
  readonly query: string;
  readonly events: string;
  readonly subject: Record<string, string>;
  readonly techniques: string[];
  readonly found: string;
  readonly changed: string | null;
  readonly verdict: Verdict;
  readonly note: string;
  readonly triaged_by: string | null;
  readonly triaged: string | null;
  /** Of the rule that raised it; null where a detector did. */
  readonly ruleTitle: string | null;
}

/** Findings, each with the rule that raised it. */
export const FINDINGS_WITH_RULES: Sql = sql`finding LEFT JOIN rule ON finding.detector = ${RULE_PREFIX} || rule.id`;

/** Selects findings for `findingAnswerOf`; a WHERE may follow. */
export const FINDING_ROWS: Sql = sql`
  SELECT finding.id, finding.detector, finding.type, ${micros(sql`finding."from"`)} AS "from",
    ${micros(sql`finding."to"`)} AS "to", finding.level, finding.confidence, finding.title, finding.reason,
    finding.observed, finding.expected, finding.unit, finding.history, finding.query, finding.events, finding.subject,
    finding.techniques, ${micros(sql`finding.found_at`)} AS found, ${micros(sql`finding.changed_at`)} AS changed,
    finding.verdict, finding.note, finding.triaged_by, ${micros(sql`finding.triaged_at`)} AS triaged,
    rule.title AS "ruleTitle"
  FROM ${FINDINGS_WITH_RULES}`;

export function findingAnswerOf(row: FindingRow): FindingAnswer {
  const { id, detector, title, reason, observed, expected, unit, history, query, subject, techniques, verdict, note } =
    row;
  return {
    ...{ id, detector, title, reason, observed, expected, unit, history, query, subject, techniques, verdict, note },
    detectorTitle: row.ruleTitle ?? DETECTORS.find(({ name }) => name === detector)?.title ?? detector,
    type: logTypeFromCode(row.type),
    from: isoFromText(row.from) ?? '',
    to: isoFromText(row.to) ?? '',
    level: FINDING_LEVELS[row.level] ?? 'informational',
    confidence: CONFIDENCES[row.confidence] ?? 'low',
    events: Number(row.events),
    foundAt: isoFromText(row.found) ?? '',
    changedAt: isoFromText(row.changed),
    triagedBy: row.triaged_by,
    triagedAt: isoFromText(row.triaged),
  };
}
