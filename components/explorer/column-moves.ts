import type { ColumnChoice } from './columns';

/** The columns with one put at another place; unchanged when it is no column. */
export function movedColumn(choices: readonly ColumnChoice[], id: string, place: number): readonly ColumnChoice[] {
  const moved = choices.find((choice) => choice.id === id);
  if (moved === undefined) return choices;
  const rest = choices.filter((choice) => choice.id !== id);
  const target = Math.max(0, Math.min(rest.length, place));
  return [...rest.slice(0, target), moved, ...rest.slice(target)];
}

/** What a click on a column's header sorts by next. Time begins with the latest, all else with the smallest. */
export function nextSort(sort: string, order: string): string {
  if (order === 'time') return sort === 'desc' ? 'asc' : 'desc';
  return sort === order ? `-${order}` : order;
}

/** How a column is sorted, in the words of `aria-sort`. */
export function sortOf(sort: string, order: string | null): 'ascending' | 'descending' | 'none' {
  if (order === null) return 'none';
  const name = order === 'time' ? { up: 'asc', down: 'desc' } : { up: order, down: `-${order}` };
  if (sort === name.up) return 'ascending';
  return sort === name.down ? 'descending' : 'none';
}
