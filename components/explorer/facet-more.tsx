'use client';

import { X } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '@/components/text';
import { IconButton, TextInput } from '@/components/ui';
import type { Clause } from '@/lib/query';
import { useFacets } from './explorer-queries';
import { FacetValue } from './facet-value';
import { fieldLabel } from './facets-of-type';
import { moveAmongValues } from './move-among-values';
import type { ExplorerActions, Selection } from './use-explorer-state';

interface FacetMoreProps {
  field: string;
  selection: Selection;
  clauses: readonly Clause[];
  colors: ReadonlyMap<string, string> | null;
  actions: ExplorerActions;
  onClose: () => void;
}

const MOST = 200;

/** Up to 200 values of a field, with a search among them; says so when there are more. */
export function FacetMore({ field, selection, clauses, colors, actions, onClose }: FacetMoreProps) {
  const [search, setSearch] = useState('');
  const answer = useFacets(selection, [field], MOST);
  const facet = answer.data?.fields[field];
  const wanted = search.trim().toLowerCase();
  const values = (facet?.values ?? []).filter(({ value }) => String(value).toLowerCase().includes(wanted));
  const highest = facet?.values[0]?.count ?? 1;
  const label = fieldLabel(field).toLowerCase();
  return (
    <div>
      <div className="flex items-center gap-1 pb-1">
        <TextInput
          autoFocus
          aria-label={`Search among the values of ${label}`}
          placeholder={`Search ${label}`}
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
          className="h-6 text-xs"
        />
        <IconButton label={`Show fewer values of ${label}`} size="small" onClick={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
      </div>
      {answer.isError ? <p className="text-error">{answer.error.message}</p> : null}
      <ul className="max-h-72 overflow-y-auto" onKeyDown={moveAmongValues}>
        {values.map(({ value, count }) => (
          <FacetValue
            key={String(value)}
            {...{ field, actions, count }}
            value={String(value)}
            share={count / highest}
            mode={clauses.some((clause) => !clause.negated && clause.value === String(value)) ? 'include' : null}
            color={colors?.get(String(value))}
          />
        ))}
      </ul>
      <p className="px-1.5 pt-1 text-2xs text-faint">
        {facet === undefined ? 'Counting …' : summary(facet, values.length)}
      </p>
    </div>
  );
}

function summary(facet: { distinct: number; missing: number; values: readonly unknown[] }, shown: number): string {
  const rest = facet.distinct - facet.values.length;
  const parts = [`${formatCount(shown)} of ${formatCount(facet.distinct)}`];
  if (rest > 0) parts.push(`only the ${formatCount(facet.values.length)} commonest are searched`);
  if (facet.missing > 0) parts.push(`${formatCount(facet.missing)} events without it`);
  return parts.join(' · ');
}
