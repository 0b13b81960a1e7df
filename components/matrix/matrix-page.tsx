'use client';

import Link from 'next/link';
import { useMemo, useRef, useState } from 'react';
import { momentsOf, spanOf, TimeRangeControl, useHotkeys } from '@/components/explorer';
import { FindingsTabs } from '@/components/findings-tabs';
import { useZone } from '@/components/time';
import { EmptyState, linkButton } from '@/components/ui';
import { BlindLine } from './blind-line';
import { CellPanel } from './cell-panel';
import { MatrixFilters } from './matrix-filters';
import { MatrixGrid } from './matrix-grid';
import { useMatrix, useOverview } from './matrix-queries';
import { distinctCells, matrixSummary } from './matrix-summary';
import { useMatrixState } from './use-matrix-state';

/** `/findings/matrix`: what was found, what is watched, and what this data cannot show. */
export function MatrixPage() {
  const [zone] = useZone();
  const state = useMatrixState();
  const { matrix, from, to, actions } = state;
  const answer = useMatrix({ matrix, from, to });
  const overview = useOverview();
  const scroller = useRef<HTMLDivElement>(null);
  const [timeOpen, setTimeOpen] = useState(false);
  const tactics = answer.data?.tactics;
  const summary = useMemo(() => (tactics === undefined ? null : matrixSummary(tactics)), [tactics]);
  const open = state.cell === null || tactics === undefined ? null : (distinctCells(tactics).get(state.cell) ?? null);
  const close = () => {
    actions.openCell(null);
    scroller.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]')?.focus({ preventScroll: true });
  };
  useHotkeys({ Escape: close, t: () => setTimeOpen(true) });
  const span = useMemo(() => spanOf(overview.data?.types ?? []), [overview.data]);
  const moments = useMemo(() => momentsOf(from, to, span), [from, to, span]);
  return (
    <div className="flex h-full min-h-0 flex-col">
      <header className="flex items-start gap-2 px-4 pt-4 pb-3">
        <div className="min-w-0 flex-1">
          <h1 className="text-lg font-semibold">Matrix</h1>
          <p className="h-5 truncate text-dim">
            {answer.data === undefined
              ? null
              : `${answer.data.title}, version ${answer.data.version}. An empty cell says why it is empty.`}
          </p>
        </div>
        <TimeRangeControl
          {...{ from, to, moments, span, zone }}
          thisYear={new Date().getUTCFullYear()}
          open={timeOpen}
          onOpenChange={setTimeOpen}
          onChange={actions.setRange}
        />
      </header>
      <FindingsTabs />
      <MatrixFilters state={state} summary={summary} />
      {summary === null ? null : <BlindLine summary={summary} />}
      <div className="relative mt-2 flex min-h-0 flex-1 border-t">
        {answer.isPlaceholderData ? <div className="progress-line" /> : null}
        <div ref={scroller} className="min-w-0 flex-1 overflow-auto">
          {overview.data?.events === 0 ? <NothingLoaded /> : null}
          {answer.data === undefined && answer.isError ? (
            <EmptyState title="The matrix cannot be shown" tone="error">
              {answer.error.message}
            </EmptyState>
          ) : null}
          {answer.data === undefined ? null : (
            <>
              <MatrixGrid
                key={answer.data.matrix}
                answer={answer.data}
                folded={state.folded}
                state={state.state}
                open={state.cell}
                onOpen={actions.openCell}
              />
              <p className="max-w-[110ch] px-4 pb-4 text-xs text-faint">{answer.data.attribution}</p>
            </>
          )}
        </div>
        {open === null ? null : (
          <CellPanel
            key={open.id}
            cell={open}
            {...{ from, to }}
            className="w-[372px] shrink-0 max-lg:absolute max-lg:inset-y-0 max-lg:right-0 max-lg:z-30 max-lg:shadow-float"
            onClose={close}
          />
        )}
      </div>
    </div>
  );
}

function NothingLoaded() {
  return (
    <EmptyState
      title="No logs are loaded yet, so nothing could be seen"
      action={
        <Link href="/sources" className={linkButton()}>
          Add logs
        </Link>
      }
    >
      The cells say what would look for each technique, and what it needs.
    </EmptyState>
  );
}
