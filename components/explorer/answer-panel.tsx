'use client';

import { type ReactNode, type RefObject, useMemo } from 'react';
import { type ChartKind, defaultKind, possibleKinds, shapeOf } from '@/components/charts';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import type { Zone } from '@/components/time';
import { Button, classNames, EmptyState } from '@/components/ui';
import type { QueryAnswer } from '@/lib/interface';
import { AnswerChart, ChartChoice } from './answer-chart';
import { AnswerTable } from './answer-table';
import { answerTarget } from './answer-target';
import type { ExplorerState } from './use-explorer-state';
import type { View } from './use-view';

interface AnswerPanelProps {
  scroller: RefObject<HTMLDivElement | null>;
  state: ExplorerState;
  view: View;
  zone: Zone;
  /** Shown when no event matches at all. */
  noEvents: ReactNode;
}

/** What a query with steps gives, in the place of the events: a table, and what it says in words. */
export function AnswerPanel({ scroller, state, view, zone, noEvents }: AnswerPanelProps) {
  const { data: answer, isError, error, isFetching, isPlaceholderData, refetch } = view.answer;
  const { selection, actions } = state;
  const { kinds, kind } = useMemo(() => kindsOf(answer, selection.q, state.chart), [answer, selection.q, state.chart]);
  const busy = isFetching || !view.piped || !view.search.done;
  const leads = useMemo(() => {
    const row = answer?.rows[0];
    // The rows of the question before are not to be clicked: they would be filters of this one.
    return row !== undefined && !isPlaceholderData && answerTarget(selection.q, row, answer?.kinds ?? []) !== null;
  }, [answer, selection.q, isPlaceholderData]);
  const choose = (row: QueryAnswer['rows'][number]) => {
    const target = answerTarget(selection.q, row, answer?.kinds ?? []);
    if (target?.kind === 'event') actions.openEvent(target.id);
    else if (target?.kind === 'events') actions.look(target.q, target.range);
  };
  if (isError) {
    return (
      <EmptyState
        title="The answer could not be worked out"
        tone="error"
        action={<Button onClick={() => void refetch()}>Try again</Button>}
      >
        {error.message}
      </EmptyState>
    );
  }
  if (answer === undefined) return <p className="px-4 py-3 text-faint">Counting …</p>;
  return (
    <div className="flex min-h-0 min-w-0 flex-col" aria-busy={busy}>
      <Summary answer={answer} stale={isPlaceholderData}>
        <ChartChoice {...{ kinds, kind }} onChoose={actions.setChart} />
      </Summary>
      {kind === 'table' || answer.rows.length === 0 ? null : (
        <AnswerChart {...{ answer, state, zone, kind }} moments={view.moments} stale={isPlaceholderData} />
      )}
      <div className="relative min-h-0 flex-1">
        {busy ? <div className="progress-line z-20" /> : null}
        <AnswerTable
          key={selection.q}
          {...{ scroller, answer, zone, leads }}
          stale={isPlaceholderData}
          onChoose={choose}
        />
        {answer.rows.length === 0 ? (
          <div className="absolute inset-x-0 top-8">
            {view.count.data?.count === 0 ? (
              noEvents
            ) : (
              <EmptyState title="No rows">There are matching events, but the steps leave no row of them.</EmptyState>
            )}
          </div>
        ) : null}
      </div>
    </div>
  );
}

/** Of a query that was just typed the answer is still that of the one before, whose steps are not known any more. */
function kindsOf(answer: QueryAnswer | undefined, q: string, chosen: ChartKind | null) {
  if (answer === undefined) return { kinds: [], kind: 'table' as const };
  const shape = shapeOf(answer, q);
  const kinds = possibleKinds(shape);
  return { kinds, kind: chosen !== null && kinds.includes(chosen) ? chosen : defaultKind(shape, answer) };
}

/** The question in words, how many rows there are, and what must be known to read them right. */
function Summary({ answer, stale, children }: { answer: QueryAnswer; stale: boolean; children: ReactNode }) {
  const { rows, total, truncated, words, notes } = answer;
  const count = formatCounted(total, 'row');
  return (
    <div className={classNames('border-b px-2 py-1.5 text-2xs transition-opacity', stale && 'opacity-50')}>
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate text-dim" title={visibleLine(words)}>
          {visibleLine(words)}
        </p>
        <output className="shrink-0 whitespace-nowrap text-faint">
          {truncated ? `the first ${formatCount(rows.length)} of ${count}` : count} · exact
        </output>
        {children}
      </div>
      {notes.map((note) => (
        <p key={note} className="text-warn">
          {note}
        </p>
      ))}
    </div>
  );
}
