import type { LookBack, RuleAnswer } from '@/lib/interface';
import type { Gaps, Ground } from '@/lib/library';
import { sql } from '@/lib/query';
import { blindSpots, type KnownRule } from '@/lib/rules';
import type { Rows } from '../rows-over';
import type { RuleRow } from './rule-rows';
import type { StoredRules } from './stored-rules';

/** What answers about rules need beside the rules themselves. */
export interface RuleSurroundings {
  readonly ground: Ground;
  /** Findings by the id of the rule. */
  readonly findings: ReadonlyMap<string, number>;
  /** How many events were looked through up to which generation; segments that no rule has seen are of generation 0. */
  readonly seen: readonly { readonly generation: number; readonly events: number }[];
}

export async function surroundings(rows: Rows, ground: Ground): Promise<RuleSurroundings> {
  const findings = await rows.rows<{ rule: string; count: string }>(
    sql`SELECT substr(finding.detector, 6) AS rule, count(*) AS count FROM finding
        WHERE finding.detector LIKE 'rule:%' AND finding.gone_at IS NULL GROUP BY finding.detector`,
  );
  const seen = await rows.rows<{ generation: string; events: string }>(
    sql`SELECT coalesce(rule_segment.generation, 0) AS generation, sum(segment.events) AS events
        FROM segment LEFT JOIN rule_segment ON rule_segment.segment = segment.id
        WHERE segment.state = 'ready' GROUP BY 1`,
  );
  return {
    ground,
    findings: new Map(findings.map(({ rule, count }) => [rule, Number(count)])),
    seen: seen.map(({ generation, events }) => ({ generation: Number(generation), events: Number(events) })),
  };
}

/** What a list shows of a rule; null for a built-in one that this version does not have. */
export function ruleAnswerOf({ book }: StoredRules, row: RuleRow, around: RuleSurroundings): RuleAnswer | null {
  const known = book.rule(row.id);
  if (known === null) return null;
  const { title, level, confidence, status, tactics, techniques, matrix, author, license } = known.facts;
  return {
    ...{ id: row.id, origin: row.origin, kind: known.kind, title, level, confidence, status, author, license },
    types: [...known.types],
    ...{ tactics: [...tactics], techniques: [...techniques], matrix: [...matrix] },
    file: row.file,
    on: row.on && known.refusals.length === 0,
    refusals: [...known.refusals],
    ...gapsAnswer(blindSpots(known, book.partsOf(known), around.ground)),
    findings: around.findings.get(row.id) ?? 0,
    lookBack: lookBackOf(row, known, around),
    changedAt: row.changedAt,
    changedBy: row.changedBy,
  };
}

/** As the interface has them, which may be changed by whoever holds them. */
export function gapsAnswer({ missing, limits }: Gaps): Pick<RuleAnswer, 'missing' | 'limits'> {
  return { missing: [...missing], limits: [...limits] };
}

function lookBackOf(row: RuleRow, { kind }: KnownRule, { seen }: RuleSurroundings): LookBack {
  const of = seen.reduce((sum, { events }) => sum + events, 0);
  const through = seen.reduce((sum, { generation, events }) => sum + (generation >= row.generation ? events : 0), 0);
  const searched = row.lookBack === 'done' ? of : row.lookBack === 'none' || kind === 'filter' ? 0 : through;
  return { state: row.lookBack, searched, of, failure: row.failure };
}
