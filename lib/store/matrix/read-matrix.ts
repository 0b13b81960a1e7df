import { MATRIX_OF } from '@/lib/attack';
import { FINDING_LEVELS, type MatrixAnswer, type MatrixParameters } from '@/lib/interface';
import { sql } from '@/lib/query';
import { detectionProgress } from '../detections';
import { readGround } from '../library/read-ground';
import { type Reader, readOnly } from '../read-only';
import { rangeOf, wholeSecond } from '../selection';
import { NAMED_THREATS } from './cell-findings';
import { type FoundGroup, matrixOf } from './matrix-of';
import { readWatchers } from './watchers';

interface Row {
  readonly detector: string;
  readonly techniques: string[];
  readonly level: number;
  readonly count: string;
}

/** A matrix of techniques: what was found of each, what looks for it, and what this data cannot show. Throws `BadRequest`. */
export async function readMatrix(parameters: MatrixParameters, signal?: AbortSignal): Promise<MatrixAnswer> {
  const { matrix } = parameters;
  const ground = await readGround(signal);
  const watchers = await readWatchers(ground, signal);
  const { title, version, attribution } = MATRIX_OF[matrix];
  return readOnly(async (reader) => {
    const found = await foundGroups(reader, parameters);
    const filled = matrixOf(MATRIX_OF[matrix], watchers, found);
    return { matrix, title, version, attribution, ...filled, ...(await detectionProgress(reader)) };
  }, signal);
}

/** All findings but those judged benign, the many of a detector that are about the same together. */
async function foundGroups(reader: Reader, range: MatrixParameters): Promise<FoundGroup[]> {
  const { from, to } = rangeOf(range, wholeSecond());
  const conditions = [sql`finding.gone_at IS NULL`, sql`finding.verdict <> 'benign'`];
  if (from !== null) conditions.push(sql`finding."to" > ${from.toISOString()}::timestamptz`);
  if (to !== null) conditions.push(sql`finding."from" < ${to.toISOString()}::timestamptz`);
  const rows = await reader.rows<Row>(sql`
    SELECT finding.detector, finding.techniques, finding.level, count(*) AS count FROM finding
    WHERE ${sql.join(conditions, sql` AND `)} GROUP BY finding.detector, finding.techniques, finding.level`);
  return rows.map(({ detector, techniques, level, count }) => ({
    ...{ detector, techniques, count: Number(count), level: FINDING_LEVELS[level] ?? 'informational' },
    matrix: NAMED_THREATS.get(detector) ?? [],
  }));
}
