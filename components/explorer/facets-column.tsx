'use client';

import { useMemo } from 'react';
import { sliceColors } from '@/components/charts';
import { Button, classNames } from '@/components/ui';
import { type Clause, clausesOf } from '@/lib/query';
import { AddFacet } from './add-facet';
import { useFacets } from './explorer-queries';
import { FacetSection } from './facet-section';
import type { ExplorerState } from './use-explorer-state';
import { useSearch } from './use-search';

interface FacetsColumnProps {
  state: ExplorerState;
  /** False while the query cannot be read. */
  asking: boolean;
  /** The values that the bars are stacked by, to show their colours here too. */
  stackedValues: readonly string[];
  className?: string;
}

const SHOWN = 6;

/** The commonest values of a few fields among the events that match, counted exactly; each value filters in one click. */
export function FacetsColumn({ state, asking, stackedValues, className }: FacetsColumnProps) {
  const { selection, facets, by, actions } = state;
  const search = useSearch(selection, asking);
  const answer = useFacets(selection, facets, SHOWN, { enabled: asking && search.done });
  const busy = answer.isFetching || (asking && !search.done);
  const clauses = useMemo(() => clausesOf(selection.q), [selection.q]);
  const colors = useMemo(() => sliceColors(stackedValues, by), [stackedValues, by]);
  return (
    <aside
      aria-label="Facets"
      aria-busy={busy}
      className={classNames('relative flex min-h-0 flex-col overflow-y-auto border-r bg-bg px-3 pt-1 pb-3', className)}
    >
      {busy ? <div className="progress-line" /> : null}
      {answer.isError ? (
        <div role="alert" className="py-4 text-error">
          <p className="mb-2 [overflow-wrap:anywhere]">The facets could not be counted: {answer.error.message}</p>
          <Button size="small" onClick={() => void answer.refetch()}>
            Try again
          </Button>
        </div>
      ) : null}
      <div className={classNames('transition-opacity', answer.isPlaceholderData && 'opacity-60')}>
        {facets.map((field) => (
          <FacetSection
            key={field}
            field={field}
            facet={answer.data?.fields[field] ?? null}
            selection={selection}
            clauses={clauses.filter((clause: Clause) => clause.field === field)}
            colors={by === field ? colors : null}
            actions={actions}
            onRemove={() => actions.setFacets(facets.filter((each) => each !== field))}
          />
        ))}
      </div>
      <AddFacet
        shown={facets}
        onAdd={(field) => actions.setFacets([...facets, field])}
        onReset={() => actions.setFacets(null)}
      />
    </aside>
  );
}
