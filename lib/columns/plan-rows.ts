import { makeBits, setBit } from './bits';
import type { Codes } from './codes';
import type { ColumnLeaf, CycleLeaf, FoundLeaf, NumbersLeaf, Plan, SameLeaf } from './plan';
import { allOf, anyOf, EVERY, NONE, noneOf, type RowTest } from './row-test';
import { meansOf, yearSpans } from './time-parts';

/** What a segment can say of itself. */
export interface SegmentView {
  readonly id: number;
  /** How many numbers of events it has given out. */
  readonly rows: number;
  /** By code: how many events have it, and 1 where the leaf accepts its value. */
  values(leaf: ColumnLeaf): { readonly counts: Uint32Array; readonly accepts: Uint8Array };
  /** By code of either column: a number that only the same texts share; 0 for none. */
  sameTexts(leaf: SameLeaf): { readonly one: Uint32Array; readonly other: Uint32Array };
  codes(name: string): Codes;
  times(): Float64Array;
  /** First and last time; null when no event has one. Events without a time may be there besides. */
  extent(): { readonly first: number; readonly last: number; readonly untimed: boolean } | null;
  found(leaf: FoundLeaf): RowTest;
}

/** The test that a plan is in one segment, as simple as what the segment holds allows. */
export function planRows(plan: Plan, segment: SegmentView): RowTest {
  switch (plan.kind) {
    case 'every':
      return EVERY;
    case 'and':
      return allOf(plan.of.map((part) => planRows(part, segment)));
    case 'or':
      return anyOf(plan.of.map((part) => planRows(part, segment)));
    case 'not':
      return noneOf(planRows(plan.of, segment));
    case 'column':
      return columnRows(plan, segment);
    case 'times':
      return timeRows(plan.from, plan.to, segment);
    case 'cycle':
      return cycleRows(plan, segment);
    case 'years':
      return yearRows(plan.accepts, segment);
    case 'same':
      return sameRows(plan, segment);
    case 'numbers':
      return numberRows(plan, segment);
    case 'found':
      return segment.found(plan);
  }
}

function columnRows(leaf: ColumnLeaf, segment: SegmentView): RowTest {
  const { counts, accepts } = segment.values(leaf);
  if (leaf.orElse !== undefined && counts.length <= 1) return planRows(leaf.orElse, segment);
  let some = false;
  let all = true;
  for (let code = 0; code < counts.length; code += 1) {
    if (counts[code] === 0) continue;
    if (accepts[code] === 1) some = true;
    else all = false;
  }
  if (all) return EVERY;
  return some ? { kind: 'codes', codes: segment.codes(leaf.name), accepts } : NONE;
}

function numberRows({ known }: NumbersLeaf, { id, rows }: SegmentView): RowTest {
  const first = known.get(id) ?? 0;
  if (first === 0) return EVERY;
  if (first >= rows) return NONE;
  const bits = makeBits(rows);
  for (let n = first; n < rows; n += 1) setBit(bits, n);
  return { kind: 'bits', bits };
}

function timeRows(from: number, to: number, segment: SegmentView): RowTest {
  const extent = segment.extent();
  if (extent === null || extent.last < from || extent.first >= to) return NONE;
  if (extent.first >= from && extent.last < to && !extent.untimed) return EVERY;
  return { kind: 'time', times: segment.times(), from, to };
}

function cycleRows({ cycle }: CycleLeaf, segment: SegmentView): RowTest {
  const extent = segment.extent();
  if (extent === null) return NONE;
  const means = meansOf(cycle, extent.first, extent.last);
  if (means === 'none') return NONE;
  return means === 'all' && !extent.untimed ? EVERY : { kind: 'cycle', times: segment.times(), ...cycle };
}

function yearRows(accepts: (year: number) => boolean, segment: SegmentView): RowTest {
  const extent = segment.extent();
  if (extent === null) return NONE;
  return anyOf(yearSpans(accepts, extent.first, extent.last).map(({ from, to }) => timeRows(from, to, segment)));
}

function sameRows(leaf: SameLeaf, segment: SegmentView): RowTest {
  const { one, other } = segment.sameTexts(leaf);
  const shared = new Set(other);
  if (!one.some((number) => number !== 0 && shared.has(number))) return NONE;
  return {
    kind: 'same',
    codes: segment.codes(leaf.one),
    numbers: one,
    otherCodes: segment.codes(leaf.other),
    otherNumbers: other,
  };
}
