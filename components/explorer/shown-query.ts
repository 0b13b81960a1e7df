import type { ShownQuery } from '@/components/collect';
import { checkPipeline, parsePipeline } from '@/lib/query';
import { writeColumns } from './columns';
import type { ExplorerState } from './use-explorer-state';

/** What the page shows, as far as a step of a hunt keeps it. */
export function shownQuery({ selection, columns, chart }: ExplorerState): ShownQuery {
  const { type, q, from, to, source } = selection;
  const piped = checkPipeline(q) === null && parsePipeline(q).stages.length > 0;
  return {
    selection: { types: type === null ? [] : [type], q, from, to, source },
    view: piped && chart !== 'table' ? 'chart' : 'table',
    chart: chart === 'table' ? null : chart,
    columns: writeColumns(columns, type),
  };
}
