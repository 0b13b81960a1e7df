'use client';

import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import { cellText, parametersOf, readColumns, type Selection } from '@/components/explorer';
import { fetchAnswer } from '@/components/interface';
import {
  countAnswer,
  type EventAnswer,
  eventsAnswer,
  type HuntSnapshot,
  type QueryStep,
  queryAnswer,
} from '@/lib/interface';
import { checkPipeline, parsePipeline } from '@/lib/query';

const SHOWN = 20;
const FROZEN_ROWS = 100;
const COLUMNS_MAX = 50;
const NAME_MAX = 200;
const CELL_MAX = 2000;

/** What a step is about, as the explorer has it. */
export function selectionOf({ selection: { types, ...told } }: Pick<QueryStep, 'selection'>): Selection {
  const rest = { ...told, since: null };
  const [only] = types;
  if (types.length === 1 && only !== undefined) return { ...rest, type: only };
  return types.length === 0 ? { ...rest, type: null } : { ...rest, type: null, types };
}

/** Whether a query makes something else of its events; false for one that cannot be read. */
export function isPiped(q: string): boolean {
  return checkPipeline(q) === null && parsePipeline(q).stages.length > 0;
}

/** The newest events of a step. */
export function useNewest(selection: Selection, enabled: boolean) {
  const parameters = { ...parametersOf(selection), limit: SHOWN };
  return useQuery({
    queryKey: ['events', 'newest', parameters],
    queryFn: ({ signal }) => fetchAnswer(eventsAnswer, '/api/events', parameters, { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** What a step returns now: its exact count, and the rows of its table or of the answer behind its chart. */
export async function snapshotOf(client: QueryClient, step: QueryStep, by: string): Promise<HuntSnapshot> {
  const parameters = parametersOf(selectionOf(step));
  const ask = <Answer>(name: string, call: () => Promise<Answer>) =>
    client.fetchQuery({ queryKey: ['snapshot', name, parameters], queryFn: call, staleTime: 0 });
  const [{ count }, table] = await Promise.all([
    ask('count', () => fetchAnswer(countAnswer, '/api/count', parameters)),
    ask('table', () => tableOf(step)),
  ]);
  return { at: new Date().toISOString(), by: by.slice(0, NAME_MAX), count, ...table };
}

async function tableOf(step: QueryStep): Promise<Pick<HuntSnapshot, 'columns' | 'rows'>> {
  const selection = selectionOf(step);
  const parameters = parametersOf(selection);
  if (isPiped(step.selection.q)) {
    const { columns, rows } = await fetchAnswer(queryAnswer, '/api/query', parameters);
    return {
      columns: columns.slice(0, COLUMNS_MAX).map((name) => name.slice(0, NAME_MAX)),
      rows: rows.slice(0, FROZEN_ROWS).map((row) => row.slice(0, COLUMNS_MAX).map(cellOf)),
    };
  }
  const { events } = await fetchAnswer(eventsAnswer, '/api/events', { ...parameters, limit: FROZEN_ROWS });
  const columns = readColumns(step.columns, selection.type).map(({ id }) => id);
  return { columns, rows: events.map((event) => columns.map((id) => cellOf(frozenCell(event, id)))) };
}

function frozenCell(event: EventAnswer, column: string): string | null {
  if (column === 'time') return event.time;
  if (column === 'type') return event.type;
  if (column === 'severity') return event.severity;
  return cellText(event, column);
}

function cellOf(value: unknown): HuntSnapshot['rows'][number][number] {
  if (value === null || typeof value === 'number') return value;
  return String(value).slice(0, CELL_MAX).toWellFormed();
}
