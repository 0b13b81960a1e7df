'use client';

import { BarChart3, EllipsisVertical, Search, X } from 'lucide-react';
import { useState } from 'react';
import { formatCount } from '@/components/text';
import { classNames, Menu, MenuItem } from '@/components/ui';
import type { FacetsAnswer } from '@/lib/interface';
import type { Clause } from '@/lib/query';
import { FacetMore } from './facet-more';
import { FacetValue } from './facet-value';
import { fieldLabel } from './facets-of-type';
import { moveAmongValues } from './move-among-values';
import { usePatternTexts } from './pattern-queries';
import type { ExplorerActions, Selection } from './use-explorer-state';

export type Facet = FacetsAnswer['fields'][string];

interface FacetSectionProps {
  field: string;
  /** Null while nothing is known. */
  facet: Facet | null;
  selection: Selection;
  /** The query's filters on this field. */
  clauses: readonly Clause[];
  colors: ReadonlyMap<string, string> | null;
  actions: ExplorerActions;
  onRemove: () => void;
}

/** One field: its values with their counts, how many there are, and the way to the rest. */
export function FacetSection(props: FacetSectionProps) {
  const { field, facet, selection, clauses, colors, actions, onRemove } = props;
  const [all, setAll] = useState(false);
  const label = fieldLabel(field);
  const values = facet?.values ?? [];
  const isEmpty = facet !== null && values.length === 0 && clauses.length === 0;
  const highest = values[0]?.count ?? 1;
  const texts = usePatternTexts(field === 'pattern' ? values.map(({ value }) => String(value)) : []);
  const excluded = clauses.filter((clause) => clause.negated);
  return (
    <section aria-label={label} className={classNames('group/facet', isEmpty ? 'pt-1' : 'pt-2.5')}>
      <header className="flex h-6 items-center gap-1">
        <h3
          className={classNames('min-w-0 flex-1 truncate text-xs font-semibold', isEmpty && 'font-normal text-faint')}
          title={isEmpty ? (facet.problem ?? `No event here has ${field}`) : field}
        >
          {label}
        </h3>
        <FacetMenu
          label={label}
          onSearch={() => setAll(true)}
          onStack={() => actions.setBreakdown(field)}
          onRemove={onRemove}
        />
        <span
          className="text-2xs text-faint"
          title={`${formatCount(facet?.distinct ?? 0)} different values, counted exactly`}
        >
          {facet === null ? '' : formatCount(facet.distinct)}
        </span>
      </header>
      {facet?.problem === undefined ? null : <p className="px-1.5 text-2xs text-faint">{facet.problem}</p>}
      {all ? (
        <FacetMore {...{ field, selection, clauses, colors, actions }} onClose={() => setAll(false)} />
      ) : (
        <ul onKeyDown={moveAmongValues}>
          {excluded.map((clause) => (
            <FacetValue
              key={`not ${clause.value}`}
              {...{ field, actions }}
              value={clause.value}
              count={null}
              share={0}
              mode="exclude"
            />
          ))}
          {values.map(({ value, count }) => (
            <FacetValue
              key={String(value)}
              {...{ field, actions, count }}
              value={String(value)}
              text={texts.get(String(value))}
              share={count / highest}
              mode={clauses.some((clause) => !clause.negated && clause.value === String(value)) ? 'include' : null}
              color={colors?.get(String(value))}
            />
          ))}
        </ul>
      )}
      {!all && facet !== null && facet.distinct > values.length ? (
        <button
          type="button"
          onClick={() => setAll(true)}
          className="px-1.5 text-2xs text-faint hover:text-text hover:underline"
        >
          {formatCount(facet.distinct - values.length)} more
        </button>
      ) : null}
    </section>
  );
}

interface FacetMenuProps {
  label: string;
  onSearch: () => void;
  onStack: () => void;
  onRemove: () => void;
}

function FacetMenu({ label, onSearch, onStack, onRemove }: FacetMenuProps) {
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Options of ${label}`}
          className="grid size-5 place-items-center rounded text-faint opacity-0 group-hover/facet:opacity-100 hover:bg-raise hover:text-text focus-visible:opacity-100 data-[state=open]:opacity-100"
        >
          <EllipsisVertical size={14} aria-hidden />
        </button>
      }
    >
      <MenuItem onSelect={onSearch}>
        <Search size={14} aria-hidden /> Search its values
      </MenuItem>
      <MenuItem onSelect={onStack}>
        <BarChart3 size={14} aria-hidden /> Stack the bars by it
      </MenuItem>
      <MenuItem onSelect={onRemove}>
        <X size={14} aria-hidden /> Remove this facet
      </MenuItem>
    </Menu>
  );
}
