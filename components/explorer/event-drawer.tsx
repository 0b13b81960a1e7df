'use client';

import { X } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { visibleLine } from '@/components/text';
import { fullTime, type Zone } from '@/components/time';
import { Button, classNames, IconButton } from '@/components/ui';
import type { EventAnswer } from '@/lib/interface';
import { DRAWER_WIDTH, DrawerEdge } from './drawer-edge';
import { DRAWER_TABS, type DrawerTab } from './drawer-tabs';
import { EventContext } from './event-context';
import { EventFields } from './event-fields';
import { EventLinks } from './event-links';
import { EventOriginal } from './event-original';
import { PinButton, PinnedIn } from './event-pins';
import { eventTitle } from './event-title';
import { useOneEvent } from './explorer-queries';
import { SeverityMark } from './severity-mark';
import { TYPE_LABELS } from './type-labels';
import type { ExplorerActions } from './use-explorer-state';
import type { PinAnswer } from './use-range-pins';

interface EventDrawerProps {
  id: string;
  /** What the table knows of it already. */
  known: EventAnswer | null;
  tab: DrawerTab;
  zone: Zone;
  actions: ExplorerActions;
  className?: string;
  /** The pins of this event, in whatever hunt. */
  pins: readonly PinAnswer[];
  /** Null for whoever may not. */
  onPin: ((ask: boolean) => void) | null;
  onTab: (tab: DrawerTab) => void;
  onClose: () => void;
}

const TITLE_MAX = 240;
const GUESS_WORDS = { year: 'year inferred', zone: 'zone inferred', neighbour: 'time of the line before' } as const;
const TAB_LABELS: Readonly<Record<DrawerTab, string>> = { event: 'Event', context: 'Context', original: 'Original' };

/** One event: what it says, what surrounds it, and its original text. */
export function EventDrawer({
  id,
  known,
  tab,
  zone,
  actions,
  className,
  pins,
  onPin,
  onTab,
  onClose,
}: EventDrawerProps) {
  const answer = useOneEvent(id);
  const [width, setWidth] = useState(DRAWER_WIDTH);
  const event = answer.data ?? known;
  return (
    <aside
      aria-label="Open event"
      aria-busy={answer.isFetching}
      className={classNames('relative flex min-h-0 max-w-full flex-col border-l bg-panel', className)}
      style={{ width }}
    >
      <DrawerEdge width={width} onWidth={setWidth} />
      {answer.isFetching ? <div className="progress-line" /> : null}
      <header className="flex items-start gap-2 px-4 pt-3">
        <div className="min-w-0 flex-1">
          {event === null ? <p className="text-faint">Reading …</p> : <Heading event={event} zone={zone} />}
        </div>
        {event === null ? null : <EventLinks event={event} zone={zone} />}
        {onPin === null ? null : <PinButton pinned={pins.length > 0} onPin={onPin} />}
        <IconButton label="Close" hotkey="Esc" size="small" onClick={onClose}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      <PinnedIn pins={pins} />
      {answer.isError ? (
        <div role="alert" className="px-4 pt-3 text-error">
          <p className="mb-2 [overflow-wrap:anywhere]">This event could not be read: {answer.error.message}</p>
          <Button size="small" onClick={() => void answer.refetch()}>
            Try again
          </Button>
        </div>
      ) : null}
      <Tabs.Root
        value={tab}
        onValueChange={(value) => onTab(DRAWER_TABS.find((each) => each === value) ?? 'event')}
        className="flex min-h-0 flex-1 flex-col pt-2"
      >
        <Tabs.List className="flex gap-4 border-b px-4" aria-label="Parts of the event">
          {DRAWER_TABS.map((each) => (
            <Tabs.Trigger
              key={each}
              value={each}
              className="-mx-1 -mb-px rounded-t-sm border-b-2 px-1 border-transparent py-1.5 text-dim hover:text-text data-[state=active]:border-accent data-[state=active]:font-semibold data-[state=active]:text-text"
            >
              {TAB_LABELS[each]}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <Part tab="event">{event === null ? null : <EventFields event={event} actions={actions} />}</Part>
        <Part tab="context">
          <EventContext id={id} zone={zone} onOpen={actions.openEvent} />
        </Part>
        <Part tab="original">{answer.data === undefined ? null : <EventOriginal event={answer.data} />}</Part>
      </Tabs.Root>
    </aside>
  );
}

function Heading({ event, zone }: { event: EventAnswer; zone: Zone }) {
  const title = visibleLine(eventTitle(event).slice(0, TITLE_MAX));
  return (
    <>
      <h2 className="line-clamp-3 text-base leading-snug font-semibold [overflow-wrap:anywhere]">
        {title || '(empty)'}
      </h2>
      <p className="mt-1 flex flex-wrap items-center gap-x-3 gap-y-0.5 font-mono text-xs text-dim">
        <span>{event.time === null ? 'no time' : fullTime(event.time, zone)}</span>
        {event.timeGuess.map((guess) => (
          <span key={guess} className="rounded bg-warn-soft px-1 font-sans text-2xs text-warn">
            {GUESS_WORDS[guess]}
          </span>
        ))}
      </p>
      <p className="mt-0.5 flex items-center gap-3 text-xs text-dim">
        <span className="inline-flex items-center gap-1.5">
          <span className="size-2 rounded-xs" style={{ background: TYPE_LABELS[event.type].color }} />
          {TYPE_LABELS[event.type].label}
        </span>
        {event.severity === null ? null : <SeverityMark severity={event.severity} />}
      </p>
    </>
  );
}

function Part({ tab, children }: { tab: DrawerTab; children: ReactNode }) {
  return (
    <Tabs.Content value={tab} tabIndex={-1} className="min-h-0 flex-1 overflow-y-auto outline-none">
      {children}
    </Tabs.Content>
  );
}
