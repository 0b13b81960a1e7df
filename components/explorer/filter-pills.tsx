'use client';

import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import { visibleLine } from '@/components/text';
import { classNames } from '@/components/ui';
import { sourcesQuery } from '@/components/upload';
import { type Clause, clausesOf } from '@/lib/query';
import { fieldLabel } from './facets-of-type';
import { usePatternTexts } from './pattern-queries';
import { TYPE_LABELS } from './type-labels';
import type { ExplorerState } from './use-explorer-state';

interface FilterPillsProps {
  state: ExplorerState;
  onAllTypes: () => void;
}

/** What narrows the view, each removable; a filter's value can be turned into its opposite. */
export function FilterPills({ state, onAllTypes }: FilterPillsProps) {
  const { selection, actions } = state;
  const sources = useQuery({ ...sourcesQuery, enabled: selection.source !== null });
  const source = sources.data?.sources.find((each) => each.id === selection.source);
  const clauses = useMemo(() => clausesOf(selection.q), [selection.q]);
  const texts = usePatternTexts(clauses.flatMap(({ field, value }) => (field === 'pattern' ? [value] : [])));
  return (
    <ul aria-label="Filters" className="flex min-w-0 empty:hidden items-center gap-1.5 overflow-x-auto">
      {selection.type === null ? null : (
        <Pill
          name="type"
          value={TYPE_LABELS[selection.type].label}
          removeLabel="Show all types"
          onRemove={onAllTypes}
        />
      )}
      {selection.source === null ? null : (
        <Pill
          name="source"
          value={visibleLine(source?.name ?? selection.source)}
          removeLabel="Show all sources"
          onRemove={() => actions.setSource(null)}
        />
      )}
      {clauses.map((clause, place) => (
        // Values of one list share their place in the text, and one may stand there twice.
        // biome-ignore lint/suspicious/noArrayIndexKey: a pill holds no state of its own
        <ClausePill key={place} clause={clause} text={texts.get(clause.value)} state={state} />
      ))}
    </ul>
  );
}

/** `text`: what a person knows the value by, if not by itself. */
function ClausePill({ clause, text, state }: { clause: Clause; text: string | undefined; state: ExplorerState }) {
  const { field, value, negated } = clause;
  const { actions } = state;
  return (
    <Pill
      name={fieldLabel(field).toLowerCase()}
      value={`${negated ? 'not ' : ''}${visibleLine(text ?? value)}`}
      negated={negated}
      removeLabel={`Remove the filter on ${field}`}
      onFlip={() => actions.filter(field, value, negated ? 'include' : 'exclude')}
      onRemove={() => actions.unfilter(field, value)}
    />
  );
}

interface PillProps {
  name: string;
  value: string;
  negated?: boolean;
  removeLabel: string;
  onFlip?: () => void;
  onRemove: () => void;
}

function Pill({ name, value, negated = false, removeLabel, onFlip, onRemove }: PillProps) {
  const text = <span className={classNames('max-w-64 truncate', negated ? 'text-error' : 'text-text')}>{value}</span>;
  return (
    <li className="flex h-6 shrink-0 items-center gap-1.5 rounded-md bg-raise pr-0.5 pl-2 text-dim">
      {onFlip === undefined ? (
        <span className="flex gap-1.5" title={value}>
          {name} {text}
        </span>
      ) : (
        <button
          type="button"
          title={negated ? `Turn into: only ${value.slice(4)}` : `Turn into: not ${value}`}
          onClick={onFlip}
          className="flex gap-1.5 rounded-sm"
        >
          {name} {text}
        </button>
      )}
      <button
        type="button"
        aria-label={removeLabel}
        onClick={onRemove}
        className="grid size-5 place-items-center rounded text-faint hover:bg-line hover:text-text"
      >
        <X size={13} aria-hidden />
      </button>
    </li>
  );
}
