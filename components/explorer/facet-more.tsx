'use client';

import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { formatCount } from '@/components/text';
import { classNames, IconButton, TextInput } from '@/components/ui';
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

const SHOWN_MAX = 200;
const CONTAINS_MAX = 256;
const TYPING_PAUSE_MS = 200;

/** The commonest 200 values of a field, or of those with a text in them: the search reaches every value there is. */
export function FacetMore({ field, selection, clauses, colors, actions, onClose }: FacetMoreProps) {
  const [search, setSearch] = useState('');
  const contains = useAfterPause(search.trim());
  const answer = useFacets(selection, [field], SHOWN_MAX, { contains });
  const facet = answer.data?.fields[field];
  const values = facet?.values ?? [];
  const highest = values.reduce((most, { count }) => Math.max(most, count), 1);
  const label = fieldLabel(field).toLowerCase();
  return (
    <div>
      <div className="relative flex items-center gap-1 pb-1">
        <TextInput
          autoFocus
          aria-label={`Search among the values of ${label}`}
          placeholder={`Search ${label}`}
          value={search}
          maxLength={CONTAINS_MAX}
          onChange={(event) => setSearch(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onClose();
          }}
          className="h-6 text-xs"
        />
        <IconButton label={`Show fewer values of ${label}`} size="small" onClick={onClose}>
          <X size={14} aria-hidden />
        </IconButton>
        {answer.isFetching ? <div className="progress-line" /> : null}
      </div>
      {answer.isError ? <p className="text-error">{answer.error.message}</p> : null}
      <ul
        aria-busy={answer.isFetching}
        className={classNames('max-h-72 overflow-y-auto transition-opacity', answer.isPlaceholderData && 'opacity-50')}
        onKeyDown={moveAmongValues}
      >
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
      <p role="status" className="px-1.5 pt-1 text-2xs text-faint">
        {facet === undefined ? 'Counting …' : summary(facet, contains)}
      </p>
    </div>
  );
}

function summary(facet: { distinct: number; missing: number; values: readonly unknown[] }, contains: string): string {
  const parts = [
    facet.distinct > facet.values.length
      ? `the first ${formatCount(facet.values.length)} of ${formatCount(facet.distinct)}; type to find others`
      : `${formatCount(facet.distinct)} ${contains === '' ? 'in all' : 'with this text'}`,
  ];
  if (facet.missing > 0) parts.push(`${formatCount(facet.missing)} events without it`);
  return [...parts, 'exact'].join(' · ');
}

/** A text once typing has paused, so that a word is one question and not one a letter. */
function useAfterPause(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
