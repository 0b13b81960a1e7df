'use client';

import { usePathname, useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Collecting } from '@/components/collect';
import { isTooLong } from '@/components/links';
import { useZone, type Zone } from '@/components/time';
import { TriageNote, useTriage } from '@/components/triage';
import { classNames } from '@/components/ui';
import { isLogType, type LogType } from '@/lib/events';
import { ChartsStrip } from './charts-strip';
import { ComparePanel } from './compare-panel';
import type { DrawerTab } from './drawer-tabs';
import { EventDrawer } from './event-drawer';
import { ExplorerBar } from './explorer-bar';
import { explorerHotkeys } from './explorer-hotkeys';
import { useOneEvent } from './explorer-queries';
import { ExplorerTable } from './explorer-table';
import { ExplorerTrackway } from './explorer-trackway';
import { FacetsColumn } from './facets-column';
import { KeyboardMap } from './keyboard-map';
import { OpeningLine } from './opening-line';
import type { QueryBarHandle } from './query-bar';
import { zoomedOut } from './range-moves';
import { writeExplorerSearch } from './search-params';
import { ShareDialog } from './share-dialog';
import { TYPE_LABELS } from './type-labels';
import { useEventCursor } from './use-event-cursor';
import { useExplorerCollect } from './use-explorer-collect';
import { type ExplorerState, useExplorerState } from './use-explorer-state';
import { useHotkeys } from './use-hotkeys';
import { useScrolledAway } from './use-scrolled-away';
import { useView } from './use-view';

const WIDE = '(min-width: 1280px)';

/** The explorer of all lanes or, by the path, of one type. It stays while the path changes from one to another. */
export function Explorer() {
  const name = usePathname().split('/')[2];
  if (name === undefined || name === '') return <Addressed type={null} />;
  return isLogType(name) ? <Addressed type={name} /> : null;
}

/** What is looked at comes first. */
function Addressed({ type }: { type: LogType | null }) {
  const state = useExplorerState(type);
  if (state.opening.waiting) return <p className="px-4 py-3 text-faint">Reading what the link shows …</p>;
  return <ExplorerOf {...{ type, state }} />;
}

function ExplorerOf({ type, state }: { type: LogType | null; state: ExplorerState }) {
  const router = useRouter();
  const [zone] = useZone();
  const { actions } = state;
  const scroller = useRef<HTMLDivElement>(null);
  const scrolledAway = useScrolledAway(scroller);
  const view = useView(state, zone, scrolledAway || state.event !== null);
  const queryBar = useRef<QueryBarHandle>(null);
  const cursor = useEventCursor(view.events.events, state.event, scroller, actions);
  const triage = useTriage();
  const { collect, pins, pin, addToHunt } = useExplorerCollect(state);
  const [tab, setTab] = useState<DrawerTab>('event');
  const [timeOpen, setTimeOpen] = useState(false);
  const [keysOpen, setKeysOpen] = useState(false);
  const [shareOpen, setShareOpen] = useState(false);
  const [facetsShown, setFacetsShown] = useState<boolean | null>(null);
  const thisYear = new Date().getUTCFullYear();

  const hrefOf = (target: LogType | null) => addressOf(target, state, zone);
  const goToType = (target: LogType | null) => router.push(hrefOf(target));
  const zoomOut = () => {
    if (view.moments === null) return;
    const wider = zoomedOut(view.moments, view.span);
    actions.setRange(wider === null ? null : iso(wider.from), wider === null ? null : iso(wider.to));
  };
  const focusTable = () => scroller.current?.focus({ preventScroll: true });
  const goOn = () => {
    scroller.current?.scrollTo({ top: 0 });
    if (state.event !== null) actions.openEvent(null);
  };
  const pressLive = () => (state.live && view.tail.paused ? goOn() : actions.setLive(!state.live));
  const toggleFacets = () => setFacetsShown((shown) => !(shown ?? window.matchMedia(WIDE).matches));

  useHotkeys(
    explorerHotkeys({
      ...{ cursor, tab, type, setTab, goToType, zoomOut, toggleFacets },
      eventIsOpen: state.event !== null,
      focusQuery: () => queryBar.current?.focus(),
      openTime: () => setTimeOpen(true),
      toggleCharts: () => actions.setChartsShown(!state.chartsShown),
      toggleCompare: () => actions.setCompare(state.compare === null ? 'rest' : null),
      live: pressLive,
      undo: triage.undo,
      pin: (reason) => pin(cursor.current, { reason }),
      addToHunt,
      allTime: () => actions.setRange(null, null),
      turnView: () => (state.patterns === null ? actions.showPatterns('rare') : actions.showEvents()),
      showKeys: () => setKeysOpen(true),
      share: () => setShareOpen(true),
    }),
  );

  const opened = useOneEvent(state.event);
  const openEvent = view.events.events.find((event) => event.id === state.event) ?? opened.data ?? null;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <h1 className="sr-only">Explore {type === null ? 'all lanes' : `${TYPE_LABELS[type].label} events`}</h1>
      <ExplorerBar
        {...{ queryBar, state, view, zone, thisYear, timeOpen }}
        onTimeOpen={setTimeOpen}
        onAllTypes={() => goToType(null)}
        onToggleFacets={toggleFacets}
        onLive={pressLive}
        onAddToHunt={collect.allowed ? addToHunt : null}
        onShare={() => setShareOpen(true)}
        onLeave={focusTable}
      />
      <OpeningLine {...{ state, zone, thisYear }} />
      <ExplorerTrackway
        {...{ type, state, view, zone, thisYear, hrefOf, triage, pins }}
        mark={openEvent?.time ?? state.at}
        onZoomOut={zoomOut}
      />
      {type === null ? null : <ChartsStrip {...{ type, state, view, zone }} />}
      <div className="relative flex min-h-0 flex-1">
        {state.compare === null ? (
          <FacetsColumn
            state={state}
            asking={view.fault === null}
            stackedValues={view.trackway?.values ?? []}
            className={facetsClass(facetsShown)}
          />
        ) : (
          <ComparePanel {...{ state, view, zone, thisYear }} baseline={state.compare} />
        )}
        <ExplorerTable
          {...{ scroller, state, view, cursor, zone }}
          pinned={pins.ids}
          onAllTypes={() => goToType(null)}
          onGoOn={goOn}
        />
        {state.event === null ? null : (
          <EventDrawer
            {...{ tab, zone, actions }}
            id={state.event}
            known={openEvent}
            pins={pins.of(state.event)}
            onPin={collect.allowed ? (ask) => pin(state.event, { ask }) : null}
            className="shrink-0 max-xl:absolute max-xl:inset-y-0 max-xl:right-0 max-xl:z-30 max-xl:shadow-float"
            onTab={setTab}
            onClose={cursor.close}
          />
        )}
      </div>
      <TriageNote triage={triage} onUndo={triage.undo} />
      <Collecting collect={collect} />
      <ShareDialog {...{ state, zone, thisYear }} open={shareOpen} onOpenChange={setShareOpen} />
      <KeyboardMap open={keysOpen} onOpenChange={setKeysOpen} />
    </div>
  );
}

/** The page of another type, about the same events. */
function addressOf(
  target: LogType | null,
  { selection, marks, chartsShown, opening }: ExplorerState,
  zone: Zone,
): string {
  const { q, from, to, source, since } = selection;
  const page = target === null ? '/explore' : `/explore/${target}`;
  const { link } = opening.values;
  const whole = writeExplorerSearch(page, { q, from, to, source, since, marks, charts: chartsShown });
  const address = isTooLong('', whole) && link !== null ? writeExplorerSearch(page, { link }) : whole;
  return zone === 'utc' ? address : `${address}${address.includes('?') ? '&' : '?'}zone=${encodeURIComponent(zone)}`;
}

/** Beside the table where there is room; where there is not, above it and only when asked for. */
function facetsClass(shown: boolean | null): string {
  return classNames(
    'w-[236px] shrink-0 max-xl:absolute max-xl:inset-y-0 max-xl:left-0 max-xl:z-20 max-xl:shadow-float',
    shown === null && 'max-xl:hidden',
    shown === false && 'hidden',
  );
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
