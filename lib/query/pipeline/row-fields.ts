import { type FieldReference, resolveField } from '../field-reference';
import type { Query } from '../node';
import { DEFAULT_FIELDS, groupColumns } from './shape';
import type { GroupStep, Plan, SortKey, Step } from './steps';

/** The two parts of an event's identity, which settle ties; no field of a log has such a name. */
const SEGMENT: FieldReference = { name: '\0segment', kind: 'integer', label: 'segment', column: 'segment' };
const NUMBER: FieldReference = { name: '\0n', kind: 'integer', label: 'number', column: 'n' };

export const TIME = resolveField('time');

/** How events are ordered where nothing else is said: newest first, those without a time last. */
export const EVENT_ORDER = [TIME, SEGMENT, NUMBER].map((field) => ({ field, descending: true }));

/** Over time where time is grouped, else the largest first figure first; ties by the values of the group. */
export function groupOrder(step: GroupStep): SortKey[] {
  const columns = groupColumns(step);
  const keys = columns.slice(0, columns.length - step.aggregates.length);
  const first = columns[keys.length];
  const byFigure = step.bucket === null && first !== undefined ? [{ field: first, descending: true }] : [];
  return [...byFigure, ...keys.map((field) => ({ field, descending: false }))];
}

/** What of an event a plan needs to know, beyond its filter: the columns of the rows that its steps begin with. */
export function rowFields({ steps }: Plan): FieldReference[] {
  const end = steps.findIndex(({ kind }) => kind === 'group' || kind === 'fields');
  const ofEvents = end < 0 ? steps : steps.slice(0, end + 1);
  const ordered = end < 0 || steps[end]?.kind === 'fields' || ofEvents.some(({ kind }) => kind === 'limit');
  const shown = end < 0 ? DEFAULT_FIELDS : [];
  const named = [...shown, ...ofEvents.flatMap(stepFields), ...(ordered ? EVENT_ORDER.map(({ field }) => field) : [])];
  return named.filter((field, index) => named.findIndex(({ name }) => name === field.name) === index);
}

/** The place of a field among the columns of the rows. */
export function placeOf(columns: readonly FieldReference[], { name }: FieldReference): number {
  const place = columns.findIndex((column) => column.name === name);
  if (place < 0) throw new RangeError(`there is no column "${name}" at this place of the plan`);
  return place;
}

function stepFields(step: Step): FieldReference[] {
  switch (step.kind) {
    case 'group': {
      const arguments_ = step.aggregates.flatMap(({ field }) => (field === null ? [] : [field]));
      const needsTime = step.bucket !== null || step.unseenForMs !== null;
      return [...(needsTime ? [TIME] : []), ...step.by, ...arguments_];
    }
    case 'where':
      return conditionFields(step.query);
    case 'sort':
      return step.keys.map(({ field }) => field);
    case 'fields':
      return [...step.fields];
    case 'limit':
      return [];
  }
}

function conditionFields(query: Query): FieldReference[] {
  switch (query.kind) {
    case 'and':
    case 'or':
      return query.of.flatMap(conditionFields);
    case 'not':
      return conditionFields(query.of);
    case 'field':
      return query.matcher.kind === 'other-field' ? [query.field, query.matcher.field] : [query.field];
    default:
      return [];
  }
}
