'use client';

import { NotebookPen, PanelLeft, Scale, Share2 } from 'lucide-react';
import { type RefObject, useState } from 'react';
import type { Zone } from '@/components/time';
import { Button, IconButton } from '@/components/ui';
import { checkPipeline } from '@/lib/query';
import { DialectLine, type DialectNote } from './dialect-line';
import { FilterPills } from './filter-pills';
import { LiveButton } from './live-button';
import { QueryBar, type QueryBarHandle } from './query-bar';
import { ResultCount } from './result-count';
import { TimeRangeControl } from './time-range-control';
import type { ExplorerState } from './use-explorer-state';
import type { View } from './use-view';
import { ViewSwitch } from './view-switch';

interface ExplorerBarProps {
  queryBar: RefObject<QueryBarHandle | null>;
  state: ExplorerState;
  view: View;
  zone: Zone;
  thisYear: number;
  timeOpen: boolean;
  onTimeOpen: (open: boolean) => void;
  onAllTypes: () => void;
  onToggleFacets: () => void;
  onLive: () => void;
  /** Null for whoever may not. */
  onAddToHunt: (() => void) | null;
  onShare: () => void;
  /** The focus goes back to the events. */
  onLeave: () => void;
}

/** What is asked: the query, the time, the filters; and how many events answer it. */
export function ExplorerBar(props: ExplorerBarProps) {
  const { state, view, zone, thisYear, onLeave } = props;
  const { selection, actions } = state;
  const [problem, setProblem] = useState<string | null>(null);
  const [note, setNote] = useState<DialectNote | null>(null);
  const isOffer = note?.reading.kind === 'translation' && !note.reading.certain && note.original === null;
  const search = (text: string) => {
    const fault = checkPipeline(text);
    setProblem(fault?.message ?? null);
    if (fault !== null) return;
    if (note?.original != null) setNote(null);
    actions.search(text);
    onLeave();
  };
  return (
    <>
      <div className="flex items-center gap-2 px-4 pt-2.5 pb-2">
        <QueryBar
          ref={props.queryBar}
          selection={selection}
          onSearch={search}
          onProblem={(message) => message === null && setProblem(null)}
          onLeave={onLeave}
          onNote={setNote}
        />
        <TimeRangeControl
          from={selection.from}
          to={selection.to}
          moments={view.moments}
          span={view.span}
          zone={zone}
          thisYear={thisYear}
          open={props.timeOpen}
          onOpenChange={props.onTimeOpen}
          onChange={actions.setRange}
        />
        <LiveButton live={state.live} tail={view.tail} onPress={props.onLive} />
        {props.onAddToHunt === null ? null : (
          <Button title="Add what is shown to a hunt (h)" onClick={props.onAddToHunt}>
            <NotebookPen size={14} aria-hidden /> Add to hunt
          </Button>
        )}
        <Button title="Share what you see (s)" onClick={props.onShare}>
          <Share2 size={14} aria-hidden /> Share
        </Button>
      </div>
      <div className="flex h-[34px] items-center gap-2 px-4 pb-2.5">
        <IconButton label="Facets" hotkey="f" size="small" onClick={props.onToggleFacets} className="-ml-1 xl:hidden">
          <PanelLeft size={15} aria-hidden />
        </IconButton>
        <div className="flex min-w-0 flex-1 items-center gap-4">
          {note !== null && !isOffer ? null : problem === null ? (
            <FilterPills state={state} onAllTypes={props.onAllTypes} />
          ) : (
            <p role="alert" className="truncate text-error">
              {problem}
            </p>
          )}
          {note === null ? null : (
            <DialectLine note={note} onReplace={(text) => props.queryBar.current?.replace(text)} />
          )}
        </div>
        <ViewSwitch state={state} />
        <Button
          size="small"
          aria-pressed={state.compare !== null}
          title="What is different in this range?"
          onClick={() => actions.setCompare(state.compare === null ? 'rest' : null)}
        >
          <Scale size={13} aria-hidden /> Compare
        </Button>
        {view.fault === null ? <ResultCount count={view.count} search={view.search} untimed={view.untimed} /> : null}
      </div>
    </>
  );
}
