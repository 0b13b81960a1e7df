import { DETECTORS } from '@/lib/detections';
import { BadRequest } from '@/lib/errors';
import { logTypeCode } from '@/lib/events';
import {
  type DetectorsAnswer,
  type FindingAnswer,
  type FindingHistoryAnswer,
  type FindingsAnswer,
  type FindingsParameters,
  VERDICTS,
  type Verdict,
} from '@/lib/interface';
import { type Sql, sql } from '@/lib/query';
import { aboutSql } from '../matrix/cell-findings';
import { type Reader, readOnly } from '../read-only';
import { rangeOf, wholeSecond } from '../selection';
import { isoFromText, micros } from '../times';
import { rulesAreBehind } from '../watch/watched-segments';
import { FINDING_ROWS, FINDINGS_WITH_RULES, type FindingRow, findingAnswerOf, levelCode } from './finding-rows';
import { countedSegments, stateOf } from './stored-tallies';

/** What passes where nobody says otherwise. */
const SHOWN: readonly Verdict[] = VERDICTS.filter((verdict) => verdict !== 'benign');

/** The findings that pass a filter, the worst and then the latest first. Throws `BadRequest`. */
export function readFindings(parameters: FindingsParameters, signal?: AbortSignal): Promise<FindingsAnswer> {
  return readOnly(async (reader) => {
    const verdicts = verdictsOf(parameters.verdict);
    const filter = filterOf(parameters);
    const rows =
      await reader.rows<FindingRow>(sql`${FINDING_ROWS} WHERE ${filter} AND finding.verdict = ANY (${verdicts}::text[])
      ORDER BY finding.level DESC, finding."from" DESC, finding.id LIMIT ${parameters.limit}`);
    const byVerdict = await counts(reader, filter);
    const total = verdicts.reduce((sum, verdict) => sum + byVerdict[verdict], 0);
    const all = VERDICTS.reduce((sum, verdict) => sum + byVerdict[verdict], 0);
    return { findings: rows.map(findingAnswerOf), total, hidden: all - total, byVerdict, ...(await progress(reader)) };
  }, signal);
}

/** Findings as they stood: `state` changes with every change to any of them. */
export interface AllFindings {
  readonly state: string;
  readonly findings: readonly FindingAnswer[];
}

/**
 * What is found, whatever was made of it: the latest, at most so many, and how far it is from all that there is. `known` is given
 * back where it still stands.
 */
export function readAllFindings(
  most: number,
  known: AllFindings | null,
  signal?: AbortSignal,
): Promise<Pick<FindingsAnswer, 'detectedAt' | 'behind'> & { readonly all: AllFindings }> {
  return readOnly(async (reader) => {
    const state = await stateOfFindings(reader);
    const all = known?.state === state ? known : { state, findings: await latestFindings(reader, most) };
    return { all, ...(await progress(reader)) };
  }, signal);
}

async function latestFindings(reader: Reader, most: number): Promise<FindingAnswer[]> {
  const rows = await reader.rows<FindingRow>(
    sql`${FINDING_ROWS} WHERE finding.gone_at IS NULL ORDER BY finding."from" DESC, finding.id LIMIT ${most}`,
  );
  return rows.map(findingAnswerOf);
}

async function stateOfFindings(reader: Reader): Promise<string> {
  const [row] = await reader.rows<{ state: string }>(
    sql`SELECT coalesce(md5(string_agg(finding.id || ' ' || finding.xmin::text, ',' ORDER BY finding.id)), '') AS state
        FROM finding WHERE finding.gone_at IS NULL`,
  );
  return row?.state ?? '';
}

/** What was said of a finding, the latest first; nothing for one that is not there. */
export function readFindingHistory(id: string, signal?: AbortSignal): Promise<FindingHistoryAnswer> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<{ verdict: Verdict; note: string; by: string; at: string }>(sql`
      SELECT finding_change.verdict, finding_change.note, finding_change.by, ${micros(sql`finding_change.at`)} AS at
      FROM finding_change WHERE finding_change.finding::text = ${id.toLowerCase()} ORDER BY finding_change.id DESC`);
    return { changes: rows.map((row) => ({ ...row, at: isoFromText(row.at) ?? '' })) };
  }, signal);
}

/** All detectors, and the rules that found something, with how many findings each has. */
export function readDetectors(signal?: AbortSignal): Promise<DetectorsAnswer> {
  return readOnly(async (reader) => {
    const rows = await reader.rows<{ detector: string; count: string; rule: string | null }>(sql`
      SELECT finding.detector, count(*) AS count, rule.title AS rule
      FROM ${FINDINGS_WITH_RULES}
      WHERE finding.gone_at IS NULL GROUP BY finding.detector, rule.title ORDER BY rule.title, finding.detector`);
    const found = new Map(rows.map(({ detector, count }) => [detector, Number(count)]));
    return {
      detectors: DETECTORS.map(({ name, title, about, falsePositives, types, techniques }) => ({
        ...{ name, title, about, falsePositives },
        types: [...types],
        techniques: [...techniques],
        findings: found.get(name) ?? 0,
      })),
      rules: rows.flatMap(({ detector, count, rule }) =>
        rule === null ? [] : [{ name: detector, title: rule, findings: Number(count) }],
      ),
    };
  }, signal);
}

function filterOf({ type, detector, technique, level, contains, ...range }: FindingsParameters): Sql {
  const { from, to } = rangeOf(range, wholeSecond());
  const conditions = [sql`finding.gone_at IS NULL`];
  if (type.length > 0) conditions.push(sql`finding.type = ANY (${type.map(logTypeCode)}::smallint[])`);
  if (detector !== undefined) conditions.push(sql`finding.detector = ${detector}`);
  if (technique !== undefined && technique !== '') conditions.push(isOfTechnique(technique));
  if (level !== undefined) conditions.push(sql`finding.level >= ${levelCode(level)}`);
  if (from !== null) conditions.push(sql`finding."to" > ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`finding."from" < ${to.toISOString()}::timestamptz`);
  if (contains !== undefined && contains !== '') conditions.push(holds(contains));
  return sql.join(conditions, sql` AND `);
}

function isOfTechnique(id: string): Sql {
  const condition = aboutSql(id);
  if (condition !== null) return condition;
  throw new BadRequest(
    'technique: use an id of ATT&CK, as T1611 or T1552.007, or of the matrix of Microsoft, as MS-TA9006',
  );
}

function holds(text: string): Sql {
  const all = sql`finding.title || ' ' || finding.reason || ' ' || finding.subject::text`;
  return sql`strpos(lower(${all}), lower(${text}::text)) > 0`;
}

function verdictsOf(text: string | undefined): readonly Verdict[] {
  const names = (text ?? '').split(',').filter((name) => name !== '');
  if (names.length === 0) return SHOWN;
  const verdicts = VERDICTS.filter((verdict) => names.includes(verdict));
  if (verdicts.length === new Set(names).size) return verdicts;
  throw new BadRequest(`verdict: use ${VERDICTS.join(', ')}, or several with commas between them`);
}

async function counts(reader: Reader, filter: Sql): Promise<Record<Verdict, number>> {
  const rows = await reader.rows<{ verdict: Verdict; count: string }>(
    sql`SELECT finding.verdict, count(*) AS count FROM finding WHERE ${filter} GROUP BY finding.verdict`,
  );
  const found: Record<Verdict, number> = { open: 0, benign: 0, suspicious: 0, evidence: 0 };
  for (const { verdict, count } of rows) found[verdict] = Number(count);
  return found;
}

/** When findings were last made from all that there is, and whether more is waiting. */
export async function progress(reader: Reader): Promise<Pick<FindingsAnswer, 'detectedAt' | 'behind'>> {
  const [row] = await reader.rows<{ state: string; at: string }>(
    sql`SELECT detection.state, ${micros(sql`greatest(detection.at, detection.rules_at)`)} AS at FROM detection`,
  );
  const state = stateOf(await countedSegments(reader));
  return {
    detectedAt: isoFromText(row?.at ?? null),
    behind: state !== (row?.state ?? '') || (await rulesAreBehind(reader)),
  };
}
