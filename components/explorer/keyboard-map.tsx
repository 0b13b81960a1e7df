'use client';

import { type KeyGroup, KeyGroupList, KeysDialog } from '@/components/ui';

const GROUPS: readonly KeyGroup[] = [
  {
    title: 'Events',
    keys: [
      [['j', '↓'], 'next event'],
      [['k', '↑'], 'previous event'],
      [['Enter'], 'open it'],
      [['Esc'], 'close it'],
      [['g'], 'first event'],
      [['[', ']'], 'previous and next tab of the open event'],
      [['e'], 'pin it as evidence in the current hunt'],
      [['Shift', 'e'], 'pin it and say why'],
    ],
  },
  {
    title: 'Looking',
    keys: [
      [['/'], 'write a query'],
      [['t'], 'choose a time range'],
      [['z'], 'zoom out'],
      [['0'], 'all time'],
      [['1', '–', '5'], 'only one lane, top to bottom; again for all'],
      [['f'], 'show or hide the facets'],
      [['c'], 'show or hide the charts of a lane'],
      [['d'], 'what is different in this range'],
      [['l'], 'live: on, off, or go on when paused'],
      [['p'], 'events or their patterns'],
      [['h'], 'add what is shown to a hunt'],
      [['s'], 'share what you see'],
      [['u'], 'take the last verdict on a finding back'],
    ],
  },
  {
    title: 'On the lanes',
    keys: [
      [['←', '→'], 'move along the bars'],
      [['Shift', '→'], 'stretch the choice'],
      [['Enter'], 'zoom to it'],
      [['−'], 'zoom out'],
    ],
  },
  {
    title: 'On a chart',
    keys: [
      [['←', '→'], 'next and previous mark'],
      [['↑', '↓'], 'another line, series or row'],
      [['Shift', '→'], 'stretch a choice of time'],
      [['Enter'], 'filter by it'],
    ],
  },
  {
    title: 'On a facet’s value',
    keys: [
      [['↓', '↑'], 'next and previous value'],
      [['Enter'], 'only this value; again for all'],
      [['−'], 'without this value'],
    ],
  },
  {
    title: 'On a pattern',
    keys: [
      [['↓', '↑'], 'next and previous pattern'],
      [['Enter'], 'only events like this'],
      [['−'], 'hide lines like this'],
    ],
  },
  {
    title: 'On the table’s header',
    keys: [
      [['Enter'], 'sort'],
      [['Shift', '→'], 'move the column'],
    ],
  },
];

export function KeyboardMap({ open, onOpenChange }: { open: boolean; onOpenChange: (open: boolean) => void }) {
  return (
    <KeysDialog open={open} onOpenChange={onOpenChange}>
      <KeyGroups />
    </KeysDialog>
  );
}

/** The keys of the explorer, by where they work. */
export function KeyGroups() {
  return <KeyGroupList groups={GROUPS} />;
}
