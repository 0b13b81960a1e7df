import { LOG_TYPES, type LogType, logTypeFromCode } from '@/lib/events';
import { type GroupStep, resolveField } from '@/lib/query';
import { type ActiveRule, keyText, NEAR_MICROS, type RuleHit } from '@/lib/rules';
import { type Question, questionOf, questionWith } from '../answer-about';
import { rowsOfPlan } from '../plan-rows';
import { readOnly } from '../read-only';
import type { SegmentSpan } from '../segment-span';
import { type Scope, wholeSecond } from '../selection';
import type { WatchedSegment } from './watched-segments';

/** A rule with more hits than this in a segment does not tell its events apart there. */
export const HITS_MAX = 5000;

const FIGURES: GroupStep['aggregates'] = [
  { kind: 'count', field: null, parameter: null, name: 'events' },
  { kind: 'min', field: resolveField('time'), parameter: null, name: 'first' },
  { kind: 'max', field: resolveField('time'), parameter: null, name: 'last' },
];

/**
 * What a rule finds in segments, by their ids, as the columns say it. Segments in which it finds nothing are missing. Errors as `readOnly` and `rowsOfPlan`.
 */
export function storedHits(
  rule: ActiveRule,
  segments: readonly (SegmentSpan & Pick<WatchedSegment, 'storedAt'>)[],
): Promise<ReadonlyMap<number, readonly RuleHit[]>> {
  const scope: Scope = {
    ...{ query: rule.query, types: [], from: null, to: null, since: null },
    ...{ segments, everywhere: false, now: wholeSecond() },
  };
  return readOnly(async (reader) => {
    const question = await questionOf(reader, scope);
    const storedAt = new Map(segments.map((segment) => [segment.id, segment.storedAt]));
    const found = new Map<number, readonly RuleHit[]>();
    const having = await question.matching.segments();
    for (const segment of having) {
      const own = having.length === 1 ? question : await questionWith(question, { ...scope, segments: [segment] });
      const hits = await hitsIn(own, rule.by, storedAt.get(segment.id) ?? 0);
      if (hits.length > 0) found.set(segment.id, hits);
    }
    return found;
  });
}

/** What a rule finds among the events of a question; those without a time stand at `storedAt`, in microseconds. Keys are null where there are more than `HITS_MAX` hits. */
export async function hitsIn(question: Question, by: readonly string[], storedAt: number): Promise<RuleHit[]> {
  const { rows, total } = await rowsOfPlan(question, planFor(question, by), HITS_MAX, null);
  if (total <= HITS_MAX) return rows.flatMap((row) => hitOf(row, by.length, storedAt) ?? []);
  const together = await rowsOfPlan(question, planFor(question, []), HITS_MAX, null);
  return together.rows.flatMap((row) => hitOf(row, null, storedAt) ?? []);
}

/** Events by the hour, their type and what a finding is about. */
function planFor({ scope }: Question, by: readonly string[]) {
  const step: GroupStep = {
    ...{ kind: 'group', aggregates: FIGURES, by: ['type', ...by].map(resolveField) },
    ...{ bucket: { widthMs: NEAR_MICROS / 1000 }, unseenForMs: null },
  };
  return { filter: scope.query, steps: [step] };
}

/** `keys`: how many values the key has; null when events were not told apart. */
function hitOf(row: readonly unknown[], keys: number | null, storedAt: number): RuleHit | null {
  const [, type, ...rest] = row;
  const values = rest.slice(0, keys ?? 0).map((value) => keyText(isScalar(value) ? value : null));
  const [events, first, last] = rest.slice(keys ?? 0);
  if (Number(events) === 0) return null;
  const untimed = first === null || first === undefined;
  return {
    key: keys === null ? null : values,
    type: typeOf(type),
    from: untimed ? storedAt : Number(first),
    to: untimed ? storedAt : Number(last),
    events: Number(events),
    untimed,
  };
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}

function typeOf(cell: unknown): LogType {
  return LOG_TYPES.find((type) => type === cell) ?? logTypeFromCode(Number(cell));
}
