'use client';

import { LOG_TYPES, type LogType } from '@/lib/events';
import { DRAWER_TABS, type DrawerTab } from './drawer-tabs';
import type { EventCursor } from './use-event-cursor';
import type { Hotkeys } from './use-hotkeys';

interface HotkeyTargets {
  readonly cursor: EventCursor;
  readonly eventIsOpen: boolean;
  readonly tab: DrawerTab;
  readonly type: LogType | null;
  readonly setTab: (tab: DrawerTab) => void;
  readonly goToType: (type: LogType | null) => void;
  readonly focusQuery: () => void;
  readonly openTime: () => void;
  readonly zoomOut: () => void;
  readonly allTime: () => void;
  readonly live: () => void;
  readonly undo: () => void;
  /** Pins the event that the keys are on; asks why where it says so. */
  readonly pin: (reason: boolean) => void;
  readonly addToHunt: () => void;
  readonly toggleFacets: () => void;
  readonly turnView: () => void;
  readonly toggleCharts: () => void;
  readonly toggleCompare: () => void;
  readonly showKeys: () => void;
  readonly share: () => void;
}

/** The keys of the explorer; `keyboard-map.tsx` tells a person about them. */
export function explorerHotkeys(targets: HotkeyTargets): Hotkeys {
  const { cursor, eventIsOpen, tab, type, setTab, goToType } = targets;
  const turnTab = (step: number) => {
    const place = DRAWER_TABS.indexOf(tab) + step + DRAWER_TABS.length;
    const next = DRAWER_TABS[place % DRAWER_TABS.length];
    if (eventIsOpen && next !== undefined) setTab(next);
  };
  return {
    j: () => cursor.move(1),
    k: () => cursor.move(-1),
    ArrowDown: () => cursor.move(1),
    ArrowUp: () => cursor.move(-1),
    PageDown: () => cursor.move(20),
    PageUp: () => cursor.move(-20),
    g: () => cursor.moveTo(0),
    Home: () => cursor.moveTo(0),
    Enter: cursor.openCurrent,
    Escape: () => {
      if (eventIsOpen) cursor.close();
    },
    '[': () => turnTab(-1),
    ']': () => turnTab(1),
    '/': targets.focusQuery,
    t: targets.openTime,
    z: targets.zoomOut,
    '0': targets.allTime,
    f: targets.toggleFacets,
    c: targets.toggleCharts,
    d: targets.toggleCompare,
    l: targets.live,
    p: targets.turnView,
    s: targets.share,
    u: targets.undo,
    e: () => targets.pin(false),
    E: () => targets.pin(true),
    h: targets.addToHunt,
    '?': targets.showKeys,
    ...Object.fromEntries(
      LOG_TYPES.map((each, index) => [String(index + 1), () => goToType(each === type ? null : each)]),
    ),
  };
}
