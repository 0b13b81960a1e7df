'use client';

import { ChevronDown, ChevronRight } from 'lucide-react';
import { chartsOfType } from '@/components/charts';
import type { Zone } from '@/components/time';
import type { LogType } from '@/lib/events';
import { ChartCard } from './chart-card';
import type { ExplorerState } from './use-explorer-state';
import type { View } from './use-view';

interface ChartsStripProps {
  type: LogType;
  state: ExplorerState;
  view: View;
  zone: Zone;
}

const PICTURE_HEIGHT = 150;

/** The charts of a type, of the same events as all else on the page. As high while they are counted as when they are there. */
export function ChartsStrip({ type, state, view, zone }: ChartsStripProps) {
  const { chartsShown, actions } = state;
  const charts = chartsOfType(type);
  const Chevron = chartsShown ? ChevronDown : ChevronRight;
  return (
    <section aria-label="Charts" className="border-b bg-panel">
      <button
        type="button"
        aria-expanded={chartsShown}
        onClick={() => actions.setChartsShown(!chartsShown)}
        className="flex h-[22px] w-full items-center gap-1.5 px-3.5 text-left text-2xs text-faint hover:text-text"
      >
        <Chevron size={13} aria-hidden /> Charts
        {chartsShown ? (
          <span>of these events · exact</span>
        ) : (
          <span className="truncate">{charts.map(({ title }) => title).join(' · ')}</span>
        )}
      </button>
      {chartsShown ? (
        <div className="flex snap-x overflow-x-auto overflow-y-hidden border-t border-line/60 px-1 pb-1">
          {charts.map((definition) => (
            <ChartCard
              key={definition.name}
              {...{ definition, state, zone }}
              moments={view.moments}
              asking={view.fault === null && view.search.done}
              height={PICTURE_HEIGHT}
            />
          ))}
        </div>
      ) : null}
    </section>
  );
}
