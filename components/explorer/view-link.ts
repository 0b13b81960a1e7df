import { createSerializer } from 'nuqs/server';
import { isLogType } from '@/lib/events';
import type { HuntSelection, QueryStep } from '@/lib/interface';
import { withClause } from '@/lib/query';
import { explorerParsers } from './search-params';

const serialize = createSerializer(explorerParsers);

/** The address of the explorer on what a step of a hunt is about, shown in the same way; `event` opens one of it. */
export function viewLink(
  step: Pick<QueryStep, 'selection' | 'chart' | 'columns'>,
  { event, since }: { event?: string; since?: string } = {},
): string {
  const { types, q, from, to, source } = step.selection;
  const [only] = types;
  const page = types.length === 1 && only !== undefined ? `/explore/${only}` : '/explore';
  return serialize(page, {
    q: types.length > 1 && types.length < 5 ? withTypes(q, types) : q,
    ...{ from, to, source },
    cols: step.columns,
    chart: step.chart,
    event: event ?? null,
    since: since ?? null,
  });
}

/** A page is about one type or all: of several, the query says which. */
function withTypes(q: string, types: HuntSelection['types']): string {
  return types.filter(isLogType).reduce((text, type) => withClause(text, 'type', type, 'include'), q);
}
