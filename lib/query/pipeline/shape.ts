import { type FieldReference, resolveField } from '../field-reference';
import { functionOf } from '../functions';
import type { AggregateCall, GroupStep, Step } from './steps';

/** What the rows are at a place in a pipeline: events, which have any field, or rows with these columns alone. */
export type Shape =
  | { readonly kind: 'events' /** A step has left some of them out already. */; readonly limited: boolean }
  | { readonly kind: 'table'; readonly columns: readonly FieldReference[] };

export const ALL_EVENTS: Shape = { kind: 'events', limited: false };

/** What a raw table of events shows when nobody chose its columns. */
export const DEFAULT_FIELDS: readonly FieldReference[] = [
  'time',
  'type',
  'severity',
  'namespace',
  'pod',
  'message',
  'id',
].map(resolveField);

/** What the rows are behind a step. */
export function shapeAfter(step: Step, shape: Shape): Shape {
  switch (step.kind) {
    case 'group':
      return { kind: 'table', columns: groupColumns(step) };
    case 'fields':
      return { kind: 'table', columns: step.fields.map(asColumn) };
    case 'limit':
      return shape.kind === 'events' ? { kind: 'events', limited: true } : shape;
    default:
      return shape;
  }
}

/** The columns of a group's row: its time, its values, its figures. */
export function groupColumns({ bucket, by, aggregates }: GroupStep): FieldReference[] {
  return [...(bucket === null ? [] : [resolveField('time')]), ...by.map(asColumn), ...aggregates.map(aggregateColumn)];
}

/** The column of the shape with this name: exactly so, in another case, or by an alias of a field; null when none. */
export function columnNamed(columns: readonly FieldReference[], name: string): FieldReference | null {
  const lower = name.toLowerCase();
  const resolved = resolveField(name).name;
  return (
    columns.find((column) => column.name === name) ??
    columns.find((column) => column.name.toLowerCase() === lower) ??
    columns.find((column) => column.name === resolved) ??
    null
  );
}

/** What a field's values are once they stand in a table: paths, names and ids are plain texts there. */
function asColumn(field: FieldReference): FieldReference {
  const isPlain = field.kind === 'source' || field.kind === 'file' || field.kind === 'id';
  return isPlain ? { ...field, kind: 'text' } : field;
}

function aggregateColumn({ kind, field, name }: AggregateCall): FieldReference {
  return { name, label: name, column: null, ...functionOf(kind).result(field) };
}
