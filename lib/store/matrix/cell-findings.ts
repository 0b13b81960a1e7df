import { idInVersion18, idsWithin, isWithin, MATRIX_OF } from '@/lib/attack';
import { type Sql, sql } from '@/lib/query';
import { BUILT_IN_RULES, detectorOfRule } from '@/lib/rules';

/** What a finding or whatever raises such says of the techniques that it is about. */
export interface About {
  /** Ids of ATT&CK. */
  readonly techniques: readonly string[];
  /** Ids of Microsoft's matrix; none = those that its techniques stand for. */
  readonly matrix: readonly string[];
}

/** The ids of Microsoft's matrix that built-in rules name, by the name of the detector in their findings. */
export const NAMED_THREATS: ReadonlyMap<string, readonly string[]> = new Map(
  BUILT_IN_RULES.filter(({ matrix }) => matrix.length > 0).map(({ name, matrix }) => [detectorOfRule(name), matrix]),
);

/** A technique of one of the matrices. */
export interface CellIds {
  readonly id: string;
  /** Ids of ATT&CK. */
  readonly techniques: readonly string[];
}

/** Whether something is about a technique of a matrix. What names ids of Microsoft's matrix is about no others of it. */
export function isAbout({ techniques, matrix }: About, cell: CellIds): boolean {
  if (cell.id.startsWith('MS-') && matrix.length > 0) return matrix.includes(cell.id);
  return cell.techniques.some((technique) => techniques.some((id) => isWithin(id, technique)));
}

/** `isAbout` as a condition on findings, for an id of either matrix; null for one that is neither's. */
export function aboutSql(asked: string): Sql | null {
  const id = asked.trim().toUpperCase();
  const threat = MATRIX_OF.microsoft.tactics.flatMap(({ cells }) => cells).find((cell) => cell.id === id);
  if (threat === undefined) return /^T\d{4}(\.\d{3})?$/.test(id) ? withinSql([idInVersion18(id)]) : null;
  const naming = [...NAMED_THREATS].flatMap(([detector, matrix]) => (matrix.includes(id) ? [detector] : []));
  return sql`(finding.detector = ANY (${naming}::text[])
    OR (NOT finding.detector = ANY (${[...NAMED_THREATS.keys()]}::text[]) AND ${withinSql(threat.techniques)}))`;
}

function withinSql(techniques: readonly string[]): Sql {
  // Findings bear ids of version 18; those of rules that people brought may bear the ones of version 19.
  const ids = techniques.flatMap(idsWithin);
  return sql`EXISTS (SELECT FROM unnest(finding.techniques) AS technique WHERE technique = ANY (${ids}::text[])
    OR EXISTS (SELECT FROM unnest(${[...techniques]}::text[]) AS above WHERE starts_with(technique, above || '.')))`;
}
