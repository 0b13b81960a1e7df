'use client';

import { useRef, useState } from 'react';
import { type ChartDefinition, type ChartMark, ChartPicture, queryOfMark } from '@/components/charts';
import type { Zone } from '@/components/time';
import { classNames } from '@/components/ui';
import { withClause } from '@/lib/query';
import { ChartCardMenu } from './chart-card-menu';
import { ChartNothing } from './chart-nothing';
import { ChartPer } from './chart-per';
import { useFirstAnswered } from './explorer-queries';
import type { Moments } from './range-moves';
import { TYPE_LABELS } from './type-labels';
import { useChartMarks } from './use-chart-marks';
import { useChartView } from './use-chart-view';
import type { ExplorerState } from './use-explorer-state';
import { useSeen } from './use-seen';

interface ChartCardProps {
  definition: ChartDefinition;
  state: ExplorerState;
  zone: Zone;
  moments: Moments | null;
  /** The query can be read, and what it seeks in the originals was found. */
  asking: boolean;
  /** Of the picture. In pixels. */
  height: number;
}

/** A chart of the events looked at. Asks for nothing before it is seen and the page has its first answers. */
export function ChartCard({ definition, state, zone, moments, asking, height }: ChartCardProps) {
  const { selection, actions } = state;
  const frame = useRef<HTMLElement>(null);
  const seen = useSeen(frame);
  const enabled = useFirstAnswered() && seen && asking;
  const [one, setOne] = useState<string | null>(null);
  const [asTable, setAsTable] = useState(false);
  const per = definition.per === undefined || one === null ? '' : withClause('', definition.per, one, 'include');
  const { view, q, answer, goesOn, isEmpty, choose } = useChartView(definition, selection, per, enabled);
  const { marks, why } = useChartMarks(
    view,
    selection,
    per,
    enabled && answer.data !== undefined && !isEmpty && !goesOn,
  );
  const { data } = answer;
  const stale = answer.isPlaceholderData || goesOn;
  const onChoose = (mark: ChartMark) => {
    const isStretch = mark.values.length === 0 && mark.clauses.length === 0;
    // A stretch of time alone is a range, as on the lanes: the filter is still that of the person.
    if (isStretch && mark.range !== null) actions.setRange(mark.range.from, mark.range.to);
    const target = isStretch ? null : queryOfMark(q, mark);
    if (target !== null) actions.look(target, mark.range);
  };
  return (
    <section
      ref={frame}
      aria-label={definition.title}
      aria-busy={answer.isFetching}
      className={classNames(
        'relative flex shrink-0 snap-start flex-col border-r px-3 pt-1 last:border-r-0',
        definition.wide ? 'w-[560px]' : 'w-[340px]',
      )}
    >
      {answer.isFetching ? <div className="progress-line" /> : null}
      <header className="flex h-6 items-center gap-2">
        <h3 className="truncate text-xs font-semibold" title={definition.question}>
          {definition.title}
        </h3>
        {definition.views.length > 1 && !isEmpty ? (
          <span className="truncate text-2xs text-faint">{view.title.toLowerCase()}</span>
        ) : null}
        <span className="flex-1" />
        {definition.per === undefined ? null : (
          <ChartPer field={definition.per} value={one} selection={selection} onChoose={setOne} />
        )}
        <ChartCardMenu
          {...{ definition, view, q, frame, asTable }}
          answer={stale ? undefined : data}
          onView={(chosen) => choose(definition.views.indexOf(chosen))}
          onTable={() => setAsTable(!asTable)}
          onOpen={() => actions.openAnswer(q, definition.kind)}
        />
      </header>
      {data === undefined || answer.isError || isEmpty ? (
        <ChartNothing
          {...{ definition, view, selection, height, isEmpty }}
          error={answer.error}
          onRetry={() => void answer.refetch()}
        />
      ) : (
        <div style={{ height }}>
          <ChartPicture
            color={TYPE_LABELS[definition.type].color}
            {...{ q, zone, moments, marks, stale, onChoose }}
            answer={data}
            kind={asTable ? 'table' : definition.kind}
            label={`${definition.title}: ${definition.question}`}
            hint={why ?? `a click ${definition.click}`}
            fold={definition.fold}
            onRange={actions.setRange}
          />
        </div>
      )}
    </section>
  );
}
