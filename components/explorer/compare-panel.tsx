'use client';

import { X } from 'lucide-react';
import { formatCount, formatCounted } from '@/components/text';
import { rangeLabel, type Zone } from '@/components/time';
import { Button, classNames, IconButton } from '@/components/ui';
import type { CompareAnswer } from '@/lib/interface';
import { splitPipeline } from '@/lib/query';
import { BASELINE_TITLES, BASELINES, type Baseline, baselineRange } from './baseline-choice';
import { DifferingField } from './differing-field';
import { useComparison, useFirstAnswered } from './explorer-queries';
import type { ExplorerState } from './use-explorer-state';
import type { View } from './use-view';

interface ComparePanelProps {
  state: ExplorerState;
  view: View;
  baseline: Baseline;
  zone: Zone;
  thisYear: number;
}

/** What is different in the range: values that are more or less common there than elsewhere, the most surprising first. */
export function ComparePanel({ state, view, baseline, zone, thisYear }: ComparePanelProps) {
  const { selection, actions } = state;
  const { moments } = view;
  const hasRange = selection.from !== null || selection.to !== null;
  const asking = hasRange && moments !== null && view.fault === null && view.search.done;
  const first = useFirstAnswered();
  const filter = splitPipeline(view.fault === null ? selection.q : '').filter;
  // Relative times would be other ones for the server, and the two ranges would overlap by a moment.
  const own = moments === null ? null : { from: iso(moments.from), to: iso(moments.to) };
  const answer = useComparison(
    { ...selection, ...own, q: filter },
    moments === null ? {} : baselineRange(baseline, moments),
    asking && first,
  );
  const range = own === null ? null : rangeLabel(own.from, own.to, zone, thisYear);
  return (
    <aside
      aria-label="What is different here"
      aria-busy={answer.isFetching}
      className="relative flex w-[340px] shrink-0 flex-col overflow-y-auto border-r bg-bg px-3 pt-1 pb-3 max-xl:absolute max-xl:inset-y-0 max-xl:left-0 max-xl:z-20 max-xl:shadow-float"
    >
      {answer.isFetching ? <div className="progress-line" /> : null}
      <header className="flex items-center gap-2">
        <h2 className="flex-1 text-sm font-semibold">What is different here?</h2>
        <IconButton label="Close the comparison" size="small" onClick={() => actions.setCompare(null)}>
          <X size={14} aria-hidden />
        </IconButton>
      </header>
      {!hasRange ? (
        <p className="py-3 text-dim">
          Choose a range to compare: drag over the lanes, or press <kbd>t</kbd>.
        </p>
      ) : (
        <>
          <p className="text-2xs text-dim">
            {range?.text} <span className="text-faint">{range?.zone}</span>, against
          </p>
          <fieldset aria-label="Compare with" className="my-1 flex gap-px self-start rounded-md border p-px">
            {BASELINES.map((each) => (
              <button
                key={each}
                type="button"
                aria-pressed={each === baseline}
                onClick={() => actions.setCompare(each)}
                className={classNames(
                  'rounded px-2 py-0.5 text-2xs text-faint hover:text-text',
                  each === baseline && 'bg-raise font-medium text-text',
                )}
              >
                {BASELINE_TITLES[each]}
              </button>
            ))}
          </fieldset>
          {answer.isError ? (
            <div role="alert" className="py-3 text-error">
              <p className="mb-2 [overflow-wrap:anywhere]">It could not be compared: {answer.error.message}</p>
              <Button size="small" onClick={() => void answer.refetch()}>
                Try again
              </Button>
            </div>
          ) : answer.data === undefined ? (
            <p className="py-3 text-faint">Comparing …</p>
          ) : (
            <Differences answer={answer.data} stale={answer.isPlaceholderData} state={state} />
          )}
        </>
      )}
    </aside>
  );
}

function Differences({ answer, stale, state }: { answer: CompareAnswer; stale: boolean; state: ExplorerState }) {
  const { selection, baseline, fields } = answer;
  return (
    <div className={classNames('transition-opacity', stale && 'opacity-50')} inert={stale}>
      <p className="text-2xs text-faint">
        {formatCounted(selection.events, 'event')} here, {formatCount(baseline.events)} there · exact
      </p>
      {fields.length === 0 ? <p className="py-3 text-dim">{nothing(answer)}</p> : null}
      {fields.map((field) => (
        <DifferingField key={field.field} {...{ field, state }} here={selection.events} there={baseline.events} />
      ))}
      <p className="pt-3 text-2xs text-faint">{footnote(answer)}</p>
    </div>
  );
}

function nothing({ selection, baseline }: CompareAnswer): string {
  if (selection.events === 0) return 'No event is in this range. Choose another, or relax the filter.';
  if (baseline.events === 0)
    return 'There are no events to compare with. Compare with other times, or choose a shorter range.';
  return 'No value is more or less common here than chance explains.';
}

function footnote({ compared, tooMany, attributesLeftOut }: CompareAnswer): string {
  const parts = [`${formatCounted(compared, 'field')} compared by likelihood ratio; what chance explains is left out`];
  if (tooMany.length > 0) parts.push(`too many different values to compare: ${tooMany.join(', ')}`);
  if (attributesLeftOut > 0) parts.push(`${formatCounted(attributesLeftOut, 'rarer attribute')} not compared`);
  return `${parts.join('. ')}.`;
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
