'use client';

import type { Zone } from '@/components/time';
import type { Triage } from '@/components/triage';
import type { LogType } from '@/lib/events';
import { MarksToggle } from './marks-toggle';
import { Trackway } from './trackway';
import { TrackwayMarks } from './trackway-marks';
import type { ExplorerState } from './use-explorer-state';
import { useRangeFindings } from './use-range-findings';
import type { RangePins } from './use-range-pins';
import type { View } from './use-view';

interface ExplorerTrackwayProps {
  type: LogType | null;
  state: ExplorerState;
  view: View;
  zone: Zone;
  thisYear: number;
  triage: Triage;
  pins: RangePins;
  /** The time of the open event. */
  mark: string | null;
  hrefOf: (type: LogType | null) => string;
  onZoomOut: () => void;
}

/** The lanes of what the explorer is about, with what was found and pinned there. */
export function ExplorerTrackway(props: ExplorerTrackwayProps) {
  const { type, state, view, zone, thisYear, triage, pins, mark, hrefOf, onZoomOut } = props;
  const { actions } = state;
  const findings = useRangeFindings(state.selection).data;
  return (
    <Trackway
      {...{ type, zone, thisYear, hrefOf, mark, onZoomOut }}
      trackway={view.trackway}
      asking={view.fault === null}
      by={state.by}
      span={view.moments === null ? null : view.span}
      loading={view.lanesWait || view.lanes.isFetching || view.breakdowns.pending}
      error={(view.lanes.error ?? view.breakdowns.error)?.message ?? null}
      marks={
        state.marks && view.trackway !== null ? (
          <TrackwayMarks {...{ findings, pins, type, triage }} range={view.trackway} onOpen={actions.openEvent} />
        ) : null
      }
      marksToggle={
        <MarksToggle
          findings={findings}
          pins={pins.total}
          shown={state.marks}
          onToggle={() => actions.setMarks(!state.marks)}
        />
      }
      onRetry={() => void view.lanes.refetch()}
      onRange={actions.setRange}
      onBreakdown={actions.setBreakdown}
    />
  );
}
