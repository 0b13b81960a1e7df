import { groupStep, parsePipeline, planOf, splitPipeline } from '@/lib/query';

/** Far enough back for all that logs hold: what a combination did "before" is anything before the range. */
const EVER = '3650d';

/** The query for those of a view's groups that did not occur before the range. */
export function newQuery(query: string): string {
  const { filter } = splitPipeline(query);
  return `${filter.trim()} | new ${fieldsOf(query).join(', ')} vs ${EVER}`;
}

/** The query for a view's groups, of those events that a filter means. */
export function deniedQuery(query: string, denied: string): string {
  const { filter } = splitPipeline(query);
  return `${filter.trim()} ${denied} | count by ${fieldsOf(query).join(', ')}`;
}

/** The fields that a view groups by, in their order. */
function fieldsOf(query: string): string[] {
  return groupStep(planOf(parsePipeline(query)))?.by.map(({ name }) => name) ?? [];
}

/** The fields whose absence from the data leaves a view without anything to draw: its keys and what its figures are of. */
export function neededFields(query: string): string[] {
  const step = groupStep(planOf(parsePipeline(query)));
  const measured =
    step?.aggregates.flatMap(({ field }) => (field === null || field.kind === 'time' ? [] : [field.name])) ?? [];
  return [...new Set([...fieldsOf(query), ...measured])];
}
