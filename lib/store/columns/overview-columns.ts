import type { ColumnLeaf, ColumnValue, Plan } from '@/lib/columns';
import { LOG_TYPES, logTypeCode, severityCode } from '@/lib/events';
import { type OverviewPart, REFUSING_DECISION, REFUSING_STATUSES, REFUSING_VERDICTS } from '../overview-part';
import type { SegmentSpan } from '../segment-span';
import type { SegmentDictionary } from './column-cache';
import { bitsOf } from './found-events';
import type { SegmentRows } from './segment-rows';
import { type SelectTools, selectByPlan } from './select-columns';

const AUDIT = logTypeCode('audit');
const ERROR = severityCode('error');
const ERRORS = leaf('severity', (severity) => Number(severity) >= ERROR);
const REFUSING_DECISIONS = leaf('decision', (decision) => decision === REFUSING_DECISION);
const VERDICTS = leaf('verdict', (verdict) => REFUSING_VERDICTS.includes(String(verdict).toLowerCase()));
const STATUSES = leaf('status', (status) => REFUSING_STATUSES.includes(Number(status)));

/** What segments hold of each type; null when one of them does not keep a column that tells it. */
export async function overviewOfColumns(
  tools: SelectTools,
  segments: readonly SegmentSpan[],
): Promise<OverviewPart[] | null> {
  const types = await dictionaries(tools, segments, 'type');
  if (types === null) return null;
  const typed = segments.map((segment, index) => ({ segment, values: types[index] ?? [] }));
  const uniform = typed.flatMap(({ segment, values: [only, ...more] }) => {
    return only !== undefined && more.length === 0 ? [{ segment, type: Number(only.value) }] : [];
  });
  const mixed = typed.flatMap(({ segment, values }) => (values.length > 1 ? [segment] : []));
  const ofUniform = await uniformParts(tools, uniform);
  const ofMixed = await mixedParts(tools, mixed);
  return ofUniform === null || ofMixed === null ? null : [...ofUniform, ...ofMixed];
}

interface Uniform {
  readonly segment: SegmentSpan;
  readonly type: number;
}

/** Segments of one type, as most are: nearly all of it is counted already. */
async function uniformParts(tools: SelectTools, uniform: readonly Uniform[]): Promise<OverviewPart[] | null> {
  const segments = uniform.map(({ segment }) => segment);
  const minutes = await tools.engine.cache.minutesOf(tools.reader, segments);
  const errors = await counted(tools, segments, ERRORS);
  const refusals = await uniformRefusals(tools, uniform);
  if (errors === null || refusals === null) return null;
  return uniform.map(({ segment, type }, index) => ({
    segment: segment.id,
    type,
    events: segment.events,
    untimed: segment.events - (minutes[index]?.counts.reduce((sum, count) => sum + count, 0) ?? 0),
    from: segment.first,
    to: segment.last,
    errors: errors[index] ?? 0,
    refusals: refusals[index] ?? 0,
  }));
}

/** An event may be refused in more than one way: only where a segment knows one way alone need no event be looked at. */
async function uniformRefusals(tools: SelectTools, uniform: readonly Uniform[]): Promise<number[] | null> {
  const segments = uniform.map(({ segment }) => segment);
  const byDecision = await counted(tools, segments, REFUSING_DECISIONS);
  const byVerdict = await counted(tools, segments, VERDICTS);
  const byStatus = await counted(tools, segments, STATUSES);
  if (byDecision === null || byVerdict === null || byStatus === null) return null;
  const ways = uniform.map(({ type }, index) =>
    [byDecision[index] ?? 0, byVerdict[index] ?? 0, type === AUDIT ? (byStatus[index] ?? 0) : 0].filter(
      (count) => count > 0,
    ),
  );
  const several = segments.filter((_, index) => (ways[index]?.length ?? 0) > 1);
  const looked = await counts(tools, refused(), several);
  if (looked === null) return null;
  return segments.map(({ id }, index) => looked.get(id) ?? ways[index]?.[0] ?? 0);
}

/** Segments of several types: each is looked for. */
async function mixedParts(tools: SelectTools, segments: readonly SegmentSpan[]): Promise<OverviewPart[] | null> {
  const parts: OverviewPart[] = [];
  for (const type of segments.length === 0 ? [] : LOG_TYPES.map(logTypeCode)) {
    const ofType = leaf('type', (value) => value === type);
    const rows = await selectByPlan(tools, ofType, segments, new Map());
    const errors = await counts(tools, { kind: 'and', of: [ofType, ERRORS] }, segments);
    const refusals = await counts(tools, { kind: 'and', of: [ofType, refused()] }, segments);
    if (rows === null || errors === null || refusals === null) return null;
    const extents = await extentsOf(tools, rows);
    for (const [index, { segment, count }] of rows.entries()) {
      const { id } = segment;
      const { first = null, last = null, untimed = count } = extents[index] ?? {};
      const found = { errors: errors.get(id) ?? 0, refusals: refusals.get(id) ?? 0 };
      parts.push({ segment: id, type, events: count, untimed, from: first, to: last, ...found });
    }
  }
  return parts;
}

async function extentsOf({ engine, reader, signal }: SelectTools, rows: readonly SegmentRows[]) {
  const segments = rows.map(({ segment }) => segment);
  const times = await engine.cache.timesOf(reader, segments);
  const inputs = rows.map((row, index) => ({
    bits: bitsOf(row),
    count: row.count,
    times: times[index]?.times ?? new Float64Array(0),
  }));
  return engine.threads.run('findExtent', inputs, signal);
}

function leaf(name: string, accepts: (value: ColumnValue) => boolean): ColumnLeaf {
  return { kind: 'column', name, accepts: (value) => value !== null && accepts(value) };
}

function refused(): Plan {
  const byStatus: Plan = { kind: 'and', of: [leaf('type', (type) => type === AUDIT), STATUSES] };
  return { kind: 'or', of: [REFUSING_DECISIONS, VERDICTS, byStatus] };
}

/** How many events of each segment, by its id, a plan means. */
async function counts(
  tools: SelectTools,
  plan: Plan,
  segments: readonly SegmentSpan[],
): Promise<ReadonlyMap<number, number> | null> {
  const rows = segments.length === 0 ? [] : await selectByPlan(tools, plan, segments, new Map());
  return rows === null ? null : new Map(rows.map(({ segment, count }) => [segment.id, count]));
}

/** How many events of each segment have a value that is accepted, by its dictionary. */
async function counted(
  tools: SelectTools,
  segments: readonly SegmentSpan[],
  { name, accepts }: ColumnLeaf,
): Promise<number[] | null> {
  const all = await dictionaries(tools, segments, name);
  if (all === null) return null;
  return all.map((values) => values.reduce((sum, { value, count }) => sum + (accepts(value) ? count : 0), 0));
}

/** The values of a column in each segment, with their counts. */
async function dictionaries({ engine, reader }: SelectTools, segments: readonly SegmentSpan[], name: string) {
  const answers = await engine.cache.dictionariesOf(reader, segments, name);
  const kept = answers.flatMap((answer) => (answer === 'too-many' ? [] : [valuesOf(answer)]));
  return kept.length === answers.length ? kept : null;
}

function valuesOf({ all, numbers, counts: counted }: SegmentDictionary) {
  return Array.from(numbers, (number, index) => ({
    value: all.values[number] ?? '',
    count: counted[index + 1] ?? 0,
  })).filter(({ count }) => count > 0);
}
