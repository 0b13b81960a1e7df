'use client';

import { useRef } from 'react';
import { type ChartKind, ChartPicture, defaultKind, isChartKind, possibleKinds, shapeOf } from '@/components/charts';
import {
  ChartChoice,
  ColumnPicker,
  EventSample,
  type Moments,
  momentsOf,
  readColumns,
  TYPE_LABELS,
  useAnswer,
  useCount,
  useSearch,
  useSeen,
  writeColumns,
} from '@/components/explorer';
import { formatCount, formatCounted, visibleLine } from '@/components/text';
import type { QueryAnswer, QueryStep } from '@/lib/interface';
import { checkPipeline } from '@/lib/query';
import { useEditStep, useOpenHunt } from './notebook-context';
import { StepProof } from './step-proof';
import { isPiped, selectionOf, useNewest } from './step-queries';

interface LiveResultProps {
  step: QueryStep;
  /** The first and last moment of all data. */
  span: Moments | null;
}

const PICTURE_HEIGHT = 240;

/** What a query returns now; asked for when it comes into sight. */
export function LiveResult({ step, span }: LiveResultProps) {
  const frame = useRef<HTMLDivElement>(null);
  const seen = useSeen(frame);
  const selection = selectionOf(step);
  const asking = seen && checkPipeline(selection.q) === null;
  const piped = isPiped(selection.q);
  const search = useSearch(selection, asking);
  const count = useCount(selection, asking && search.done);
  const newest = useNewest(selection, asking && search.done && !piped);
  const answer = useAnswer(selection, asking && search.done && piped);
  const error = count.error ?? (piped ? answer.error : newest.error);
  const busy = asking && (!search.done || count.isFetching || newest.isFetching || answer.isFetching);
  return (
    <div ref={frame} className="relative min-h-16" aria-busy={busy}>
      {busy ? <div className="progress-line" /> : null}
      {error === null ? null : (
        <p role="alert" className="px-2 py-1.5 text-error">
          {error.message}
        </p>
      )}
      {piped ? (
        answer.data === undefined ? null : (
          <Answer
            {...{ step, seen }}
            span={span}
            answer={answer.data}
            count={count.data?.count}
            stale={answer.isPlaceholderData}
          />
        )
      ) : (
        <Events
          {...{ step, seen }}
          events={newest.data?.events}
          count={count.data?.count}
          stale={newest.isPlaceholderData}
        />
      )}
    </div>
  );
}

function Count({ count }: { count: number | undefined }) {
  return (
    <output className="flex-1 text-2xs whitespace-nowrap text-faint">
      {count === undefined ? (
        'Counting …'
      ) : (
        <>
          <span className="text-xs font-medium text-text">{formatCount(count)}</span> {count === 1 ? 'event' : 'events'}{' '}
          · exact · now
        </>
      )}
    </output>
  );
}

interface EventsProps {
  step: QueryStep;
  seen: boolean;
  events: Parameters<typeof EventSample>[0]['events'] | undefined;
  count: number | undefined;
  stale: boolean;
}

function Events({ step, seen, events, count, stale }: EventsProps) {
  const { zone, writable } = useOpenHunt();
  const editStep = useEditStep(step.id, 'query');
  const { type } = selectionOf(step);
  const columns = readColumns(step.columns, type);
  return (
    <>
      <div className="flex min-h-7 items-center gap-2 px-2">
        <Count count={count} />
        <StepProof {...{ step, seen }} />
        {events !== undefined && count !== undefined && count > events.length ? (
          <span className="text-2xs text-faint">the newest {events.length} are shown</span>
        ) : null}
        {writable ? (
          <ColumnPicker
            choices={columns}
            type={type}
            onChange={(choices) => editStep((old) => ({ ...old, columns: writeColumns(choices, type) }), '')}
          />
        ) : null}
      </div>
      {events === undefined ? null : events.length === 0 ? (
        <p className="px-2 pb-2 text-dim">No event matches. Widen the time or the query, or look at other lanes.</p>
      ) : (
        <div className={stale ? 'opacity-50' : undefined}>
          <section
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keys that scroll
            tabIndex={0}
            aria-label="Newest events"
            className="max-h-[292px] overflow-auto focus-visible:-outline-offset-2"
          >
            <EventSample events={events} columns={columns} zone={zone} label="Newest events" />
          </section>
        </div>
      )}
    </>
  );
}

interface AnswerProps extends LiveResultProps {
  seen: boolean;
  answer: QueryAnswer;
  count: number | undefined;
  stale: boolean;
}

/** What the steps behind a filter make of it, as a picture or as its rows. */
function Answer({ step, seen, span, answer, count, stale }: AnswerProps) {
  const { zone, writable } = useOpenHunt();
  const editStep = useEditStep(step.id, 'query');
  const { q, from, to } = step.selection;
  const { type } = selectionOf(step);
  const shape = shapeOf(answer, q);
  const kinds = possibleKinds(shape);
  const wanted = step.view === 'table' ? 'table' : step.chart;
  const kind: ChartKind = isChartKind(wanted) && kinds.includes(wanted) ? wanted : defaultKind(shape, answer);
  const choose = (next: ChartKind) =>
    editStep(
      (old) => ({ ...old, view: next === 'table' ? 'table' : 'chart', chart: next === 'table' ? null : next }),
      '',
    );
  const moments = momentsOf(from, to, span);
  return (
    <>
      <div className="flex min-h-7 items-center gap-3 px-2">
        <Count count={count} />
        <StepProof {...{ step, seen }} />
        <span className="text-2xs text-faint">
          {answer.truncated ? `the first ${formatCount(answer.rows.length)} of ` : ''}
          {formatCounted(answer.total, 'row')}
        </span>
        {writable ? <ChartChoice kinds={kinds} kind={kind} onChoose={choose} /> : null}
      </div>
      {answer.notes.map((note) => (
        <p key={note} className="px-2 text-xs text-warn">
          {note}
        </p>
      ))}
      {answer.rows.length === 0 ? (
        <p className="px-2 pb-2 text-dim">No rows. Widen the time or the query, or look at other lanes.</p>
      ) : (
        <div className="px-2" style={{ height: PICTURE_HEIGHT }}>
          <ChartPicture
            {...{ answer, q, kind, zone, moments, stale }}
            color={type === null ? 'var(--slice-1)' : TYPE_LABELS[type].color}
            label={visibleLine(answer.words)}
            hint={visibleLine(answer.words)}
            onChoose={() => undefined}
            onRange={(start, end) => {
              if (!writable) return;
              editStep((old) => ({ ...old, selection: { ...old.selection, from: start, to: end }, proof: null }), '');
            }}
          />
        </div>
      )}
    </>
  );
}
