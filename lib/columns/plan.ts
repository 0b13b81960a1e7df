import {
  type FieldClause,
  type FieldReference,
  type OtherField,
  type Query,
  type TextQuery,
  timeSpans,
  valueTest,
} from '@/lib/query';
import { attributeColumn, hasColumn } from './column-catalogue';
import type { ColumnValue } from './dictionary';
import { type Cycle, cycleOf } from './time-parts';

/** How a query is answered from columns: its clauses on columns and times, and those that somebody else must answer. */
export type Plan =
  | { readonly kind: 'every' }
  | { readonly kind: 'and' | 'or'; readonly of: readonly Plan[] }
  | { readonly kind: 'not'; readonly of: Plan }
  | ColumnLeaf
  | { readonly kind: 'times'; readonly from: number; readonly to: number }
  | CycleLeaf
  | YearsLeaf
  | SameLeaf
  | NumbersLeaf
  | FoundLeaf;

/** Events whose value in a column (null: none) passes a test. */
export interface ColumnLeaf {
  readonly kind: 'column';
  readonly name: string;
  /** Of a field without a column: what answers where no event of a segment has a value, and the name means something else. */
  readonly orElse?: Plan;
  accepts(value: ColumnValue | null): boolean;
}

/** Events with a time in stretches that come again and again. */
export interface CycleLeaf {
  readonly kind: 'cycle';
  readonly cycle: Cycle;
}

/** Events with a time in years that pass a test. */
export interface YearsLeaf {
  readonly kind: 'years';
  accepts(year: number): boolean;
}

/** Events that have the same text in two columns. */
export interface SameLeaf {
  readonly kind: 'same';
  readonly one: string;
  readonly other: string;
  /** Whether upper and lower case are told apart. */
  readonly cased: boolean;
}

/** Events of which a segment did not have that many numbers yet: `known` has how many each had, none is 0. */
export interface NumbersLeaf {
  readonly kind: 'numbers';
  readonly known: ReadonlyMap<number, number>;
}

/** Free text, and fields without a column: which events these are must be found by other means. */
export interface FoundLeaf {
  readonly kind: 'found';
  readonly clause: TextQuery | FieldClause;
}

/** Plans a query; `now` is what its relative times count from. */
export function planQuery(query: Query, now: Date): Plan {
  switch (query.kind) {
    case 'everything':
      return { kind: 'every' };
    case 'and':
    case 'or':
      return { kind: query.kind, of: query.of.map((part) => planQuery(part, now)) };
    case 'not':
      return { kind: 'not', of: planQuery(query.of, now) };
    case 'text':
    case 'text-regex':
      return { kind: 'found', clause: query };
    case 'field':
      return planClause(query, now);
  }
}

function planClause(clause: FieldClause, now: Date): Plan {
  const { field } = clause;
  const spans = timeSpans(clause, now);
  if (spans !== null) return { kind: 'or', of: spans.map((span) => ({ kind: 'times', ...span })) };
  if (clause.matcher.kind === 'other-field') return planTwoFields(clause, clause.matcher);
  if (field.part !== undefined) {
    const accepts = valueTest(clause, now);
    return field.part === 'year' ? { kind: 'years', accepts } : { kind: 'cycle', cycle: cycleOf(field.part, accepts) };
  }
  if (field.kind === 'attribute')
    return {
      kind: 'column',
      name: attributeColumn(field.name),
      orElse: { kind: 'found', clause },
      accepts: valueTest(clause, now),
    };
  // The column of files holds ids, of which a query knows nothing.
  if (field.kind === 'file' || field.kind === 'source' || !hasColumn(field.name)) {
    return { kind: 'found', clause };
  }
  return { kind: 'column', name: field.name, accepts: valueTest(clause, now) };
}

/** Whether one text is in another only the events themselves can say: there may be as many pairs as events. */
function planTwoFields(clause: FieldClause, { field, holds, cased }: OtherField): Plan {
  const [one, other] = [columnOf(clause.field), columnOf(field)];
  if (holds !== 'equal' || one === null || other === null) return { kind: 'found', clause };
  return { kind: 'same', one, other, cased };
}

function columnOf({ kind, name }: FieldReference): string | null {
  if (kind === 'attribute') return attributeColumn(name);
  return hasColumn(name) ? name : null;
}

/** All leaves of a plan that others must answer, in its order. */
export function foundLeaves(plan: Plan): FoundLeaf[] {
  if (plan.kind === 'found') return [plan];
  if (plan.kind === 'and' || plan.kind === 'or') return plan.of.flatMap(foundLeaves);
  if (plan.kind === 'column') return plan.orElse === undefined ? [] : foundLeaves(plan.orElse);
  return plan.kind === 'not' ? foundLeaves(plan.of) : [];
}

/** The names of the columns that a plan asks about. */
export function planColumns(plan: Plan): string[] {
  if (plan.kind === 'column') return [plan.name];
  if (plan.kind === 'same') return [...new Set([plan.one, plan.other])];
  if (plan.kind === 'and' || plan.kind === 'or') return [...new Set(plan.of.flatMap(planColumns))];
  return plan.kind === 'not' ? planColumns(plan.of) : [];
}

/** A plan that holds for every event for which the given one can hold, whatever its leaves but the known ones turn out to be. */
export function loosened(plan: Plan, known: ReadonlySet<FoundLeaf> = NONE_KNOWN): Plan {
  return bounded(plan, true, (leaf) => leaf.kind === 'found' && !known.has(leaf));
}

const NONE_KNOWN: ReadonlySet<FoundLeaf> = new Set();

/** A plan that asks for none of the columns of these names, and holds for every event for which the given one can hold. */
export function withoutColumns(plan: Plan, names: ReadonlySet<string>): Plan {
  return bounded(plan, true, (leaf) => planColumns(leaf).some((name) => names.has(name)));
}

/** From above or from below; a negation turns one into the other. */
function bounded(plan: Plan, above: boolean, isOpen: (leaf: FoundLeaf | ColumnLeaf | SameLeaf) => boolean): Plan {
  switch (plan.kind) {
    case 'found':
    case 'same':
      return isOpen(plan) ? bound(above) : plan;
    case 'and':
    case 'or':
      return { kind: plan.kind, of: plan.of.map((part) => bounded(part, above, isOpen)) };
    case 'not':
      return { kind: 'not', of: bounded(plan.of, !above, isOpen) };
    case 'column':
      if (isOpen(plan)) return bound(above);
      return plan.orElse === undefined ? plan : { ...plan, orElse: bounded(plan.orElse, above, isOpen) };
    default:
      return plan;
  }
}

function bound(above: boolean): Plan {
  return above ? { kind: 'every' } : { kind: 'or', of: [] };
}
