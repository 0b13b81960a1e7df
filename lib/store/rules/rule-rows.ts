import type { LookBack, RuleKind, RuleOrigin } from '@/lib/interface';
import { sql } from '@/lib/query';
import type { Rows } from '../rows-over';
import { isoFromText, micros } from '../times';

/** A rule as it is stored, without its text. */
export interface RuleRow {
  readonly id: string;
  readonly origin: RuleOrigin;
  readonly kind: RuleKind;
  readonly sigmaId: string | null;
  readonly title: string;
  readonly file: string | null;
  readonly on: boolean;
  readonly exclude: string;
  readonly digest: string;
  readonly generation: number;
  readonly lookBack: LookBack['state'];
  readonly failure: string | null;
  readonly changedAt: string;
  readonly changedBy: string;
}

type Selected = Omit<RuleRow, 'generation' | 'changedAt'> & { readonly generation: string; readonly changed: string };

/** All rules, the first stored first. */
export async function ruleRows(rows: Rows): Promise<RuleRow[]> {
  const found = await rows.rows<Selected>(sql`
    SELECT rule.id, rule.origin, rule.kind, rule.sigma_id AS "sigmaId", rule.title, rule.file, rule."on", rule.exclude,
      rule.digest, rule.generation, rule.look_back AS "lookBack", rule.failure, ${micros(sql`rule.changed_at`)} AS changed,
      rule.changed_by AS "changedBy"
    FROM rule ORDER BY rule.created_at, rule.id`);
  return found.map(({ changed, generation, ...row }) => ({
    ...row,
    generation: Number(generation),
    changedAt: isoFromText(changed) ?? '',
  }));
}

/** The texts of rules, by their ids. */
export async function ruleTexts(rows: Rows, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows.rows<{ id: string; text: string }>(
    sql`SELECT rule.id, rule.text FROM rule WHERE rule.id = ANY (${ids}::text[])`,
  );
  return new Map(found.map(({ id, text }) => [id, text]));
}

/** Changes with every change to any rule. */
export async function ruleState(rows: Rows): Promise<string> {
  const [row] = await rows.rows<{ state: string }>(
    sql`SELECT coalesce(md5(string_agg(rule.id || ' ' || rule.xmin::text, ',' ORDER BY rule.id)), '') AS state FROM rule`,
  );
  return row?.state ?? '';
}
