import type { ClientBase } from 'pg';
import { z } from 'zod';
import { logTypeCode, logTypeFromCode } from '@/lib/events';
import { sql } from '@/lib/query';
import { type RuleHit, stretchOf } from '@/lib/rules';
import { readOnly } from '../read-only';
import { isoFromMicros, micros, numberOf } from '../times';

/** What a rule found in a segment. */
export interface SegmentHits {
  readonly segment: number;
  readonly rule: string;
  readonly hits: readonly RuleHit[];
}

interface Row {
  readonly segment: number;
  readonly rule: string;
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly stretch: string;
  readonly type: number;
  readonly events: number;
  readonly untimed: boolean;
}

const ROWS = `jsonb_to_recordset($1::jsonb) AS new(segment int, rule text, key text, "from" timestamptz, "to" timestamptz,
  stretch timestamptz, type smallint, events int, untimed boolean)`;

/** What is about the same and within the same stretch of time stays one row: a rule that finds something every second has few. */
const WIDEN = `UPDATE rule_hit SET "from" = least(rule_hit."from", new."from"), "to" = greatest(rule_hit."to", new."to"),
    events = rule_hit.events + new.events
  FROM ${ROWS}
  WHERE rule_hit.segment = new.segment AND rule_hit.rule = new.rule AND rule_hit.key = new.key
    AND rule_hit.type = new.type AND rule_hit.untimed = new.untimed
    AND rule_hit."from" >= new.stretch AND rule_hit."from" < new.stretch + interval '1 hour'
  RETURNING rule_hit.segment, rule_hit.rule, rule_hit.key, new.stretch, rule_hit.type, rule_hit.untimed`;

const ADD = `INSERT INTO rule_hit (segment, rule, part, key, "from", "to", type, events, untimed)
  SELECT segment, rule, $2, key, "from", "to", type, events, untimed FROM ${ROWS}`;

/** Stores hits, in the transaction of the caller. `part`: the number of the first event that was looked at. */
export async function addHits(client: ClientBase, found: readonly SegmentHits[], part: number): Promise<void> {
  const rows = found.flatMap(rowsOf);
  if (rows.length === 0) return;
  const widened = part === 0 ? [] : (await client.query<Named>(WIDEN, [JSON.stringify(rows)])).rows;
  const known = new Set(widened.map((row) => nameOf({ ...row, stretch: row.stretch.toISOString() })));
  const fresh = rows.filter((row) => !known.has(nameOf({ ...row, stretch: new Date(row.stretch).toISOString() })));
  if (fresh.length > 0) await client.query(ADD, [JSON.stringify(fresh), part]);
}

type Named = Pick<Row, 'segment' | 'rule' | 'key' | 'type' | 'untimed'> & { readonly stretch: Date };

function nameOf({ segment, rule, key, stretch, type, untimed }: Omit<Named, 'stretch'> & { stretch: string }): string {
  return JSON.stringify([segment, rule, key, stretch, type, untimed]);
}

function rowsOf({ segment, rule, hits }: SegmentHits): Row[] {
  return hits.map(({ key, from, to, type, events, untimed }) => ({
    ...{ segment, rule, key: JSON.stringify(key), events, untimed },
    ...{ from: isoFromMicros(from), to: isoFromMicros(to), stretch: isoFromMicros(stretchOf(from)) },
    type: logTypeCode(type),
  }));
}

const storedKey = z.array(z.string().nullable()).nullable();

/** All hits of some rules, by rule. */
export async function hitsOf(rules: readonly string[]): Promise<ReadonlyMap<string, readonly RuleHit[]>> {
  const rows = await readOnly((reader) =>
    reader.rows<Omit<Row, 'segment' | 'stretch'>>(sql`
      SELECT rule_hit.rule, rule_hit.key, ${micros(sql`rule_hit."from"`)} AS "from", ${micros(sql`rule_hit."to"`)} AS "to",
        rule_hit.type, rule_hit.events, rule_hit.untimed
      FROM rule_hit WHERE rule_hit.rule = ANY (${rules}::text[])`),
  );
  const found = new Map<string, RuleHit[]>();
  for (const { rule, key, from, to, type, events, untimed } of rows) {
    const hit = { key: storedKey.parse(JSON.parse(key)), from: numberOf(from), to: numberOf(to), events, untimed };
    const list = found.get(rule);
    if (list === undefined) found.set(rule, [{ ...hit, type: logTypeFromCode(type) }]);
    else list.push({ ...hit, type: logTypeFromCode(type) });
  }
  return found;
}

/** A segment in which a rule found so many events. */
export interface HitSegment {
  readonly rule: string;
  readonly segment: number;
  readonly events: number;
}

/** Where rules found something, by rule and segment. */
export async function hitSegments(rules: readonly string[]): Promise<HitSegment[]> {
  const rows = await readOnly((reader) =>
    reader.rows<{ rule: string; segment: number; events: string }>(sql`
      SELECT rule_hit.rule, rule_hit.segment, sum(rule_hit.events)::text AS events FROM rule_hit
      WHERE rule_hit.rule = ANY (${rules}::text[]) GROUP BY rule_hit.rule, rule_hit.segment
      ORDER BY rule_hit.rule, rule_hit.segment`),
  );
  return rows.map(({ events, ...row }) => ({ ...row, events: Number(events) }));
}

/** How many hits rules have in a segment. */
export async function hitCounts(segment: number): Promise<Map<string, number>> {
  const rows = await readOnly((reader) =>
    reader.rows<{ rule: string; count: string }>(sql`
      SELECT rule_hit.rule, count(*)::text AS count FROM rule_hit WHERE rule_hit.segment = ${segment} GROUP BY rule_hit.rule`),
  );
  return new Map(rows.map(({ rule, count }) => [rule, Number(count)]));
}
