import { type Plan, planQuery } from '@/lib/columns';
import { printQuery } from '@/lib/query';
import { segmentVersion } from '../segment-span';
import type { Scope } from '../selection';
import { KeptValues } from './kept-values';
import type { MemoryBudget } from './memory-budget';
import type { SegmentRows } from './segment-rows';

const ROW_BYTES = 64;

type Found = SegmentRows[] | null;

/**
 * The events that the latest questions were about. A page asks for rows, a count, a timeline and facets at once, and the same
 * again with every step back: the events are found once for all of them.
 */
export class SharedRows {
  private readonly kept: KeptValues<Found>;
  private readonly finding = new Map<string, Promise<Found>>();

  constructor(budget: MemoryBudget) {
    this.kept = new KeptValues(() => budget);
  }

  /** What is known of a scope already. */
  known(scope: Scope): Found | undefined {
    const key = keyOf(scope);
    return key === null ? undefined : this.kept.get(key);
  }

  /** What `find` gives for a scope, or gave. */
  async of(scope: Scope, find: () => Promise<Found>): Promise<Found> {
    const key = keyOf(scope);
    if (key === null) return find();
    for (;;) {
      const known = this.kept.get(key);
      if (known !== undefined) return known;
      const running = this.finding.get(key);
      if (running === undefined) break;
      // Whoever finds may be cancelled or too slow: then it is somebody else's turn.
      await running.catch(() => undefined);
    }
    const running = find();
    this.finding.set(key, running);
    try {
      const rows = await running;
      if (rows !== null) this.kept.set(key, rows, weightOf(rows));
      return rows;
    } finally {
      this.finding.delete(key);
    }
  }
}

/** What tells a scope from others; null when its answer may change while its segments do not. */
function keyOf({ query, types, from, to, since, segments, now }: Scope): string | null {
  const plan = planQuery(query, now);
  if (namesSources(plan)) return null;
  const time = [from, to].map((date) => date?.getTime() ?? null);
  const clock = asksTime(plan, TIED_TO_CLOCK) ? now.getTime() : null;
  return JSON.stringify([
    printQuery(query),
    types,
    time,
    clock,
    since?.proof ?? null,
    segments.map(segmentVersion).join(),
  ]);
}

/** A source can be given another name. */
function namesSources(plan: Plan): boolean {
  if (plan.kind === 'and' || plan.kind === 'or') return plan.of.some(namesSources);
  if (plan.kind === 'not') return namesSources(plan.of);
  return plan.kind === 'found' && plan.clause.kind === 'field' && plan.clause.field.kind === 'source';
}

/** Leaves that ask for times, and those of them that may count from the moment of the question. */
const OF_TIMES: ReadonlySet<Plan['kind']> = new Set(['times', 'cycle', 'years']);
const TIED_TO_CLOCK: ReadonlySet<Plan['kind']> = new Set(['times']);

/** Whether a plan asks for times. */
export function asksTimes(plan: Plan): boolean {
  return asksTime(plan, OF_TIMES);
}

function asksTime(plan: Plan, kinds: ReadonlySet<Plan['kind']>): boolean {
  if (plan.kind === 'and' || plan.kind === 'or') return plan.of.some((part) => asksTime(part, kinds));
  return plan.kind === 'not' ? asksTime(plan.of, kinds) : kinds.has(plan.kind);
}

function weightOf(rows: readonly SegmentRows[]): number {
  return rows.reduce((sum, { bits }) => sum + ROW_BYTES + (bits?.byteLength ?? 0), 0);
}
