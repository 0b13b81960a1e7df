// biome-ignore-all lint/a11y/useSemanticElements: its rows hold more than cells of a <table> can tell
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its current row
'use client';

import { type KeyboardEvent, type RefObject, useState } from 'react';
import { formatCount, formatCounted } from '@/components/text';
import { type Zone, zoneLabel } from '@/components/time';
import { Button, classNames, EmptyState } from '@/components/ui';
import type { PatternOrder, PatternsAnswer } from '@/lib/interface';
import { usePatterns } from './pattern-queries';
import { PATTERN_COLUMNS, PatternRow, patternRowId } from './pattern-row';
import { PatternsSummary, WITHOUT_MEANS } from './patterns-summary';
import type { ExplorerState } from './use-explorer-state';
import type { View } from './use-view';

interface PatternsPanelProps {
  /** The scrolling element, which has the focus and the keys. */
  scroller: RefObject<HTMLDivElement | null>;
  state: ExplorerState;
  view: View;
  zone: Zone;
  order: PatternOrder;
  /** Shown when no event matches at all. */
  noEvents: React.ReactNode;
}

const SHOWN = 200;
const SHOWN_MAX = 1000;
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1, PageDown: 20, PageUp: -20 };

/** What the matching messages have in common, in the place of the events. */
export function PatternsPanel({ scroller, state, view, zone, order, noEvents }: PatternsPanelProps) {
  const { selection, actions } = state;
  const [limit, setLimit] = useState(SHOWN);
  const [chosen, setChosen] = useState<string | null>(null);
  const asking = view.fault === null && view.search.done;
  const { data, isError, error, isFetching, isPlaceholderData, refetch } = usePatterns(selection, order, limit, asking);
  const patterns = data?.patterns ?? [];
  const current = patterns.findIndex(({ id }) => id === chosen);
  const only = (id: string) => actions.filterPattern(id, 'include');
  const hide = (id: string) => {
    setChosen(patterns[current + 1]?.id ?? patterns[current - 1]?.id ?? null);
    actions.filterPattern(id, 'exclude');
  };
  const moveTo = (place: number) => {
    const target = patterns[Math.max(0, Math.min(patterns.length - 1, place))];
    if (target === undefined) return;
    setChosen(target.id);
    document.getElementById(patternRowId(target.id))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isButton = event.target instanceof HTMLButtonElement;
    const step = STEPS[event.key];
    const pattern = patterns[current];
    if (step !== undefined) moveTo(current + step);
    else if (event.key === 'Home' || event.key === 'g') moveTo(0);
    else if (event.key === 'End') moveTo(patterns.length - 1);
    else if (event.key === 'Enter' && pattern !== undefined && !isButton) only(pattern.id);
    else if (event.key === '-' && pattern !== undefined) hide(pattern.id);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  if (isError) {
    return (
      <EmptyState
        title="The patterns could not be read"
        tone="error"
        action={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        {error.message}
      </EmptyState>
    );
  }
  if (data === undefined) return <p className="px-4 py-3 text-faint">Counting …</p>;
  return (
    <div className="flex min-h-0 min-w-0 flex-col" aria-busy={isFetching}>
      <PatternsSummary answer={data} order={order} stale={isPlaceholderData} onOrder={actions.showPatterns} />
      <div className="relative min-h-0 flex-1">
        {isFetching ? <div className="progress-line z-20" /> : null}
        <div
          ref={scroller}
          role="grid"
          tabIndex={0}
          aria-label="Patterns"
          aria-rowcount={data.total + 1}
          aria-activedescendant={current >= 0 && chosen !== null ? patternRowId(chosen) : undefined}
          onKeyDown={onKeyDown}
          className="absolute inset-0 overflow-y-auto focus-visible:outline-offset-[-2px]"
        >
          <Header note={zoneLabel(zone, Date.parse(patterns[0]?.last ?? '') || 0)} />
          <div role="rowgroup" className={classNames('transition-opacity', isPlaceholderData && 'opacity-50')}>
            {patterns.map((pattern, index) => (
              <PatternRow
                key={pattern.id}
                {...{ pattern, index, zone }}
                share={pattern.count / Math.max(1, data.events)}
                length={pattern.count / Math.max(1, data.most)}
                withYear={view.days === 'year'}
                current={index === current}
                onChoose={() => setChosen(pattern.id)}
                onOnly={() => only(pattern.id)}
                onHide={() => hide(pattern.id)}
              />
            ))}
          </div>
          {patterns.length === 0 ? (
            <Nothing without={data.without} noEvents={noEvents} />
          ) : (
            <End answer={data} onMore={limit < SHOWN_MAX ? () => setLimit(SHOWN_MAX) : null} />
          )}
        </div>
      </div>
    </div>
  );
}

function Header({ note }: { note: string }) {
  return (
    <div
      role="row"
      aria-rowindex={1}
      className={classNames(
        PATTERN_COLUMNS,
        'sticky top-0 z-10 h-[26px] items-center! border-b bg-bg text-2xs text-faint',
      )}
    >
      <span role="columnheader" className="pr-1 text-right">
        Events
      </span>
      <span role="columnheader">Pattern</span>
      <span role="columnheader" className="max-xl:hidden">
        Written by
      </span>
      <span role="columnheader" className="truncate max-xl:hidden">
        First · {note}
      </span>
      <span role="columnheader" className="truncate">
        Last · {note}
      </span>
      <span role="columnheader" className="sr-only">
        Filter
      </span>
    </div>
  );
}

function End({ answer: { patterns, total }, onMore }: { answer: PatternsAnswer; onMore: (() => void) | null }) {
  if (patterns.length >= total) {
    return <p className="px-3 py-2 text-2xs text-faint">That is all: {formatCounted(total, 'pattern')}</p>;
  }
  return (
    <p className="flex items-center gap-3 px-3 py-2 text-2xs text-faint">
      These are the first {formatCount(patterns.length)} of {formatCount(total)}; a filter or another order shows
      others.
      {onMore === null ? null : (
        <Button size="small" onClick={onMore}>
          Show {formatCount(Math.min(total, SHOWN_MAX))}
        </Button>
      )}
    </p>
  );
}

function Nothing({ without, noEvents }: { without: number; noEvents: React.ReactNode }) {
  if (without === 0) return noEvents;
  return (
    <EmptyState title="None of these events has a pattern">
      {WITHOUT_MEANS}. Look at the Application, Node or Control plane lane, or at all of them.
    </EmptyState>
  );
}
